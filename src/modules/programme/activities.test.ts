import { Hono } from 'hono'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Env } from '#platform/http/env.ts'
import { hashOf } from '#platform/seal/index.ts'
import { readSheet, type Sheet, writeCsv } from '#platform/sheet/index.ts'
import { type TestHouse, testHouse } from '#platform/testing/house.ts'
import { type SmallWorld, seedSmallWorld } from '#platform/testing/small-world.ts'
import type { Actor } from '#platform/work/index.ts'
import { changeActivity } from './activity-change.ts'
import { copyActivity } from './activity-copy.ts'
import { createActivity } from './activity-create.ts'
import { importActivities, planImport } from './activity-import.ts'
import { loadActivities } from './activity-load.ts'
import { routes } from './activity-routes.tsx'
import { headingsIn, rowOf } from './activity-sheet.ts'
import { readActivities, readActivity, updateActivity } from './db/activity.ts'
import type { Activity, ActivityContent } from './domain/activity.ts'

let there: TestHouse
let world: SmallWorld
let nadia: Actor
let claire: Actor
let bruno: Actor
const system: Actor = { kind: 'system', centre: null }

beforeAll(async () => {
  there = await testHouse()
  world = await seedSmallWorld(there.ownerUrl, there.house.seal, there.now)
  const { saintOuen, roubaix } = world.centres
  const of = (member: number, role: 'coordinator' | 'network-manager', centre: number | null): Actor => ({
    kind: 'member',
    member,
    role,
    centre,
    name: 'Somebody',
  })
  nadia = of(world.members.nadia, 'coordinator', saintOuen)
  bruno = of(world.members.rox, 'coordinator', roubaix)
  claire = of(world.members.claire, 'network-manager', null)
  await there.house.inWork(system, loadActivities)
})
afterAll(() => there.close())
beforeEach(() => there.owner.query('delete from programme.activities where centre_id is not null'))

const content = (over: Partial<ActivityContent> = {}): ActivityContent => ({
  theme: 'learning',
  format: 'workshop',
  level: 'beginner',
  audience: 'everyone',
  needs: ['new-phone', 'photos'],
  skills: ['smartphone'],
  languages: ['fr', 'ar'],
  minutes: 90,
  capacity: 8,
  hosts: 1,
  hostSkills: ['smartphone'],
  equipment: ['phones'],
  preparation: 15,
  tidy: 10,
  texts: {
    fr: {
      title: 'Ranger son téléphone',
      summary: 'Faire de la place.',
      description: 'Nous trions.',
      bring: '',
    },
  },
  ...over,
})
const own = (actor: Actor = nadia): Promise<Activity[]> =>
  there.house.inWork(actor, (work) =>
    readActivities(work, 'centre' in actor ? actor.centre : null, { whose: 'own' }),
  )
const create = (actor: Actor = nadia, over: Partial<ActivityContent> = {}) =>
  there.house.inWork(actor, (work) => createActivity(work, { content: content(over), status: 'ready' }))
const aReadyMade = async (): Promise<number> =>
  (await there.owner.query(`select id from programme.activities where slug = 'spot-scams'`)).rows[0].id

describe('an activity belongs to somebody', () => {
  test('a coordinator writes and rewrites her own; another centre does not even see it', async () => {
    const id = await create()
    const asks = (actor: Actor) =>
      there.house.inWork(actor, (work) => changeActivity(work, { id, revision: 1, status: 'retired' }))
    expect(await asks(bruno)).toEqual({ ok: false, refusal: 'activity-unknown' })
    expect(await asks(claire)).toEqual({ ok: false, refusal: 'activity-unknown' })
    expect(await asks(nadia)).toEqual({ ok: true, value: id })
    expect((await own()).map(({ status, revision }) => [status, revision])).toEqual([['retired', 2]])
  })

  test('a ready-made one is changed by the network manager alone; a centre changes its copy', async () => {
    const id = await aReadyMade()
    const { revision } = (await there.house.inWork(claire, (work) =>
      readActivity(work, null, id),
    )) as Activity
    const change = (actor: Actor) =>
      there.house.inWork(actor, (work) => changeActivity(work, { id, revision, content: content() }))
    expect(await change(nadia)).toEqual({ ok: false, refusal: 'activity-not-yours' })
    const copied = await there.house.inWork(nadia, (work) => copyActivity(work, id))
    expect(copied.ok).toBe(true)
    expect((await own()).map(({ status, texts }) => [status, texts.fr.title])).toEqual([
      ['draft', 'Vrai ou faux message\u202f?'],
    ])
    expect((await change(claire)).ok).toBe(true)
  })

  test('control: were the use case to forget, the database would still refuse', async () => {
    const id = await aReadyMade()
    const { revision } = (await there.house.inWork(claire, (work) =>
      readActivity(work, null, id),
    )) as Activity
    const forgets = (actor: Actor) =>
      there.house.inWork(actor, (work) => updateActivity(work, id, revision, { status: 'retired' }))
    expect(await forgets(nadia)).toBe(false)
    expect(await forgets(bruno)).toBe(false)
    expect(await forgets(claire)).toBe(true)
  })

  test('two people who save the same activity: the second is told, and nothing of the first is lost', async () => {
    const id = await create()
    const save = (minutes: number) =>
      there.house.inWork(nadia, (work) =>
        changeActivity(work, { id, revision: 1, content: content({ minutes }) }),
      )
    const both = await Promise.all([save(45), save(60)])
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true])
    expect(both.find(({ ok }) => !ok)).toMatchObject({ refusal: 'changed-meanwhile' })
  })

  test('two activities of one name have each their own address', async () => {
    await create()
    await create(bruno)
    await create()
    expect((await own()).map(({ slug }) => slug)).toEqual(['ranger-son-telephone', 'ranger-son-telephone-3'])
  })
})

