import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { segmentsOf } from '#platform/messages/fitting.ts'
import { type TestHouse, testHouse } from '#platform/testing/house.ts'
import { type SmallWorld, seedSmallWorld } from '#platform/testing/small-world.ts'
import type { Work } from '#platform/work/index.ts'
import { applyRound, undoRound } from './apply-round.ts'
import { changeProfile, pauseMentor } from './change-mentor.ts'
import { readLiveMatches, readMatch } from './db/matches.ts'
import { readFigures, readWords } from './db/meetings.ts'
import { type Mentor, readMentor, readMentors } from './db/mentors.ts'
import { insertRound, readBlocking, readProposed, readRound } from './db/rounds.ts'
import { readApart, readAsks, writeWishes } from './db/wanting.ts'
import { acceptOpen, alternativesFor, choosePair, decidePair } from './decide-pair.ts'
import { eraseMentor } from './erase-mentor.ts'
import { jobs } from './jobs.ts'
import { answerMeeting, noteMeeting, proposeMeeting } from './meet.ts'
import { aProfile, peopleOf } from './mentoring.fixture.ts'
import { composers } from './messages.ts'
import { offerToMentor } from './offer-to-mentor.ts'
import { readSides } from './read-sides.ts'
import { askRound } from './run-round.ts'
import { signalSilence } from './signal-silence.ts'
import { stopMatch } from './stop-match.ts'

let there: TestHouse
let world: SmallWorld
let here: ReturnType<typeof peopleOf>
const start = Temporal.Instant.from('2026-12-01T08:00:00Z')

beforeAll(async () => {
  there = await testHouse()
  world = await seedSmallWorld(there.ownerUrl, there.house.seal, there.now)
})
afterAll(() => there.close())
beforeEach(async () => {
  there.now = start
  await there.owner.query(
    'delete from mentoring.mentors; delete from ventures.founders; delete from mentoring.rounds; delete from mentoring.figures; delete from graphile_worker._private_jobs',
  )
  here = peopleOf(there, world.centres.saintOuen, world.members.nadia)
})

const asNadia = <T>(useCase: (work: Work) => Promise<T>) => there.house.inWork(here.nadia, useCase)
const asResident = <T>(useCase: (work: Work) => Promise<T>) => there.house.inWork(here.resident, useCase)
const centre = () => world.centres.saintOuen
const member = () => world.members.nadia

const sent = async (): Promise<string[]> => {
  const { rows } = await there.owner.query<{ kind: string; ref: number }>(
    `select payload->>'kind' as kind, payload->>'ref' as ref from graphile_worker._private_jobs j
     join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'messaging.deliver' order by j.id`,
  )
  return rows.map(({ kind }) => kind)
}

/** Asks for a matching, accepts all of it and applies it. */
async function matched(method: 'scores' | 'wishes' = 'scores'): Promise<number> {
  const asked = await asNadia((work) => askRound(work, { centre: centre(), member: member(), method }))
  if (!asked.ok) throw new Error(asked.refusal)
  await asNadia((work) => acceptOpen(work, asked.value))
  const applied = await asNadia((work) =>
    applyRound(work, { round: asked.value, centre: centre(), member: member() }),
  )
  if (!applied.ok) throw new Error(applied.refusal)
  return asked.value
}

/** One match that both were told of. */
async function aMatch() {
  const mentor = await here.mentor({ capacity: 2 })
  const founder = await here.founder()
  await matched()
  there.now = there.now.add({ hours: 1 })
  const [match] = await asNadia(readLiveMatches)
  if (!match) throw new Error('no match')
  return { match, mentor, founder }
}

test('whoever types a mentor’s phone changes nothing of her, and the link leaves once a day at most', async () => {
  const contact = here.contactOf('06 12 34 56 78')
  const offer = (name: string) =>
    asResident((work) =>
      offerToMentor(work, there.house.seal, {
        centre: centre(),
        name,
        contact,
        language: 'fr',
        profile: aProfile,
      }),
    )
  const first = await offer('Farid')
  expect((await offer('Quelqu’un d’autre')).value).toBe(first.value)
  expect((await asNadia(readMentors)).map(({ name }) => name)).toEqual(['Farid'])
  const { rows } = await there.owner.query(
    `select distinct payload->>'version' as version from graphile_worker._private_jobs`,
  )
  expect(rows).toHaveLength(1)
  const message = await there.house.inWork(
    { kind: 'system', centre: centre() },
    (work) => composers(there.house)['mentoring.link']?.(work, first.value, 1) ?? Promise.resolve(null),
  )
  expect(message?.body).toMatch(/\/mentors\/me\/[A-Za-z0-9_-]{22}/)
})

