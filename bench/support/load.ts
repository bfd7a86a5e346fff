import { Agent, request } from 'node:http'

/** One request of the load. */
export interface Shot {
  method: 'GET' | 'POST'
  path: string
  body?: string
}

export interface LoadResult {
  /** Milliseconds of each request. */
  times: number[]
  /** How many answers of each status. */
  statuses: Record<string, number>
  seconds: number
  bytes: number
}

/** Fires `shots`, at most `clients` at a time, over connections kept open. Bounded by the number of shots. */
export async function fire(url: string, shots: Shot[], clients: number): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients })
  const result: LoadResult = { times: [], statuses: {}, seconds: 0, bytes: 0 }
  let next = 0
  const began = performance.now()
  await Promise.all(
    Array.from({ length: clients }, async () => {
      for (let shot = shots[next++]; shot; shot = shots[next++]) {
        const start = performance.now()
        const { status, bytes } = await send(agent, url, shot)
        result.times.push(performance.now() - start)
        result.statuses[status] = (result.statuses[status] ?? 0) + 1
        result.bytes += bytes
      }
    }),
  )
  result.seconds = (performance.now() - began) / 1000
  agent.destroy()
  return result
}

function send(agent: Agent, url: string, shot: Shot): Promise<{ status: number; bytes: number }> {
  return new Promise((resolve, reject) => {
    const headers: Record<string, string | number> = {
      origin: url,
      'accept-encoding': 'br',
      'accept-language': 'fr',
    }
    if (shot.body !== undefined) {
      headers['content-type'] = 'application/x-www-form-urlencoded'
      headers['content-length'] = Buffer.byteLength(shot.body)
    }
    const sent = request(
      `${url}${shot.path}`,
      { agent, method: shot.method, headers, timeout: 30_000 },
      (answer) => {
        let bytes = 0
        answer.on('data', (chunk: Buffer) => {
          bytes += chunk.length
        })
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, bytes }))
        answer.on('error', reject)
      },
    )
    sent.on('error', reject)
    sent.on('timeout', () => sent.destroy(new Error('no answer in 30 s')))
    sent.end(shot.body)
  })
}
