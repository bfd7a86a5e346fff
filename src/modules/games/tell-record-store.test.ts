import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Statement } from './domain/xapi.ts'
import { sendStatements } from './tell-record-store.ts'

/** A record store on this machine, that answers what it is told to. */
let heard: { path: string | undefined; headers: IncomingHttpHeaders; body: string }[]
let status: number
let store: string
let server: ReturnType<typeof createServer>
beforeEach(async () => {
  heard = []
  status = 200
  server = createServer((asked, answer) => {
    let body = ''
    asked.on('data', (text: Buffer) => {
      body += text.toString()
    })
    asked.on('end', () => {
      heard.push({ path: asked.url, headers: asked.headers, body })
      answer.writeHead(status, status === 302 ? { location: '/elsewhere' } : {}).end('[]')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  store = `http://cl%C3%A9:s%40cret@127.0.0.1:${(server.address() as AddressInfo).port}/xapi/`
})
afterEach(() => new Promise<void>((resolve) => server.close(() => resolve())))

const statement = { id: '00000000-0000-5000-8000-000000000000' } as Statement

test('a record store is told under its name and password, in the version it speaks', async () => {
  await sendStatements(store, [statement])
  const [told] = heard
  expect(told?.path).toBe('/xapi/statements')
  expect(told?.headers['x-experience-api-version']).toBe('1.0.3')
  expect(Buffer.from(told?.headers.authorization?.replace('Basic ', '') ?? '', 'base64').toString()).toBe(
    'clé:s@cret',
  )
  expect(JSON.parse(told?.body ?? '')).toEqual([statement])
})

test('a store that has these statements already is told nothing is wrong', async () => {
  status = 409
  await expect(sendStatements(store, [statement])).resolves.toBeUndefined()
})

test.each([401, 500, 302])(
  'a store that answers %i is asked again later, and nobody is sent elsewhere',
  async (answered) => {
    status = answered
    await expect(sendStatements(store, [statement])).rejects.toThrow()
    expect(heard).toHaveLength(1)
  },
)
