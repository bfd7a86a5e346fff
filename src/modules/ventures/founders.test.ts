import { Hono } from 'hono'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { loadCommunes } from '#modules/discovery/index.ts'
import type { Env } from '#platform/http/env.ts'
import { type TestHouse, testHouse } from '#platform/testing/house.ts'
import { type SmallWorld, seedSmallWorld } from '#platform/testing/small-world.ts'
import { readFounders } from './db/founders.ts'
import { founderLinkRoutes } from './founder-link-routes.tsx'
import { founderRoutes } from './founder-routes.tsx'
import { jobs } from './jobs.ts'
import { composers } from './messages.ts'
import { readFirmFigures } from './read-firm-figures.ts'

let there: TestHouse
let world: SmallWorld
beforeAll(async () => {
  there = await testHouse()
  world = await seedSmallWorld(there.ownerUrl, there.house.seal, there.now)
  await there.house.inWork({ kind: 'system', centre: null }, (work) => loadCommunes(work))
})
afterAll(() => there.close())
beforeEach(async () => {
  there.now = Temporal.Instant.from('2026-12-01T08:00:00Z')
  await there.owner.query(
    'delete from ventures.founders; delete from ventures.firm_figures; delete from graphile_worker._private_jobs',
  )
})

const server = () => {
  const app = new Hono<Env>()
  app.use((c, next) => {
    c.set('lang', 'fr')
    return next()
  })
  return app.route('/', founderRoutes(there.house)).route('/', founderLinkRoutes(there.house))
}
const get = (path: string) => server().request(`http://localhost${path}`)
const post = (path: string, fields: Record<string, string> | [string, string][] = {}) =>
  server().request(`http://localhost${path}`, { method: 'POST', body: new URLSearchParams(fields) })
const nadia = () =>
  ({
    kind: 'member',
    member: world.members.nadia,
    role: 'coordinator',
    centre: world.centres.saintOuen,
    name: 'Nadia',
  }) as const
const founders = () => there.house.inWork(nadia(), readFounders)
const sent = async () =>
  (await there.owner.query(`select payload->>'kind' as kind from graphile_worker._private_jobs`)).rows

const samia = {
  centre: 'saint-ouen',
  idea: 'Des gâteaux pour les fêtes.',
  stage: 'idea',
  sector: 'food',
  name: 'Samia',
  contact: '06 12 34 56 78',
}
/** Somebody who began, and her page. */
async function begin(fields: Partial<typeof samia> = {}): Promise<string> {
  await post('/founders', { ...samia, ...fields })
  const known = new Set((await founders()).map(({ id }) => id))
  const [last] = (await founders()).sort((a, b) => b.id - a.id)
  if (!last || !known.has(last.id)) throw new Error('nobody began')
  return `/founders/me/${there.house.seal.open(last.tokenSealed)}`
}

test('an idea, a first name and a phone are enough to begin; the link leaves by message and is shown to nobody', async () => {
  const answer = await post('/founders', samia)
  expect(answer.headers.get('location')).toBe('/founders/sent')
  const [founder] = await founders()
  expect(founder).toMatchObject({ name: 'Samia', stage: 'idea', sector: 'food', status: 'active' })
  expect(await sent()).toEqual([{ kind: 'ventures.link' }])
  const message = await there.house.inWork(
    { kind: 'system', centre: world.centres.saintOuen },
    async (work) => composers(there.house)['ventures.link']?.(work, founder?.id ?? 0, 0),
  )
  expect(message).toMatchObject({ channel: 'sms', to: '+33612345678' })
  const link = message?.body.match(/\/founders\/me\/\S+/)?.[0] ?? ''
  expect(await (await get(link)).text()).toContain('Bonjour Samia')
})

