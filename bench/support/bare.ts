import { spawn } from 'node:child_process'

/** A server that does nothing but answer and stream: what this machine does at best, in a process of its own. */
export interface Bare {
  url: string
  pid: number
  stop(): void
}

// A GET is a stream that stays open; what is posted to /tell is written to all of them; any other POST is acknowledged.
const source = `
const { createServer } = require('node:http')
const streams = new Set()
createServer((asked, answer) => {
  if (asked.method === 'GET') {
    answer.writeHead(200, { 'content-type': 'text/event-stream' })
    answer.write(': here\\n\\n')
    streams.add(answer)
    answer.on('close', () => streams.delete(answer))
    return
  }
  const parts = []
  asked.on('data', (part) => parts.push(part))
  asked.on('end', () => {
    if (asked.url === '/tell') for (const stream of streams) stream.write(Buffer.concat(parts))
    answer.end('{"stored":"accepted"}')
  })
}).listen(0, '127.0.0.1', function () { process.stdout.write(String(this.address().port)) })`

/** Starts it; it ends with the bench, whatever happens. */
export async function startBare(): Promise<Bare> {
  const child = spawn(process.execPath, ['-e', source], { stdio: ['ignore', 'pipe', 'inherit'] })
  const stop = () => void child.kill()
  process.once('exit', stop)
  const port = await new Promise<string>((resolve) =>
    child.stdout.once('data', (said) => resolve(String(said))),
  )
  return { url: `http://127.0.0.1:${port}`, pid: child.pid as number, stop }
}
