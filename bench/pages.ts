// Requests a second and bytes of the pages a resident opens, beside a bare Node server that sends the same bytes from a
// process of its own. Both are loaded from this process, one after the other, twice. Then the bytes of the first page of
// everything else the house offers (`tests/journeys/weight.test.ts` weighs every page, in each language).
import { type ChildProcess, spawn } from 'node:child_process'
import { get } from 'node:http'
import pg from 'pg'
import { print } from './support/figures.ts'
import { fire } from './support/load.ts'
import { freePort, startProduct } from './support/product.ts'

const clients = 50
const perRun = 4000

const product = await startProduct({ demo: true })
const owner = new pg.Client({ connectionString: product.embedded.ownerUrl })
await owner.connect()
const { rows } = await owner.query<{ id: number }>(
  `select id from programme.sessions where status = 'published' and starts_at > now() + interval '2 days' and seats_taken < capacity order by id limit 1`,
)
await owner.end()

const paths: [string, string][] = [
  ['home', '/'],
  ['results', '/sessions?near=93400'],
  ['session', `/sessions/${rows[0]?.id}`],
]

/** Weighed, and not loaded: the same server draws them. */
const alsoWeighed: [string, string][] = [
  ['machines', '/machines'],
  ['a machine', '/machines/1'],
  ['a shop', '/shop'],
  ['founders', '/founders'],
  ['beginning', '/founders?centre=saint-ouen'],
  ['a cohort', '/founders/cohorts/2'],
  ['clinics', '/founders/clinics'],
  ['mentors', '/mentors'],
  ['offering to guide', '/mentors?centre=saint-ouen'],
  ['board', '/board'],
  ['a notice', '/board/1'],
  ['projects', '/projects'],
  ['a project', '/projects/1'],
]

/** The page as it travels to a browser: compressed body and the headers that came with it, counted as text. */
function asSent(path: string): Promise<{ body: Buffer; wire: number; headers: Record<string, string> }> {
  return new Promise((resolve, reject) => {
    get(
      `${product.url}${path}`,
      { headers: { 'accept-encoding': 'gzip, deflate, br', 'accept-language': 'fr' } },
      (answer) => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.on('end', () => {
          if (answer.statusCode !== 200) return reject(new Error(`${path} answered ${answer.statusCode}`))
          const body = Buffer.concat(chunks)
          const head = answer.rawHeaders.join(': ').length + answer.rawHeaders.length + 17
          const headers = Object.fromEntries(
            Object.entries(answer.headers).map(([name, value]) => [name, String(value)]),
          )
          delete headers['transfer-encoding']
          resolve({ body, wire: body.length + head, headers })
        })
      },
    ).on('error', reject)
  })
}

const bareSource = `
  const { createServer } = require('node:http')
  let page
  process.stdin.on('data', (chunk) => { page = (page ?? '') + chunk })
  process.stdin.on('end', () => {
    const { headers, body, port } = JSON.parse(page)
    const bytes = Buffer.from(body, 'base64')
    createServer((q, s) => s.writeHead(200, headers).end(bytes)).listen(port, '127.0.0.1', () => console.log('ready'))
  })`

async function startBare(page: {
  body: Buffer
  headers: Record<string, string>
}): Promise<{ url: string; child: ChildProcess }> {
  const port = await freePort()
  const child = spawn(process.execPath, ['-e', bareSource], { stdio: ['pipe', 'pipe', 'inherit'] })
  child.stdin?.end(JSON.stringify({ headers: page.headers, body: page.body.toString('base64'), port }))
  await new Promise((resolve) => child.stdout?.once('data', resolve))
  return { url: `http://127.0.0.1:${port}`, child }
}

function printWeight(name: string, wire: number): void {
  print({
    bench: 'pages',
    metric: `${name}: bytes over the wire, headers included`,
    value: wire,
    unit: 'B',
    limit: 14_336,
    goal: 'at most 14 kB',
    met: wire <= 14_336,
  })
}

for (const [name, path] of paths) {
  const page = await asSent(path)
  const bare = await startBare(page)
  const shots = Array.from({ length: perRun }, () => ({ method: 'GET' as const, path }))
  await fire(product.url, shots.slice(0, 500), clients)
  await fire(bare.url, shots.slice(0, 500), clients)
  let [ours, limit] = [0, 0]
  for (let round = 0; round < 2; round++) {
    limit += perRun / (await fire(bare.url, shots, clients)).seconds / 2
    ours += perRun / (await fire(product.url, shots, clients)).seconds / 2
  }
  bare.child.kill()
  print({
    bench: 'pages',
    metric: `${name}: requests a second`,
    value: ours,
    unit: '/s',
    limit,
    goal: 'at least 0.25 of a bare server',
    met: ours / limit >= 0.25,
  })
  printWeight(name, page.wire)
}
for (const [name, path] of alsoWeighed) printWeight(name, (await asSent(path)).wire)
await product.stop()