test('who types the phone of another learns nothing and changes nothing', async () => {
  await post('/founders', samia)
  const again = await post('/founders', { ...samia, name: 'Curieux', idea: 'Autre chose.' })
  expect(again.headers.get('location')).toBe('/founders/sent')
  expect(await founders()).toMatchObject([{ name: 'Samia', idea: 'Des gâteaux pour les fêtes.' }])
})

test('two forms with one phone at the same time make one founder', async () => {
  const answers = await Promise.all(Array.from({ length: 6 }, () => post('/founders', samia)))
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]))
  expect(await founders()).toHaveLength(1)
})

test('a form with something missing comes back with all that was typed, and a sentence with a phone in it too', async () => {
  for (const [wrong, said] of [
    [{ idea: '' }, 'Écrivez votre idée'],
    [{ idea: 'Appelez le 06 12 34 56 78 pour des gâteaux' }, 'ni téléphone'],
    [{ stage: 'rich' }, 'Dites où vous en êtes'],
    [{ sector: '' }, 'Choisissez un métier'],
    [{ name: '' }, 'Écrivez votre prénom'],
    [{ contact: '06 12' }, 'Il manque des chiffres'],
  ] as const) {
    const back = await post('/founders', { ...samia, ...wrong })
    expect(back.status).toBe(422)
    const page = await back.text()
    expect(page).toContain(said)
    if (!('name' in wrong)) expect(page).toContain('value="Samia"')
  }
  expect(await founders()).toEqual([])
})

test('she says what would help her; her wishes are kept and given back ticked', async () => {
  const mine = await begin()
  const kept = await post(`${mine}/profile`, [
    ['idea', 'Des gâteaux sans sucre.'],
    ['stage', 'preparing'],
    ['sector', 'food'],
    ['needs', 'money'],
    ['needs', 'law'],
    ['needs', 'drop table'],
    ['languages', 'ar'],
    ['weekly', '2-morning'],
    ['childcare', 'yes'],
    ['wishesWomanMentor', 'yes'],
  ])
  expect(kept.headers.get('location')).toBe(`${mine}?said=saved`)
  expect(await founders()).toMatchObject([
    {
      idea: 'Des gâteaux sans sucre.',
      needs: ['money', 'law'],
      languages: ['ar'],
      weekly: ['2-morning'],
      childcare: true,
      wishesWomanMentor: true,
    },
  ])
  const page = await (await get(mine)).text()
  expect(page).toMatch(/name="needs" value="law"[^>]*checked/)
  const back = await post(`${mine}/profile`, { idea: 'x', stage: 'idea', sector: 'food' })
  expect(back.status).toBe(422)
  expect(await back.text()).toContain('Cochez au moins une langue')
})

test('milestones are noted once, in their order, and taken back; nobody is hired without a firm', async () => {
  const mine = await begin()
  const say = (fields: Record<string, string>) => post(`${mine}/milestones`, { on: '2026-11-20', ...fields })
  expect((await say({ kind: 'hired', jobs: '2' })).status).toBe(409)
  expect((await say({ kind: 'registered', town: 'zzqq' })).status).toBe(422)
  expect((await say({ kind: 'registered', town: 'Saint-Denis' })).status).toBe(422)
  expect((await say({ kind: 'registered', town: '93400', on: '2027-11-20' })).status).toBe(422)
  expect((await say({ kind: 'registered', town: '93400' })).status).toBe(303)
  expect((await say({ kind: 'registered', town: '93400' })).status).toBe(409)
  expect((await say({ kind: 'hired' })).status).toBe(422)
  expect((await say({ kind: 'hired', jobs: '2' })).status).toBe(303)
  const page = await (await get(mine)).text()
  expect(page).toContain('Entreprise créée, à Saint-Ouen-sur-Seine')
  expect(page).toContain('2 personnes')
  const ids = (await there.owner.query('select id, kind from ventures.milestones order by id')).rows
  expect((await post(`${mine}/removals`, { milestone: ids[0].id })).status).toBe(409)
  for (const { id } of ids.reverse())
    expect((await post(`${mine}/removals`, { milestone: id })).status).toBe(303)
  const { rows } = await there.owner.query(
    'select sum(firms)::int as firms, sum(jobs)::int as jobs from ventures.firm_figures',
  )
  expect(rows).toEqual([{ firms: 0, jobs: 0 }])
})

