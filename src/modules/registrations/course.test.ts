import ical from 'ical.js'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { parseContact, sealContact } from '#modules/people/index.ts'
import { createServer } from '#platform/http/server.ts'
import { plainFaults } from '#platform/testing/faults.ts'
import { type TestHouse, testHouse } from '#platform/testing/house.ts'
import { type SmallWorld, seedSmallWorld } from '#platform/testing/small-world.ts'
import { acceptOffer } from './accept-offer.ts'
import { cancelRegistration } from './cancel.ts'
import { cancelDate } from './cancel-date.ts'
import { cancelSession, changeSession } from './change-session.ts'
import { readCourse } from './db/course.ts'
import { readRoll } from './db/registration.ts'
import { jobs } from './jobs.ts'
import { composers } from './messages.ts'
import { register } from './register.ts'
import { routes } from './routes.tsx'
import { newTicket } from './ticket.ts'

let there: TestHouse
let world: SmallWorld
let app: ReturnType<typeof createServer>
/** The four dates of a course, a week apart, the first in ten days. */
let dates: [number, number, number, number]

beforeAll(async () => {
  there = await testHouse()
  world = await seedSmallWorld(there.ownerUrl, there.house.seal, there.now)
  app = createServer(there.house, [routes(there.house)], plainFaults, () => false, [])
})
afterAll(() => there.close())

let plans = 0
beforeEach(async () => {
  there.now = Temporal.Instant.from('2026-12-01T09:00:00Z')
  await there.owner.query(`delete from registrations.decisions; delete from registrations.registrations;
    update programme.sessions set seats_taken = 0`)
  const key = `course.${++plans}`
  const ids: number[] = []
  for (let index = 1; index <= 4; index++) {
    const { rows } = await there.owner.query(
      `insert into programme.sessions (centre_id, activity_id, place_id, starts_at, ends_at, capacity, course_key, course_index, course_length, lead_id)
       values ($1, $2, $3, $4::timestamptz, $4::timestamptz + interval '90 minutes', 3, $5, $6, 4, $7) returning id`,
      [
        world.centres.saintOuen,
        world.activities.scams,
        world.places.saintOuen,
        startOf(index).toString(),
        key,
        index,
        ids[0] ?? null,
      ],
    )
    ids.push(rows[0].id)
  }
  dates = ids as typeof dates
})

const startOf = (index: number) =>
  Temporal.Instant.from('2026-12-11T09:00:00Z').add({ hours: 168 * (index - 1) })
const resident = () => ({ kind: 'resident', centre: world.centres.saintOuen }) as const
const system = () => ({ kind: 'system', centre: world.centres.saintOuen }) as const
const coordinator = () =>
  ({
    kind: 'member',
    member: world.members.nadia,
    role: 'coordinator',
    centre: world.centres.saintOuen,
    name: 'Nadia',
  }) as const

async function joins(session: number, name: string, party = 1, phone = '06 39 98 12 34') {
  const contact = parseContact({ phone })
  if (!contact.ok) throw new Error(phone)
  return there.house.inWork(resident(), (work) =>
    register(work, {
      sessionId: session,
      name,
      contact: sealContact(there.house.seal, contact.value),
      party,
      language: 'fr',
      throughHelper: false,
      source: 'web',
      ticket: newTicket(there.house.seal),
    }),
  )
}
async function joined(...who: Parameters<typeof joins>) {
  const result = await joins(...who)
  if (!result.ok) throw new Error(result.refusal)
  return result.value
}
const get = async (path: string, lang = 'fr') => {
  const answer = await app.request(`http://localhost${path}`, { headers: { 'accept-language': lang } })
  return { status: answer.status, to: answer.headers.get('location'), text: await answer.text() }
}
const seatsOf = async (session: number) =>
  (await there.owner.query('select seats_taken from programme.sessions where id = $1', [session])).rows[0]
    .seats_taken as number
