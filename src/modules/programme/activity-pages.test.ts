import { Hono } from 'hono'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Env } from '#platform/http/env.ts'
import { hashOf } from '#platform/seal/index.ts'
import { type ActivityHouse, activityHouse } from './activity.fixture.ts'
import { routes } from './activity-routes.tsx'

let { there, world, own, create } = {} as ActivityHouse
beforeAll(async () => {
  ;({ there, world, own, create } = await activityHouse())
})
afterAll(() => there.close())
beforeEach(() => there.owner.query('delete from programme.activities where centre_id is not null'))

describe('the pages', () => {
  const origin = 'http://localhost'
  let cookie = ''
  beforeAll(async () => {
    const token = 'y'.repeat(43)
    await there.owner.query(
      `insert into access.sign_ins (token_hash, member_id, created_at, seen_at, expires_at) values ($1, $2, $3, $3, $4)`,
      [hashOf(token), world.members.nadia, there.now.toString(), there.now.add({ hours: 10 }).toString()],
    )
    cookie = `maillage=${token}`
  })
  const ask = (path: string, body?: BodyInit) =>
    new Hono<Env>()
      .use(async (c, next) => {
        c.set('lang', 'fr')
        await next()
      })
      .route('/', routes(there.house))
      .request(`${origin}${path}`, {
        method: body ? 'POST' : 'GET',
        headers: { origin, cookie },
        ...(body && { body }),
      })
  const filled = (over: Record<string, string> = {}) =>
    new URLSearchParams({
      theme: 'learning',
      format: 'workshop',
      level: 'beginner',
      audience: 'seniors',
      minutes: '90',
      capacity: '8',
      hosts: '1',
      preparation: '15',
      tidy: '10',
      'fr-title': 'Ranger son téléphone',
      'fr-summary': 'Faire de la place via un tri.',
      'fr-description': 'Nous trions.',
      ...over,
    })

  test('a text is checked before it is saved: the word to change is said, and nothing is written', async () => {
    const checked = await ask('/plan/activities', filled({ gesture: 'check' }))
    expect(checked.status).toBe(200)
    expect(await checked.text()).toContain('«\u00a0via\u00a0»\u00a0: dites plutôt «\u00a0par\u00a0»')
    expect(await own()).toEqual([])
  })

  test('half a translation is refused beside its field, and everything typed is kept', async () => {
    const refused = await ask('/plan/activities', filled({ 'en-title': 'Tidy your phone' }))
    expect(refused.status).toBe(422)
    const page = await refused.text()
    expect(page).toContain('href="#en-summary"')
    expect(page).toContain('Tidy your phone')
    expect(page).toContain('Ranger son téléphone')
  })

  test('what is right is saved and shown; saved again from an old page, one is told', async () => {
    const saved = await ask('/plan/activities', filled())
    expect(saved.status).toBe(303)
    const address = (saved.headers.get('location') ?? '').split('?')[0] as string
    expect(await (await ask(address)).text()).toContain('Faire de la place via un tri.')
    expect((await ask(address, filled({ revision: '1' }))).status).toBe(303)
    expect((await ask(address, filled({ revision: '1' }))).status).toBe(409)
    expect((await ask(address, filled({ revision: 'one' }))).status).toBe(409)
  })

  test('what is retired stays retired when its words are saved, and comes back by its own gesture', async () => {
    const id = await create()
    const status = async () => (await own())[0]?.status
    const address = `/plan/activities/${id}`
    const turn = (to: string, revision: string) =>
      ask(`${address}/status`, new URLSearchParams({ status: to, revision }))
    expect((await turn('retired', '1')).status).toBe(303)
    expect((await ask(address, filled({ revision: '2' }))).status).toBe(303)
    expect(await status()).toBe('retired')
    expect((await turn('ready', '3')).status).toBe(303)
    expect(await status()).toBe('ready')
  })

  test('a file is looked at, then taken in; what is no spreadsheet is said to be none', async () => {
    const send = (text: string, name: string) => {
      const form = new FormData()
      form.set('file', new File([text], name))
      return ask('/plan/activities/import', form)
    }
    const seen = await send('Titre;Résumé;Description;Thème;Format\nUn;Deux.;Trois.;Apprendre;Jeu\n', 'a.csv')
    expect(seen.status).toBe(200)
    const page = await seen.text()
    expect(await own()).toEqual([])
    const carried = /name="sheet" value="([^"]*)"/.exec(page)?.[1]?.replaceAll('&quot;', '"')
    const taken = await ask('/plan/activities/imports', new URLSearchParams({ sheet: carried ?? '' }))
    expect(taken.status).toBe(303)
    expect(await own()).toHaveLength(1)
    expect((await send('%PDF\0', 'a.pdf')).status).toBe(422)
    expect((await ask('/plan/activities/import', new FormData())).status).toBe(422)
  })
})
