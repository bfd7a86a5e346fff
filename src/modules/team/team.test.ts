import { randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { parseContact, sealContact } from '#modules/people/index.ts'
import type { Env } from '#platform/http/env.ts'
import { hashOf } from '#platform/seal/index.ts'
import { testHouse } from '#platform/testing/house.ts'
import { seedSmallWorld } from '#platform/testing/small-world.ts'
import { decline, welcome } from './answer-application.ts'
import { apply } from './apply.ts'
import { readHours, recordHours } from './db/hours.ts'
import { jobs } from './jobs.ts'
import { leaveTeam } from './leave-team.ts'
import { composers } from './messages.ts'
import { readProfile, readTeam } from './read-team.ts'
import { routes } from './routes.tsx'
import { saveProfile } from './save-profile.ts'

let at: Awaited<ReturnType<typeof testHouse>>
let world: Awaited<ReturnType<typeof seedSmallWorld>>

beforeAll(async () => {
  at = await testHouse()
  world = await seedSmallWorld(at.ownerUrl, at.house.seal, at.now)
})
afterAll(() => at.close())
beforeEach(() => at.owner.query('delete from team.applications'))

const member = (who: 'nadia' | 'samira' | 'yanis', role: 'coordinator' | 'facilitator' | 'receptionist') =>
  ({ kind: 'member', member: world.members[who], role, centre: world.centres.saintOuen, name: who }) as const
const nadia = () => member('nadia', 'coordinator')
const samira = () => member('samira', 'facilitator')
const here = () => ({ kind: 'resident', centre: world.centres.saintOuen }) as const

async function applies(name = 'Malika', phone = '06 12 34 56 78') {
  const contact = parseContact({ phone })
  if (!contact.ok) throw new Error(phone)
  return at.house.inWork(here(), (work) =>
    apply(work, {
      name,
      contact: sealContact(at.house.seal, contact.value),
      language: 'fr',
      skills: ['smartphone'],
      languages: ['fr', 'ar'],
      weekly: ['2-morning'],
      reachKm: 10,
      organisation: null,
    }),
  )
}
const applications = async () =>
  (await at.owner.query('select id, status, sentence, member_id from team.applications order by id')).rows
const said = {
  skills: ['safety'],
  languages: ['fr', 'ar'],
  weekly: ['1-morning'],
  nearPlace: null,
  reachKm: 25,
  alsoPlaces: [],
  callsPerMonth: 2,
}

describe('offering to host', () => {
  test('the same phone twice is one application, whatever the way it is written', async () => {
    await applies()
    await applies('Malika', '+33 6 12 34 56 78')
    expect(await applications()).toHaveLength(1)
  })

  test('the form asks again for what is missing, and keeps all that was ticked', async () => {
    const app = new Hono<Env>()
    app.use((c, next) => {
      c.set('lang', 'fr')
      return next()
    })
    app.route('/', routes(at.house))
    const post = (fields: [string, string][]) =>
      app.request('http://localhost/volunteers', { method: 'POST', body: new URLSearchParams(fields) })
    const page = await post([
      ['centre', 'saint-ouen'],
      ['name', 'Malika'],
      ['contact', '06 12'],
      ['skills', 'photos'],
      ['languages', 'fr'],
      ['weekly', '3-evening'],
    ])
    const html = await page.text()
    expect(page.status).toBe(422)
    expect(html).toContain('Il manque des chiffres à ce numéro.')
    expect(html).toContain('value="Malika"')
    expect(html).toMatch(/value="photos" checked/)
    expect(html).toMatch(/value="3-evening" checked/)
    const sent = await post([
      ['centre', 'saint-ouen'],
      ['name', 'Malika'],
      ['contact', 'malika@example.org'],
      ['skills', 'photos'],
      ['languages', 'fr'],
      ['weekly', '3-evening'],
    ])
    expect(sent.status).toBe(303)
    expect(await applications()).toMatchObject([{ status: 'new' }])
  })

  test('welcomed, she is of the team with what she said, and is told so in the sentence chosen', async () => {
    await applies()
    const [{ id }] = await applications()
    const result = await at.house.inWork(nadia(), (work) =>
      welcome(work, { application: id, sentence: 'call' }),
    )
    if (!result.ok) throw new Error(result.refusal)
    const team = await at.house.inWork(nadia(), (work) =>
      readTeam(work, world.centres.saintOuen, at.now, at.now.add({ hours: 24 * 6 })),
    )
    const found = team.find(({ member: number }) => number === result.value.member)
    expect(found).toMatchObject({
      name: 'Malika',
      kind: 'volunteer',
      skills: ['smartphone'],
      weekly: ['2-morning'],
    })
    expect(found?.windows).toHaveLength(1)
    const message = await at.house.inWork({ kind: 'system', centre: world.centres.saintOuen }, async (work) =>
      composers(at.house)['team.welcome']?.(work, id, 0),
    )
    expect(message).toMatchObject({ channel: 'sms', to: '+33612345678' })
    expect(message?.body).toContain('Nous vous appelons cette semaine.')
    expect(
      await at.house.inWork(nadia(), (work) => welcome(work, { application: id, sentence: 'call' })),
    ).toMatchObject({ ok: false, refusal: 'application-unknown' })
  })

  test('declined, she is answered in a ready sentence, and may offer again', async () => {
    await applies('Odette', '06 12 34 56 79')
    const [{ id }] = await applications()
    await at.house.inWork(nadia(), (work) => decline(work, { application: id, sentence: 'enough' }))
    await applies('Odette', '06 12 34 56 79')
    expect(await applications()).toMatchObject([{ status: 'declined' }, { status: 'new' }])
  })

  test('two coordinators who welcome her at once make one member', async () => {
    await applies('Rosa', '06 12 34 56 80')
    const [{ id }] = await applications()
    const both = await Promise.all(
      ['meet', 'call'].map((sentence) =>
        at.house.inWork(nadia(), (work) =>
          welcome(work, { application: id, sentence: sentence as 'meet' | 'call' }),
        ),
      ),
    )
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  })

  test('whoever applies reads no application, and neither does a host', async () => {
    await applies()
    for (const actor of [{ kind: 'visitor' }, here(), samira(), member('yanis', 'receptionist')] as const) {
      const rows = await at.house.inWork(actor, ({ tx }) =>
        tx.selectFrom('team.applications').select('id').execute(),
      )
      expect(rows, actor.kind).toEqual([])
    }
  })
})

describe('what a member says of herself', () => {
  test('she changes her own, her coordinator changes it too, and nobody else', async () => {
    const saves = (actor: ReturnType<typeof nadia> | ReturnType<typeof samira>, of: number) =>
      at.house.inWork(actor, (work) => saveProfile(work, { ...said, member: of }))
    expect(await saves(samira(), world.members.samira)).toMatchObject({ ok: true })
    expect(await saves(nadia(), world.members.samira)).toMatchObject({ ok: true })
    expect(await saves(samira(), world.members.nadia)).toMatchObject({ ok: false, refusal: 'member-unknown' })
    expect(await saves(nadia(), world.members.rox)).toMatchObject({ ok: false, refusal: 'member-unknown' })
    const profile = await at.house.inWork(samira(), (work) => readProfile(work, world.members.samira))
    expect(profile).toMatchObject({ skills: ['safety'], callsPerMonth: 2, languages: ['fr', 'ar'] })
  })

  test('only a coordinator says what somebody is in the team', async () => {
    await at.house.inWork(samira(), (work) =>
      saveProfile(work, { ...said, member: world.members.samira, kind: 'partner' }),
    )
    const profile = await at.house.inWork(nadia(), (work) => readProfile(work, world.members.samira))
    expect(profile?.kind).not.toBe('partner')
  })

  test('a place of another centre is refused', async () => {
    expect(
      await at.house.inWork(samira(), (work) =>
        saveProfile(work, { ...said, member: world.members.samira, alsoPlaces: [world.places.roubaix] }),
      ),
    ).toMatchObject({ ok: false, refusal: 'place-unknown' })
  })

  test('a host sees the profile of no colleague', async () => {
    await at.house.inWork(nadia(), (work) => saveProfile(work, { ...said, member: world.members.nadia }))
    const rows = await at.house.inWork(samira(), ({ tx }) =>
      tx.selectFrom('team.profiles').select('member_id').execute(),
    )
    expect(rows.every(({ member_id }) => member_id === world.members.samira)).toBe(true)
  })
})

describe('hours given', () => {
  test('recorded twice they count once, and keep the organisation of their day', async () => {
    const given = [
      { session: 1, member: world.members.samira, organisation: null, day: '2026-11-20', minutes: 90 },
    ]
    const system = { kind: 'system', centre: world.centres.saintOuen } as const
    await at.house.inWork(system, (work) => recordHours(work, world.centres.saintOuen, given))
    await at.house.inWork(system, (work) =>
      recordHours(work, world.centres.saintOuen, [{ ...given[0], minutes: 105 } as (typeof given)[0]]),
    )
    const period = {
      from: Temporal.PlainDate.from('2026-11-01'),
      until: Temporal.PlainDate.from('2026-11-30'),
    }
    const hours = await at.house.inWork(samira(), (work) => readHours(work, world.members.samira, period))
    expect(hours).toMatchObject([{ session: 1, minutes: 105, organisation: null }])
  })
})

describe('forgetting', () => {
  test('answered applications go after three months, days away a month after; what is recent stays', async () => {
    await applies('Recent', '06 12 34 56 81')
    await applies('Long ago', '06 12 34 56 82')
    await at.owner.query(
      `update team.applications set status = 'declined', sentence = 'enough', answered_at = now() - interval '4 months' where name = 'Long ago'`,
    )
    await at.owner.query(
      `insert into team.absences (member_id, centre_id, from_on, until_on) values
        ($1, $2, current_date - 80, current_date - 70), ($1, $2, current_date, current_date + 3)`,
      [world.members.samira, world.centres.saintOuen],
    )
    at.now = Temporal.Now.instant()
    await jobs(at.house)['team.forget']?.({}, { attempt: 1, lastAttempt: false })
    const { rows } = await at.owner.query('select name from team.applications')
    expect(rows).toEqual([{ name: 'Recent' }])
    const { rows: left } = await at.owner.query('select 1 from team.absences')
    expect(left).toHaveLength(1)
  })
})

describe('leaving the team', () => {
  test('she is signed out at once, and her sessions are given to others', async () => {
    const { rows } = await at.owner.query<{ id: number }>(
      `insert into access.members (centre_id, slug, name, role, contact_key, phone_sealed, created_at)
       values ($1, 'lou', 'Lou', 'facilitator', $2, $2, now()) returning id`,
      [world.centres.saintOuen, randomBytes(32)],
    )
    const lou = rows[0]?.id ?? 0
    await at.owner.query(
      `insert into access.sign_ins (token_hash, member_id, created_at, seen_at, expires_at)
       values ($1, $2, now(), now(), now() + interval '1 day')`,
      [hashOf('lou'), lou],
    )
    expect(await at.house.inWork(nadia(), (work) => leaveTeam(work, { member: lou }))).toMatchObject({
      ok: true,
    })
    const { rows: left } = await at.owner.query('select 1 from access.sign_ins where member_id = $1', [lou])
    expect(left).toEqual([])
    const { rows: queued } = await at.owner.query(
      `select payload from graphile_worker._private_jobs where payload ->> 'member' = $1`,
      [String(lou)],
    )
    expect(queued).toHaveLength(1)
  })

  test('a coordinator does not remove herself, nor anybody of another centre', async () => {
    const leaves = (id: number) => at.house.inWork(nadia(), (work) => leaveTeam(work, { member: id }))
    expect(await leaves(world.members.nadia)).toMatchObject({ ok: false, refusal: 'oneself' })
    expect(await leaves(world.members.rox)).toMatchObject({ ok: false, refusal: 'member-unknown' })
  })
})