const remindersOf = async (registration: number) =>
  (
    await there.owner.query(
      `select j.key, (j.run_at at time zone 'UTC')::text as at from graphile_worker._private_jobs j
       where j.key like $1 order by j.run_at`,
      [`remind:${registration}%`],
    )
  ).rows as { key: string; at: string }[]
const rollOf = (session: number) =>
  there.house.inWork(coordinator(), async (work) => (await readRoll(work, session)).map(({ name }) => name))
const message = async (kind: string, registration: number, version: number) =>
  there.house.inWork(system(), async (work) =>
    composers(there.house)[`registrations.${kind}`]?.(work, registration, version),
  )
/** Runs the news that changes left in the queue; answers the messages it queued. */
async function newsOf(session: number) {
  const { rows } = await there.owner.query('select revision from programme.sessions where id = $1', [session])
  await there.owner.query('delete from graphile_worker._private_jobs where key is null')
  await jobs(there.house)['registrations.tell-session']?.(
    { centre: world.centres.saintOuen, session, revision: rows[0].revision },
    { attempt: 1, lastAttempt: false },
  )
  const told = await there.owner.query(
    `select payload->>'kind' as kind, (payload->>'ref')::int as ref, (payload->>'version')::int as version
     from graphile_worker._private_jobs where payload ->> 'ref' is not null order by id`,
  )
  return told.rows as { kind: string; ref: number; version: number }[]
}

describe('joining a course', () => {
  test('whichever date Monique joins from, she joins the whole course, once, and holds one chair of the first date', async () => {
    const first = await joined(dates[2], 'Monique')
    const again = await joined(dates[1], 'Monique')
    expect(again).toMatchObject({ id: first.id, again: true, session: dates[0] })
    expect(await Promise.all(dates.map(seatsOf))).toEqual([1, 0, 0, 0])
    for (const date of dates) expect(await rollOf(date)).toEqual(['Monique'])
  })

  test('six people press at the same instant on four dates for the last chair: one has it, five wait in line', async () => {
    await joined(dates[0], 'Paul', 2)
    const rush = await Promise.all(
      Array.from({ length: 6 }, (_, i) =>
        joined(dates[i % 4] as number, `Personne ${i}`, 1, `06 39 98 00 1${i}`),
      ),
    )
    expect(rush.filter(({ status }) => status === 'confirmed')).toHaveLength(1)
    expect(rush.filter(({ status }) => status === 'waitlisted')).toHaveLength(5)
    expect(await Promise.all(dates.map(seatsOf))).toEqual([3, 0, 0, 0])
  })

  test('the database itself lets nobody sit at a later date alone, even for whoever forgets the rule', async () => {
    const who = await joined(dates[0], 'Rosa')
    const owner = (text: string, values: unknown[]) => there.owner.query(text, values)
    await expect(
      owner('update registrations.registrations set session_id = $1 where id = $2', [dates[1], who.id]),
    ).rejects.toMatchObject({ constraint: 'joined_through_the_lead' })
    await expect(
      owner('update programme.sessions set seats_taken = 1 where id = $1', [dates[1]]),
    ).rejects.toMatchObject({ constraint: 'seats_live_on_the_lead' })
    await expect(
      owner('update programme.sessions set lead_id = $1 where id = $2', [dates[1], dates[3]]),
    ).rejects.toMatchObject({ constraint: 'a_lead_follows_nobody' })
    // Without the guard it would pass: the refusal is the guard's, not an accident of the query.
    const unguarded = await there.owner.connect()
    await unguarded.query('begin')
    await unguarded.query('alter table registrations.registrations disable trigger joins_the_lead')
    const { rowCount } = await unguarded.query(
      'update registrations.registrations set session_id = $1 where id = $2',
      [dates[1], who.id],
    )
    await unguarded.query('rollback')
    unguarded.release()
    expect(rowCount).toBe(1)
  })

  test('once the first date has begun a course is closed, in words, with what comes closest', async () => {
    there.now = startOf(1).add({ minutes: 1 })
    expect(await joins(dates[1], 'Rosa')).toMatchObject({ refusal: 'course-started' })
    const { status, text } = await get(`/sessions/${dates[2]}`)
    expect(status).toBe(200)
    expect(text).toContain('Ce parcours a commencé. On ne peut plus s’inscrire ici.')
    expect(text).not.toContain('Garder ma chaise')
    for (const date of dates) expect(text).not.toContain(`href="/sessions/${date}"`)
  })

  test('who waits is offered the chair for all the dates, and is then reminded of each', async () => {
    const rosa = await joined(dates[0], 'Rosa', 3)
    const karim = await joined(dates[3], 'Karim', 1, '06 39 98 55 55')
    expect(karim).toMatchObject({ status: 'waitlisted', rank: 1 })
    await there.house.inWork(resident(), (work) =>
      cancelRegistration(work, { registrationId: rosa.id, by: 'resident' }),
    )
    const yes = await there.house.inWork(resident(), (work) =>
      acceptOffer(work, { registrationId: karim.id }),
    )
    expect(yes.ok).toBe(true)
    expect(await remindersOf(karim.id)).toHaveLength(4)
  })
})