test('the same milestone said by two presses at once is there once, and counted once', async () => {
  const mine = await begin()
  await Promise.all(
    Array.from({ length: 8 }, () =>
      post(`${mine}/milestones`, { kind: 'registered', town: '93400', on: '2026-11-20' }),
    ),
  )
  expect((await there.owner.query('select 1 from ventures.milestones')).rowCount).toBe(1)
  const { rows } = await there.owner.query('select sum(firms)::int as firms from ventures.firm_figures')
  expect(rows).toEqual([{ firms: 1 }])
})

test('the database itself refuses a job without a firm', async () => {
  await begin()
  await expect(
    there.owner.query(
      `insert into ventures.milestones (centre_id, founder_id, kind, reached_on, jobs, said_at)
       select centre_id, id, 'hired', '2026-11-20', 3, now() from ventures.founders`,
    ),
  ).rejects.toMatchObject({ constraint: 'a_job_needs_a_firm' })
})

test('ten firms of a town are nobody’s business, eleven are a figure', async () => {
  const found = async (n: number) => {
    const mine = await begin({ contact: `06 12 34 57 ${String(n).padStart(2, '0')}` })
    await post(`${mine}/milestones`, { kind: 'registered', town: '93400', on: '2026-11-20' })
  }
  for (let n = 0; n < 10; n += 1) await found(n)
  const figures = () => there.house.inWork(nadia(), readFirmFigures)
  expect(await figures()).toMatchObject([{ sector: null, firms: null, jobs: null }])
  await found(10)
  expect(await figures()).toMatchObject([
    { town: 'Saint-Ouen-sur-Seine', sector: null, firms: 11 },
    { sector: 'food', firms: 11 },
  ])
})

test('a pause is taken and ended; erased, nothing is left but a number of firms', async () => {
  const mine = await begin()
  await post(`${mine}/pauses`)
  expect(await founders()).toMatchObject([{ status: 'paused' }])
  await post(`${mine}/pauses`)
  expect(await founders()).toMatchObject([{ status: 'active' }])
  await post(`${mine}/milestones`, { kind: 'registered', town: '93400', on: '2026-11-20' })
  expect((await post(`${mine}/erasures`)).headers.get('location')).toBe('/founders/erased')
  expect((await get(mine)).status).toBe(404)
  expect((await there.owner.query('select 1 from ventures.milestones')).rowCount).toBe(0)
  const { rows } = await there.owner.query('select sum(firms)::int as firms from ventures.firm_figures')
  expect(rows).toEqual([{ firms: 1 }])
})

test('a link that is forged, cut or empty opens nothing, whatever is asked of it', async () => {
  for (const token of ['rien', 'A'.repeat(22), "' or 1=1"]) {
    const mine = `/founders/me/${encodeURIComponent(token)}`
    expect((await get(mine)).status).toBe(404)
    for (const gesture of ['milestones', 'removals', 'pauses', 'erasures'])
      expect((await post(`${mine}/${gesture}`, { kind: 'registered' })).status).toBe(404)
  }
})

test('another centre sees none of them; a year after her last step a founder is forgotten', async () => {
  const mine = await begin()
  const roubaix = { ...nadia(), centre: world.centres.roubaix, member: world.members.rox }
  expect(await there.house.inWork(roubaix, readFounders)).toEqual([])
  await there.owner.query("update ventures.founders set last_step_at = now() - interval '13 months'")
  there.now = Temporal.Now.instant()
  await jobs(there.house)['ventures.forget']?.({}, {} as never)
  expect((await get(mine)).status).toBe(404)
})