describe('a spreadsheet of activities', () => {
  const sheetOf = async (text: string): Promise<Sheet> => {
    const sheet = await readSheet(new TextEncoder().encode(text), 'a.csv')
    if (!sheet.ok) throw new Error(sheet.refusal)
    return sheet.value
  }
  const importing = (actor: Actor, sheet: Sheet) =>
    there.house.inWork(actor, (work) => importActivities(work, sheet))
  const table = `Titre;Résumé;Description;Thème;Format;Besoins;Durée;Compétences des animateurs
Ranger son téléphone;Faire de la place.;Nous trions.;Apprendre;atelier;Mon téléphone est neuf, je m’y perds | photos;75;Téléphone, sécurité
Le grand tri;Jouer.;Nous jouons.;discovery;game;;;`

  test('is written in words or in codes, and the second time finds everything there', async () => {
    const sheet = await sheetOf(table)
    expect(await importing(nadia, sheet)).toEqual({ ok: true, value: { added: 2, changed: 0 } })
    expect(await importing(nadia, sheet)).toEqual({ ok: true, value: { added: 0, changed: 0 } })
    expect(await own()).toMatchObject([
      { theme: 'discovery', format: 'game', needs: [], minutes: 90, status: 'ready' },
      {
        theme: 'learning',
        format: 'workshop',
        needs: ['new-phone', 'photos'],
        minutes: 75,
        hostSkills: ['smartphone', 'safety'],
      },
    ])
    expect(await importing(nadia, await sheetOf(table.replace('75', '60')))).toEqual({
      ok: true,
      value: { added: 0, changed: 1 },
    })
  })

  test('imported twice at the same instant adds each activity once', async () => {
    const sheet = await sheetOf(table)
    const both = await Promise.all([importing(nadia, sheet), importing(nadia, sheet)])
    expect(both.map((one) => one.ok && one.value.added).sort()).toEqual([0, 2])
    expect(await own()).toHaveLength(2)
  })

  test('says which row is wrong and why, and takes the others', async () => {
    const sheet = await sheetOf(
      `titre;résumé;description;thème;format;durée;public\nA;B;C;Apprendre;Jeu;5;Les poissons\nD;E;F;Apprendre;Jeu;90;\nD;E;F;Apprendre;Jeu;90;\n`,
    )
    const planned = await there.house.inWork(nadia, (work) => planImport(work, sheet))
    expect(planned.ok && planned.value).toMatchObject([
      {
        line: 2,
        outcome: 'wrong',
        errors: [{ word: 'word-unknown', value: 'Les poissons' }, { word: 'minutes-wrong' }],
      },
      { line: 3, outcome: 'new' },
      { line: 4, outcome: 'wrong', errors: [{ word: 'row-twice' }] },
    ])
    expect(await own()).toEqual([])
    expect(await importing(nadia, sheet)).toEqual({ ok: true, value: { added: 1, changed: 0 } })
  })

  test('without a title, a summary or a description column is no list of activities', async () => {
    expect(await importing(nadia, await sheetOf('nom;prénom\nA;B\n'))).toEqual({
      ok: false,
      refusal: 'columns-missing',
    })
  })

  test.each(['fr', 'en', 'ar'] as const)(
    'in %s, what goes out comes in again and changes nothing, ready-made activities included',
    async (lang) => {
      await create()
      await create(nadia, {
        equipment: ['laptops', 'printer-3d'],
        texts: {
          ...content().texts,
          fr: {
            title: 'Deux\u00a0: « lignes »',
            summary: '=1+1; "oui"',
            description: 'Un.\nDeux.',
            bring: '-',
          },
          ar: { title: 'الصور', summary: 'نرتب.', description: 'نرتب معًا.', bring: '' },
        },
      })
      const all = await there.house.inWork(nadia, (work) => readActivities(work, world.centres.saintOuen, {}))
      const fit = all.filter(({ texts }) => texts.fr.summary !== '')
      const sheet = await sheetOf(
        writeCsv(
          headingsIn(lang),
          fit.map((activity) => rowOf(lang, activity)),
        ),
      )
      const planned = await there.house.inWork(nadia, (work) => planImport(work, sheet))
      const outcomes = planned.ok && planned.value.filter(({ outcome }) => outcome !== 'same')
      expect(outcomes).toEqual([])
    },
  )
})

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