describe('the pages of a course', () => {
  test('each date opens the same page: four dates, one form, one registration', async () => {
    for (const date of dates) {
      const { text } = await get(`/sessions/${date}`)
      expect(text).toContain('Vous venez aux 4 dates. Une seule inscription suffit.')
      expect(text.match(/<form[^>]*\/registrations"/g)).toHaveLength(1)
      expect(text).toContain(`action="/sessions/${dates[0]}/registrations"`)
      for (const day of ['11 décembre', '18 décembre', '25 décembre', '1er janvier'])
        expect(text).toContain(day)
    }
    expect((await get(`/sessions/${dates[0]}`, 'ar')).text).toContain('تسجيل واحد يكفي')
  })

  test('the code on the poster of a later date leads to the course', async () => {
    const { rows } = await there.owner.query('select code from programme.sessions where id = $1', [dates[2]])
    expect(await get(`/s/${rows[0].code}`)).toMatchObject({ status: 302, to: `/sessions/${dates[0]}` })
  })

  test('the page behind the link lists the dates, and puts them all in a calendar', async () => {
    const { tokenSealed } = await joined(dates[0], 'Monique')
    const path = `/registrations/${there.house.seal.open(tokenSealed)}`
    there.now = startOf(1).add({ hours: 3 })
    const { text } = await get(path)
    expect(text).toContain('<s>vendredi 11 décembre')
    expect(text).toContain('vendredi 18 décembre')
    expect(text).toContain('Mettre les 4 dates dans mon agenda')
    const file = new ical.Component(ical.parse((await get(`${path}/session.ics`)).text))
    const starts = file
      .getAllSubcomponents('vevent')
      .map((event) => new ical.Event(event).startDate.toJSDate().toISOString())
    expect(starts).toEqual(
      [1, 2, 3, 4].map((index) => startOf(index).toString({ smallestUnit: 'millisecond' })),
    )
  })

  test('who joins again with another number of people is told that the first one was kept', async () => {
    const send = (party: string) =>
      app.request(`http://localhost/sessions/${dates[1]}/registrations`, {
        method: 'POST',
        headers: { origin: 'http://localhost', 'accept-language': 'fr' },
        body: new URLSearchParams({ name: 'Monique', phone: '06 39 98 12 34', party }),
      })
    expect((await send('2')).headers.get('location')).not.toContain('again')
    const to = (await send('3')).headers.get('location') ?? ''
    const { text } = await get(to)
    expect(text).toContain('Vous aviez déjà une inscription, pour 2 personnes. Ce nombre n’a pas changé.')
    expect(text).toContain('href="#party-form"')
  })
})

describe('what people are told of a course', () => {
  test('the confirmation says every date, and each date has its reminder the day before at ten', async () => {
    const { id } = await joined(dates[0], 'Monique')
    const confirmed = await message('confirmed', id, 0)
    expect(confirmed?.body).toContain('vendredi 11 décembre, 10 h, puis 18/12, 25/12, 1/1')
    expect((await remindersOf(id)).map(({ at }) => at)).toEqual([
      '2026-12-10 09:00:00',
      '2026-12-17 09:00:00',
      '2026-12-24 09:00:00',
      '2026-12-31 09:00:00',
    ])
  })

  test('each reminder leaves once, for its own date', async () => {
    const { id } = await joined(dates[0], 'Monique')
    there.now = Temporal.Instant.from('2026-12-17T09:05:00Z')
    await there.owner.query('delete from graphile_worker._private_jobs where key is null')
    const remind = () =>
      jobs(there.house)['registrations.remind']?.(
        { centre: world.centres.saintOuen, registration: id, date: dates[1] },
        { attempt: 1, lastAttempt: false },
      )
    await Promise.all([remind(), remind(), remind()])
    const { rows } = await there.owner.query(
      "select payload from graphile_worker._private_jobs where payload->>'kind' = 'registrations.reminder'",
    )
    expect(rows).toHaveLength(1)
    const sent = await message('reminder', id, rows[0].payload.version)
    expect(sent?.body).toContain('vendredi 18 décembre, 10 h')
  })

  test('a date that moves tells everybody of that date alone, and takes its own reminder along', async () => {
    const { id } = await joined(dates[0], 'Monique')
    const moved = await there.house.inWork(coordinator(), (work) =>
      changeSession(work, { sessionId: dates[1], startsAt: startOf(2).add({ hours: 24 }) }),
    )
    expect(moved.ok).toBe(true)
    const told = await newsOf(dates[1])
    expect(told).toMatchObject([{ kind: 'registrations.moved', ref: id }])
    const sent = await message('moved', id, told[0]?.version ?? 0)
    expect(sent?.body).toContain('une date de votre parcours a changé')
    expect(sent?.body).toContain('le samedi 19 décembre, 10 h')
    expect((await remindersOf(id)).map(({ at }) => at)).toContain('2026-12-18 09:00:00')
    expect(await remindersOf(id)).toHaveLength(4)
  })

  test('two dates that move by one each are two messages, not one that hides the other', async () => {
    await joined(dates[0], 'Monique')
    for (const [index, date] of [dates[1], dates[2]].entries())
      await there.house.inWork(coordinator(), (work) =>
        changeSession(work, { sessionId: date, startsAt: startOf(index + 2).add({ hours: 2 }) }),
      )
    const versions = [...(await newsOf(dates[1])), ...(await newsOf(dates[2]))].map(({ version }) => version)
    expect(new Set(versions).size).toBe(2)
  })

  test('a date that is cancelled leaves the chairs and the other dates, and says so', async () => {
    const { id } = await joined(dates[0], 'Monique')
    const cancel = () =>
      there.house.inWork(coordinator(), (work) => cancelDate(work, { sessionId: dates[2] }))
    expect(await cancel()).toMatchObject({ ok: true, value: { again: false } })
    expect(await cancel()).toMatchObject({ ok: true, value: { again: true } })
    const told = await newsOf(dates[2])
    expect(told).toMatchObject([{ kind: 'registrations.date-cancelled', ref: id }])
    const sent = await message('date-cancelled', id, told[0]?.version ?? 0)
    expect(sent?.body).toContain('une date de votre parcours est annulée')
    expect(sent?.body).toContain('Les autres dates restent')
    expect(await remindersOf(id)).toHaveLength(3)
    expect(await seatsOf(dates[0])).toBe(1)
    expect((await get(`/sessions/${dates[0]}`)).text).toContain('Vous venez aux 3 dates.')
  })

  test('when the first date is cancelled the next one leads: nobody loses her chair, her rank or her link', async () => {
    const monique = await joined(dates[0], 'Monique', 3)
    const karim = await joined(dates[0], 'Karim', 1, '06 39 98 55 55')
    await there.house.inWork(coordinator(), (work) => cancelDate(work, { sessionId: dates[0] }))
    expect(await Promise.all(dates.map(seatsOf))).toEqual([0, 3, 0, 0])
    expect(await rollOf(dates[3])).toEqual(['Monique', 'Karim'])
    const told = await newsOf(dates[0])
    expect(told.map(({ kind, ref }) => [kind, ref])).toEqual([
      ['registrations.date-cancelled', monique.id],
      ['registrations.date-cancelled', karim.id],
    ])
    expect((await get(`/registrations/${there.house.seal.open(monique.tokenSealed)}`)).text).toContain(
      '<s>vendredi 11 décembre',
    )
    expect(await joined(dates[1], 'Rosa', 1, '06 39 98 66 66')).toMatchObject({ rank: 2 })
  })

  test('the last chair is not lost when somebody joins while the first date is being cancelled', async () => {
    for (const name of ['Ana', 'Ben', 'Cyd'])
      await Promise.all([
        joins(dates[2], name, 1, `06 39 98 77 0${name.length}`),
        there.house.inWork(coordinator(), (work) => cancelDate(work, { sessionId: dates[0] })),
      ])
    const course = await there.house.inWork(coordinator(), (work) => readCourse(work, dates[0]))
    const { rows } = await there.owner.query(
      'select coalesce(sum(seats), 0)::int as held from registrations.registrations where session_id = $1',
      [course?.lead.id],
    )
    expect(rows[0].held).toBe(course?.lead.seatsTaken)
  })

  test('a course cancelled date by date tells everybody of the course once, and holds no chair', async () => {
    const { id } = await joined(dates[0], 'Monique')
    for (const date of dates)
      expect(
        await there.house.inWork(coordinator(), (work) => cancelSession(work, { sessionId: date })),
      ).toMatchObject({ ok: true, value: { again: false } })
    const told = await newsOf(dates[3])
    expect(told).toMatchObject([{ kind: 'registrations.session-cancelled', ref: id }])
    for (const date of dates.slice(0, 3)) expect(await newsOf(date)).toEqual([])
    expect((await message('session-cancelled', id, told[0]?.version ?? 0))?.body).toContain(
      'le parcours est annulé',
    )
    expect(await remindersOf(id)).toEqual([])
    expect(await Promise.all(dates.map(seatsOf))).toEqual([0, 0, 0, 0])
  })

  test('a larger room at any date is a larger course: who waits is offered the chair', async () => {
    await joined(dates[0], 'Monique', 3)
    const karim = await joined(dates[0], 'Karim', 1, '06 39 98 55 55')
    await there.house.inWork(coordinator(), (work) =>
      changeSession(work, { sessionId: dates[2], capacity: 4 }),
    )
    expect(await Promise.all(dates.map(seatsOf))).toEqual([4, 0, 0, 0])
    const { rows } = await there.owner.query('select status from registrations.registrations where id = $1', [
      karim.id,
    ])
    expect(rows).toEqual([{ status: 'offered' }])
  })

  test('the only date left cannot be cancelled as one among others', async () => {
    const cancel = (date: number) =>
      there.house.inWork(coordinator(), (work) => cancelDate(work, { sessionId: date }))
    for (const date of [dates[0], dates[3], dates[1]]) expect(await cancel(date)).toMatchObject({ ok: true })
    expect(await cancel(dates[2])).toMatchObject({ ok: false, refusal: 'only-date' })
  })
})

test('somebody may leave a course half-way, and no more once its last date has begun', async () => {
  const { id } = await joined(dates[0], 'Monique')
  const karim = await joined(dates[0], 'Karim', 1, '06 39 98 55 55')
  const leave = (registrationId: number) =>
    there.house.inWork(resident(), (work) => cancelRegistration(work, { registrationId, by: 'resident' }))
  there.now = startOf(2).add({ hours: 2 })
  expect(await leave(id)).toMatchObject({ ok: true })
  expect(await seatsOf(dates[0])).toBe(1)
  expect((await message('cancelled', id, 0))?.body).toContain('votre inscription est annulée')
  there.now = startOf(4)
  expect(await leave(karim.id)).toMatchObject({ ok: false, refusal: 'too-late-to-cancel' })
})
