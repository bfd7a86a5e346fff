import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { z } from 'zod'
import { keyOf } from '#modules/access/index.ts'
import { apiFaults, apiRoutes } from '#platform/api/index.ts'
import type { Routes } from '#platform/http/env.ts'
import { createServer } from '#platform/http/server.ts'
import { type TestHouse, testHouse } from '#platform/testing/house.ts'
import { type SmallWorld, seedSmallWorld } from '#platform/testing/small-world.ts'
import { operations as everything } from '../../app.tsx'
import { operations } from './api.ts'
import { boardOf } from './board.fixture.ts'
import { refuseNotice } from './decide-notice.ts'
import { closeNotice } from './end.ts'
import { introduce } from './introduce.ts'

let at: TestHouse
let world: SmallWorld
let app: Routes
beforeAll(async () => {
  at = await testHouse()
  world = await seedSmallWorld(at.ownerUrl, at.house.seal, at.now)
  app = createServer(at.house, [apiRoutes(at.house, everything, keyOf)], apiFaults, () => false, [])
})
afterAll(() => at.close())
beforeEach(() => at.owner.query('delete from board.neighbours; delete from board.figures'))

const { here, samira, post, readAll, up, answers, proposed, idOf } = boardOf(() => ({ at, world }))

/** Asks as a tool nobody knows does; an answer that is right is the one the document promises. */
async function ask(query = '') {
  const response = await app.request(`/api/v1/notices${query}`, { headers: { 'accept-language': 'fr' } })
  const text = await response.text()
  // biome-ignore lint/suspicious/noExplicitAny: an answer is read as a stranger would read it
  const body = JSON.parse(text) as any
  if (response.status === 200) {
    const { schema } = operations[0]?.answers[200] ?? {}
    expect((schema as z.ZodType).safeParse(body).error?.issues ?? []).toEqual([])
  }
  const ids: number[] = body.notices?.map(({ id }: { id: number }) => id) ?? []
  return { status: response.status, headers: response.headers, text, body, ids }
}

test('a tool reads what is up, and not a trace of who wrote it, answered it or decided', async () => {
  const notice = await up('monique', { place: world.places.saintOuen })
  await answers('karim', notice)
  const { status, headers, body, text } = await ask()
  expect(status).toBe(200)
  expect(headers.get('access-control-allow-origin')).toBe('*')
  expect(body).toEqual({
    notices: [
      {
        id: notice,
        url: `http://localhost/board/${notice}`,
        side: 'ask',
        subject: 'photos',
        machine: null,
        sentence: 'Ma boutique a besoin de cinq belles photos.',
        writtenIn: 'fr',
        languages: ['fr'],
        halfDays: ['week-morning'],
        centre: { slug: 'saint-ouen', name: 'Saint-Ouen' },
        place: { id: world.places.saintOuen, name: 'Le Lieu', city: 'Saint-Ouen-sur-Seine' },
        validUntil: '2026-12-31',
      },
    ],
    next: null,
  })
  expect(text).not.toMatch(/Monique|Karim|Samira|63998120|neighbour|token|contact/)
})

test('nothing is read before a member said yes, nor once it is refused, met, taken down or past its day', async () => {
  await post('monique')
  expect((await ask()).ids).toEqual([])
  const [waiting] = await readAll()
  await at.house.inWork(samira(), (work) =>
    refuseNotice(work, { notice: waiting?.id ?? 0, sentence: 'money', member: samira() }),
  )
  expect((await ask()).ids).toEqual([])

  const met = await up('monique', { sentence: 'Je cherche de l’aide pour mes photos.' })
  await answers('karim', met)
  expect((await ask()).ids).toEqual([met])
  const introduction = await proposed()
  await at.house.inWork(samira(), (work) =>
    introduce(work, { introduction, moment: { kind: 'call' }, member: samira() }),
  )
  expect((await ask()).ids).toEqual([])

  const closed = await up('karim')
  const karim = await idOf('Karim')
  await at.house.inWork(here(), (work) => closeNotice(work, { notice: closed, neighbour: karim }))
  expect((await ask()).ids).toEqual([])

  const { now } = at
  const short = await up('odile', { days: 14 })
  at.now = now.add({ hours: 24 * 14 })
  expect((await ask()).ids).toEqual([short])
  at.now = now.add({ hours: 24 * 15 })
  expect((await ask()).ids).toEqual([])
  at.now = now
})

test('a centre, a side and a subject narrow the list', async () => {
  const asked = await up('monique')
  const offered = await up('karim', { side: 'offer', subject: 'sewing', sentence: 'Je montre la couture.' })
  expect((await ask()).ids).toEqual([offered, asked])
  expect((await ask('?centre=saint-ouen')).ids).toEqual([offered, asked])
  expect((await ask('?centre=roubaix')).ids).toEqual([])
  expect((await ask('?side=offer')).ids).toEqual([offered])
  expect((await ask('?subject=photos&centre=saint-ouen')).ids).toEqual([asked])
  expect((await ask('?subject=photos&side=offer')).ids).toEqual([])
})

test('page by page, each notice is read once, even when the last one read is taken down meanwhile', async () => {
  const written: number[] = []
  for (const name of ['monique', 'karim', 'odile'] as const) written.unshift(await up(name))
  const first = await ask('?limit=2')
  expect([first.ids, first.body.next]).toEqual([written.slice(0, 2), written[1]])
  const karim = await idOf('Karim')
  await at.house.inWork(here(), (work) => closeNotice(work, { notice: written[1] ?? 0, neighbour: karim }))
  const second = await ask(`?limit=2&after=${first.body.next}`)
  expect([second.ids, second.body.next]).toEqual([written.slice(2), null])
})

test.each([
  ['?centre=nulle-part', 'centre', 'centre-unknown'],
  ["?centre=' or 1=1", 'centre', 'centre-unknown'],
  [`?centre=${'x'.repeat(61)}`, 'centre', 'too-big'],
  ['?side=both', 'side', 'value'],
  ["?subject=photos'--", 'subject', 'value'],
  ['?limit=0', 'limit', 'too-small'],
  ['?limit=101', 'limit', 'too-big'],
  ['?limit=ten', 'limit', 'type'],
  ['?after=-1', 'after', 'too-small'],
  ['?after=99999999999999999999', 'after', 'too-big'],
  ['?after=nothing', 'after', 'type'],
])('a question nobody can answer is refused beside its field: %s', async (query, field, code) => {
  const { status, body } = await ask(query)
  expect(status).toBe(422)
  expect(body.errors[0]).toMatchObject({ field, code })
})

test('nothing is written through it, and the document says how it is read', async () => {
  const response = await app.request('/api/v1/notices', { method: 'POST', body: '{}' })
  expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET'])
  // biome-ignore lint/suspicious/noExplicitAny: the document is read as a stranger would read it
  const document = (await (await app.request('/api/v1/openapi.json')).json()) as any
  const { operationId, parameters, responses } = document.paths['/notices'].get
  expect(operationId).toBe('listNotices')
  expect(parameters.map(({ name }: { name: string }) => name)).toEqual([
    'centre',
    'side',
    'subject',
    'limit',
    'after',
  ])
  expect(Object.keys(responses)).toEqual(expect.arrayContaining(['200', '422']))
  const said = JSON.stringify(document.components.schemas.Notice)
  expect(said).not.toMatch(/neighbour|contact|phone/)
})