test('a proposal tells nobody; applied, both are told half an hour later, and until then it can be taken back', async () => {
  await here.mentor()
  const founder = await here.founder()
  const round = await matched()
  expect(await asNadia(readLiveMatches)).toMatchObject([{ founder: founder.id, status: 'live' }])
  expect(await sent()).toEqual([
    'mentoring.link',
    'mentoring.welcome',
    'mentoring.matched.founder',
    'mentoring.matched.mentor',
  ])
  there.now = there.now.add({ minutes: 29 })
  expect(await asNadia((work) => undoRound(work, round))).toMatchObject({ ok: true })
  expect(await asNadia(readLiveMatches)).toEqual([])
  expect((await asNadia(readMentors))[0]?.taken).toBe(0)
  expect(await asNadia((work) => readProposed(work, round))).toMatchObject([{ decision: 'accepted' }])
  await asNadia((work) => applyRound(work, { round, centre: centre(), member: member() }))
  there.now = there.now.add({ minutes: 31 })
  expect(await asNadia((work) => undoRound(work, round))).toEqual({ ok: false, refusal: 'round-told' })
})

test('each side is told in words of the other, and never a number', async () => {
  const { match } = await aMatch()
  const tell = (kind: string) =>
    there.house.inWork({ kind: 'system', centre: centre() }, async (work) =>
      composers(there.house)[kind]?.(work, match.id, 1),
    )
  expect((await tell('mentoring.matched.founder'))?.body).toMatch(/Farid peut vous guider.*\/mentors\/for\//)
  expect((await tell('mentoring.matched.mentor'))?.body).toMatch(/Amel aimerait.*\/mentors\/me\//)
  expect((await tell('mentoring.matched.founder'))?.body).not.toContain('639')
  expect(await tell('mentoring.stopped.founder')).toBeNull()
})

test('a founder who wished a woman is only given a mentor who said so, and others read why they are left', async () => {
  await here.mentor()
  const woman = await here.mentor({ saysWoman: true }, { name: 'Leïla' })
  const wishing = await here.founder({ wishesWoman: true })
  await here.founder({ name: 'Basma' })
  const last = await here.founder({ name: 'Chirine', needs: ['web'] })
  const asked = await asNadia((work) =>
    askRound(work, { centre: centre(), member: member(), method: 'scores' }),
  )
  if (!asked.ok) throw new Error(asked.refusal)
  const proposed = await asNadia((work) => readProposed(work, asked.value))
  expect(proposed.find(({ founder }) => founder === wishing.id)?.mentor).toBe(woman)
  expect(proposed.find(({ founder }) => founder === last.id)).toMatchObject({
    mentor: null,
    why: [{ because: 'no-need', mentors: 2 }],
  })
  const reasons = proposed.find(({ founder }) => founder === wishing.id)?.reasons ?? []
  expect(reasons.reduce((sum, { points }) => sum + points, 0)).toBe(
    proposed.find(({ founder }) => founder === wishing.id)?.score,
  )
})

test('a coordinator chooses somebody else and reads what it costs; a no of the two stays a no', async () => {
  const [best, other, full] = [
    await here.mentor(),
    await here.mentor({ sectors: [], helps: ['web'] }, { name: 'Olga' }),
    await here.mentor({ avoidsSectors: ['food'] }, { name: 'Yvon' }),
  ]
  const founder = await here.founder()
  const asked = await asNadia((work) =>
    askRound(work, { centre: centre(), member: member(), method: 'scores' }),
  )
  if (!asked.ok) throw new Error(asked.refusal)
  const round = asked.value
  const choices = await asNadia(async (work) =>
    alternativesFor(await readSides(work), await readProposed(work, round), founder.id),
  )
  expect(choices.map(({ mentor, isOpen }) => [mentor.id, isOpen])).toEqual([
    [other, true],
    [full, false],
  ])
  expect(choices[0]).toMatchObject({ excluded: ['no-need'], difference: -60 })
  const choose = (mentor: number) =>
    asNadia((work) => choosePair(work, { round, founder: founder.id, mentor }))
  expect(await choose(full)).toEqual({ ok: false, refusal: 'pair-excluded' })
  expect(await choose(999_999)).toEqual({ ok: false, refusal: 'pair-unknown' })
  expect(await choose(other)).toMatchObject({ ok: true })
  expect(await asNadia((work) => readProposed(work, round))).toMatchObject([
    { mentor: other, chosen: true, decision: 'accepted' },
  ])
  expect(await choose(best)).toMatchObject({ ok: true })
})

test('whoever was left out is served first the next time', async () => {
  await here.mentor({}, { name: 'Une' })
  const lucky = await here.founder({ name: 'Amel', needs: ['money'] })
  const waiting = await here.founder({ name: 'Basma', needs: ['money', 'web'] })
  await matched()
  const [first] = await asNadia(readLiveMatches)
  expect(first?.founder).toBe(lucky.id)
  const newcomer = await here.founder({ name: 'Dora', needs: ['money'] })
  await here.mentor({}, { name: 'Deux' })
  await matched()
  expect((await asNadia(readLiveMatches)).map(({ founder }) => founder)).toEqual([lucky.id, waiting.id])
  expect((await asNadia(readAsks)).has(newcomer.id)).toBe(true)
})

test('when both sides rank, what both wish comes before points and nobody could upset it', async () => {
  const [one, two] = [await here.mentor(), await here.mentor({ sectors: [] }, { name: 'Olga' })]
  const [amel, basma] = [await here.founder(), await here.founder({ name: 'Basma' })]
  await asResident(async (work) => {
    await writeWishes(work, { side: 'founder', centre: centre(), id: amel.id }, [two])
    await writeWishes(work, { side: 'mentor', centre: centre(), id: two }, [amel.id])
  })
  const round = await matched('wishes')
  expect(await asNadia((work) => readBlocking(work, round))).toEqual([])
  const live = await asNadia(readLiveMatches)
  expect(live.find(({ founder }) => founder === amel.id)?.mentor).toBe(two)
  expect(live.find(({ founder }) => founder === basma.id)?.mentor).toBe(one)
})

test('two coordinators apply the same matching at the same moment: it happens once', async () => {
  await here.mentor({ capacity: 3 })
  for (const name of ['Amel', 'Basma', 'Chirine']) await here.founder({ name })
  const asked = await asNadia((work) =>
    askRound(work, { centre: centre(), member: member(), method: 'scores' }),
  )
  if (!asked.ok) throw new Error(asked.refusal)
  await asNadia((work) => acceptOpen(work, asked.value))
  const apply = () =>
    asNadia((work) => applyRound(work, { round: asked.value, centre: centre(), member: member() }))
  const results = await Promise.all([apply(), apply(), apply()])
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  expect(results.filter((one) => !one.ok && one.refusal === 'round-decided')).toHaveLength(2)
  expect((await asNadia(readMentors))[0]?.taken).toBe(3)
})

test('two matchings want the last place at the same moment: one has it, the other writes nothing', async () => {
  await here.mentor({ capacity: 1 })
  await here.founder()
  const ready = async () => {
    const asked = await asNadia((work) =>
      askRound(work, { centre: centre(), member: member(), method: 'scores' }),
    )
    if (!asked.ok) throw new Error(asked.refusal)
    await asNadia((work) => acceptOpen(work, asked.value))
    return asked.value
  }
  const one = await ready()
  await there.owner.query('delete from mentoring.asks')
  await here.founder({ name: 'Basma' })
  const other = await ready()
  const results = await Promise.all(
    [one, other].map((round) =>
      asNadia((work) => applyRound(work, { round, centre: centre(), member: member() })),
    ),
  )
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  expect(results).toContainEqual({ ok: false, refusal: 'place-taken' })
  expect(await asNadia(readLiveMatches)).toHaveLength(1)
})

/** Ten matches for one place, all at once, past every use case. Tells how many went through. */
async function tenForOnePlace(): Promise<number> {
  const mentor = await here.mentor({ capacity: 1 })
  const founders = await Promise.all(Array.from({ length: 10 }, () => here.founder()))
  await Promise.allSettled(
    founders.map(({ id }) =>
      there.owner.query(
        `insert into mentoring.matches (centre_id, founder_id, mentor_id, member_id, began_at, tell_at) values ($1, $2, $3, $4, now(), now())`,
        [centre(), id, mentor, member()],
      ),
    ),
  )
  return (await asNadia(readLiveMatches)).length
}

test('ten matches for one place: the database lets one through', async () => {
  expect(await tenForOnePlace()).toBe(1)
})

test('control: without the constraint, ten go through', async () => {
  await there.owner.query('alter table mentoring.mentors drop constraint never_one_founder_too_many')
  expect(await tenForOnePlace()).toBe(10)
  await there.owner.query('delete from mentoring.matches')
  await there.owner.query(
    'alter table mentoring.mentors add constraint never_one_founder_too_many check (taken between 0 and capacity)',
  )
})

test('a mentor cannot promise fewer places than she gives, and a pause proposes nobody new', async () => {
  const { mentor: id } = await aMatch()
  await here.founder({ name: 'Basma' })
  await matched()
  const mentor = (await asNadia((work) => readMentor(work, id))) as Mentor
  expect(mentor.taken).toBe(2)
  expect(await asResident((work) => changeProfile(work, mentor, { ...mentor, capacity: 1 }))).toEqual({
    ok: false,
    refusal: 'guides-more',
  })
  await asResident((work) => changeProfile(work, mentor, { ...mentor, capacity: 5 }))
  expect((await asNadia(readSides)).mentors).toHaveLength(1)
  await asResident((work) => pauseMentor(work, mentor))
  expect((await asNadia(readSides)).mentors).toEqual([])
  expect(await asNadia(readLiveMatches)).toHaveLength(2)
})

test('the two meet: one proposes, the other says yes, either notes it, and the team never reads their words', async () => {
  const { match } = await aMatch()
  const startsAt = there.now.add({ hours: 48 })
  const proposed = await asResident((work) =>
    proposeMeeting(work, { match, by: 'founder', startsAt, how: 'centre' }),
  )
  if (!proposed.ok) throw new Error(proposed.refusal)
  const meeting = {
    id: proposed.value,
    match: match.id,
    status: 'proposed',
    saidBy: 'founder',
    startsAt,
    how: 'centre',
    minutes: null,
    nextStep: null,
  } as const
  const answer = (by: 'founder' | 'mentor') =>
    asResident((work) => answerMeeting(work, { match, meeting, by, answer: 'agree' }))
  expect(await answer('founder')).toEqual({ ok: false, refusal: 'meeting-decided' })
  expect(await answer('mentor')).toMatchObject({ ok: true })
  const note = () =>
    asResident((work) =>
      noteMeeting(work, {
        match,
        by: 'founder',
        meeting,
        startsAt: meeting.startsAt,
        how: 'centre',
        minutes: 45,
        nextStep: 'try-it',
        words: 'Essayer le prix à 4 euros',
      }),
    )
  expect(await note()).toEqual({ ok: false, refusal: 'meeting-to-come' })
  there.now = startsAt.add({ hours: 1 })
  expect(await note()).toMatchObject({ ok: true })
  expect(await note()).toEqual({ ok: false, refusal: 'meeting-decided' })
  expect(await asResident((work) => readWords(work, [meeting.id]))).toEqual(
    new Map([[meeting.id, 'Essayer le prix à 4 euros']]),
  )
  expect(await asNadia((work) => readWords(work, [meeting.id]))).toEqual(new Map())
  expect(await asNadia(readFigures)).toMatchObject([{ meetings: 1, minutes: 45 }])
  expect((await sent()).slice(-2)).toEqual(['mentoring.meeting.mentor', 'mentoring.meeting.founder'])
})

test('« j’aimerais changer » asks no reason and keeps no name; the two are not proposed again', async () => {
  const { match, founder, mentor } = await aMatch()
  expect(await asResident((work) => stopMatch(work, { match, again: true }))).toMatchObject({ ok: true })
  expect(await asResident((work) => stopMatch(work, { match, again: true }))).toEqual({
    ok: false,
    refusal: 'match-ended',
  })
  expect((await asNadia((work) => readMatch(work, match.id)))?.status).toBe('stopped')
  expect(await asNadia(readApart)).toEqual([{ founder: founder.id, mentor }])
  expect((await sent()).slice(-2)).toEqual(['mentoring.stopped.founder', 'mentoring.stopped.mentor'])
  const asked = await asNadia((work) =>
    askRound(work, { centre: centre(), member: member(), method: 'scores' }),
  )
  if (!asked.ok) throw new Error(asked.refusal)
  expect(await asNadia((work) => readProposed(work, asked.value))).toMatchObject([
    { founder: founder.id, mentor: null, why: [{ because: 'kept-apart', mentors: 1 }] },
  ])
})

test('after a month without a meeting both are asked once how it goes, and not again before another month', async () => {
  await aMatch()
  const signal = () =>
    there.house.inWork({ kind: 'system', centre: centre() }, (work) => signalSilence(work, centre()))
  there.now = there.now.add({ hours: 24 * 29 })
  expect(await signal()).toBe(0)
  there.now = there.now.add({ hours: 24 * 2 })
  await jobs(there.house)['mentoring.signal']?.({}, {} as never)
  expect((await sent()).slice(-2)).toEqual(['mentoring.silent.founder', 'mentoring.silent.mentor'])
  there.now = there.now.add({ hours: 24 })
  expect(await signal()).toBe(0)
  there.now = there.now.add({ hours: 24 * 31 })
  expect(await signal()).toBe(1)
})

test('erased, a mentor leaves nothing; forgotten after a year, but never while she guides somebody', async () => {
  const { mentor, founder } = await aMatch()
  there.now = there.now.add({ hours: 24 * 400 })
  await there.owner.query(`update mentoring.mentors set last_step_at = now() - interval '13 months'`)
  await jobs(there.house)['mentoring.forget']?.({}, {} as never)
  expect(await asNadia((work) => readMentor(work, mentor))).not.toBeNull()
  const leaving = (await asNadia((work) => readMentor(work, mentor))) as Mentor
  await asResident((work) => eraseMentor(work, leaving))
  expect(await asNadia(readLiveMatches)).toEqual([])
  expect((await sent()).at(-1)).toBe('mentoring.left')
  const told = await there.house.inWork(
    { kind: 'system', centre: centre() },
    (work) => composers(there.house)['mentoring.left']?.(work, founder.id, 1) ?? Promise.resolve(null),
  )
  expect(told?.body).toContain('votre mentor ne peut plus continuer')
  expect((await asNadia(readSides)).founders.map(({ id }) => id)).toEqual([founder.id])
  const gone = await here.mentor()
  await there.owner.query(`update mentoring.mentors set last_step_at = now() - interval '13 months'`)
  await jobs(there.house)['mentoring.forget']?.({}, {} as never)
  expect(await asNadia((work) => readMentor(work, gone))).toBeNull()
})

test('a founder who is erased frees her mentor’s place', async () => {
  const { mentor, founder } = await aMatch()
  expect((await asNadia((work) => readMentor(work, mentor)))?.taken).toBe(1)
  await there.owner.query('delete from ventures.founders where id = $1', [founder.id])
  expect((await asNadia((work) => readMentor(work, mentor)))?.taken).toBe(0)
})

test('a matching that is decided stays decided, and nothing is applied when nothing is accepted', async () => {
  await here.mentor()
  const founder = await here.founder()
  const asked = await asNadia((work) =>
    askRound(work, { centre: centre(), member: member(), method: 'scores' }),
  )
  if (!asked.ok) throw new Error(asked.refusal)
  const round = asked.value
  const apply = () => asNadia((work) => applyRound(work, { round, centre: centre(), member: member() }))
  expect(await apply()).toEqual({ ok: false, refusal: 'nothing-accepted' })
  expect((await asNadia((work) => readRound(work, round)))?.status).toBe('ready')
  const decide = (decision: 'accepted' | 'refused') =>
    asNadia((work) => decidePair(work, { round, founder: founder.id, centre: centre(), decision }))
  await decide('accepted')
  expect(await apply()).toMatchObject({ ok: true })
  expect(await decide('refused')).toEqual({ ok: false, refusal: 'round-decided' })
})

test('another centre sees no mentor, no matching and no match of this one', async () => {
  const { mentor } = await aMatch()
  const rox = {
    kind: 'member',
    member: world.members.rox,
    role: 'coordinator',
    centre: world.centres.roubaix,
    name: 'Rox',
  } as const
  const seen = await there.house.inWork(rox, async (work) => ({
    mentor: await readMentor(work, mentor),
    live: await readLiveMatches(work),
    sides: (await readSides(work)).mentors,
  }))
  expect(seen).toEqual({ mentor: null, live: [], sides: [] })
})

test('two whose interests clash are not proposed again, whoever runs the next matching', async () => {
  const mentor = await here.mentor()
  const founder = await here.founder()
  const ask = async () => {
    const asked = await asNadia((work) =>
      askRound(work, { centre: centre(), member: member(), method: 'scores' }),
    )
    if (!asked.ok) throw new Error(asked.refusal)
    return asked.value
  }
  const round = await ask()
  await asNadia((work) =>
    decidePair(work, { round, founder: founder.id, centre: centre(), decision: 'apart' }),
  )
  expect(await asNadia((work) => readProposed(work, round))).toMatchObject([{ mentor, decision: 'refused' }])
  const again = await ask()
  expect(await asNadia((work) => readProposed(work, again))).toMatchObject([
    { mentor: null, why: [{ because: 'kept-apart', mentors: 1 }] },
  ])
})

test('a large matching is found by the worker, once', async () => {
  await here.mentor()
  await here.founder()
  const round = await asNadia((work) =>
    insertRound(work, { centre: centre(), method: 'scores', member: member() }),
  )
  expect((await asNadia((work) => readRound(work, round)))?.status).toBe('waiting')
  for (const _ of [1, 2])
    await jobs(there.house)['mentoring.match']?.({ centre: centre(), round }, {} as never)
  expect((await asNadia((work) => readRound(work, round)))?.status).toBe('ready')
  expect(await asNadia((work) => readProposed(work, round))).toHaveLength(1)
})

test('no message takes more than two SMS, in any language', async () => {
  const { match, mentor } = await aMatch()
  for (const language of ['fr', 'en', 'ar']) {
    await there.owner.query('update mentoring.mentors set language = $1, name = $2', [
      language,
      'Marie-Antoinette',
    ])
    await there.owner.query('update ventures.founders set language = $1', [language])
    for (const [kind, ref] of [
      ['link', mentor],
      ['welcome', mentor],
      ['matched.founder', match.id],
      ['matched.mentor', match.id],
      ['silent.founder', match.id],
      ['silent.mentor', match.id],
    ] as const) {
      const message = await there.house.inWork(
        { kind: 'system', centre: centre() },
        (work) => composers(there.house)[`mentoring.${kind}`]?.(work, ref, 1) ?? Promise.resolve(null),
      )
      expect(message?.language).toBe(language)
      expect(segmentsOf(message?.body ?? ''), `${kind} in ${language}`).toBeLessThanOrEqual(2)
    }
  }
})

test('a mentor without a place left is proposed to nobody, and whoever is left out reads so', async () => {
  await here.mentor()
  await here.founder()
  await matched()
  await here.mentor({ helps: ['web'] }, { name: 'Olga' })
  await here.founder({ name: 'Basma' })
  const asked = await asNadia((work) =>
    askRound(work, { centre: centre(), member: member(), method: 'scores' }),
  )
  if (!asked.ok) throw new Error(asked.refusal)
  const [left] = await asNadia((work) => readProposed(work, asked.value))
  expect(left?.mentor).toBeNull()
  expect(left?.why).toHaveLength(2)
  expect(left?.why).toContainEqual({ because: 'no-free-place', mentors: 1 })
})
