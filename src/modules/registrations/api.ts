import { z } from 'zod'
import { countryOf, parseContact, sealContact } from '#modules/people/index.ts'
import { machines, readSession } from '#modules/programme/index.ts'
import { type AnyOperation, anybody, type Input, operation } from '#platform/api/index.ts'
import { hashOf } from '#platform/seal/index.ts'
import { type Actor, done, refuse, type Work } from '#platform/work/index.ts'
import { cancelRegistration } from './cancel.ts'
import { readCourse } from './db/course.ts'
import { type Registration, readByToken } from './db/registration.ts'
import { readRank } from './db/waiting-list.ts'
import { centreOfToken } from './link.ts'
import { planOperations } from './plan-api.ts'
import { answerTo, type Refusal } from './refusals.ts'
import { register } from './register.ts'
import { courseDates, described, join, joined, listDates, shown } from './registration-json.ts'
import { newTicket } from './ticket.ts'
import { words } from './words.ts'

const link = z.object({ token: z.string().regex(/^[A-Za-z0-9_-]{22}$/) })

const dates = z
  .object({
    leadId: z
      .int()
      .describe('The date that holds the seats of the course; joining any other joins this one.'),
    dates: courseDates,
  })
  .meta({ id: 'CourseDates' })

/** The refusals an operation names, with the status and the field the pages give them too. */
const refusalsOf = <const R extends Refusal>(...names: R[]) =>
  Object.fromEntries(
    names.map((name) => {
      const { status, field } = answerTo(name)
      return [name, { status, ...(field ? { field } : {}) }]
    }),
  ) as Record<R, { status: 404 | 409 | 410 | 422; field?: string }>

const say = (lang: Input<object, object, object>['lang'], refusal: Refusal) =>
  words(lang)(answerTo(refusal).word)

/** The holder of a link, in the centre the link belongs to. */
async function holder({
  house,
  params,
}: Input<{ token: string }, object, object>): Promise<{ actor: Actor; known: null } | null> {
  const centre = await centreOfToken(house, params.token)
  return centre === null ? null : { actor: { kind: 'resident', centre }, known: null }
}

async function show(work: Work, token: string, lang: Input<object, object, object>['lang']) {
  const registration = await readByToken(work, hashOf(token))
  const course = registration && (await readCourse(work, registration.session))
  if (!registration || !course) return null
  return described(registration, course, await rankOf(work, registration), lang)
}

const rankOf = async (work: Work, { status, session, id }: Registration) =>
  status === 'waitlisted' ? readRank(work, session, id) : null

/** Joining, what the holder of a link may do, and changing a session: the pages’ use cases, for machines. */
export const operations: readonly AnyOperation[] = [
  operation({
    id: 'listDates',
    method: 'GET',
    path: '/sessions/{id}/dates',
    summary:
      'Every date of the course a session belongs to, cancelled ones too. A session on its own is its only date.',
    params: machines.sessionNumber,
    answers: { 200: { meaning: 'The dates, in order.', schema: dates } },
    refusals: refusalsOf('session-unknown'),
    say,
    who: anybody,
    async run(work, { params, lang }) {
      const course = await readCourse(work, params.id)
      return course
        ? done({ status: 200, body: { leadId: course.lead.id, dates: listDates(course, lang) } })
        : refuse({ refusal: 'session-unknown' })
    },
  }),
  operation({
    id: 'joinSession',
    method: 'POST',
    path: '/sessions/{id}/registrations',
    summary:
      'Joins a session, or its waiting list when it is full; any date of a course joins the whole course. The same person and session: the same registration again.',
    params: machines.sessionNumber,
    body: join,
    answers: {
      201: { meaning: 'The registration, new or already there. `Location` is its address.', schema: joined },
    },
    refusals: refusalsOf(
      'session-unknown',
      'session-cancelled',
      'session-started',
      'course-started',
      'session-full',
      'party-too-large',
      'too-many-open',
      'contact-missing',
      'phone-too-short',
      'phone-too-long',
      'phone-malformed',
      'email-malformed',
    ),
    say,
    async who({ house, params }) {
      const session = await house.inWork({ kind: 'visitor' }, (work) => readSession(work, params.id))
      return (
        session && { actor: { kind: 'resident', centre: session.centre.id }, known: session.place.postalCode }
      )
    },
    async run(work, { params, body, lang, house }, postalCode: string) {
      const contact = parseContact({ phone: body.phone, email: body.email, country: countryOf(postalCode) })
      if (!contact.ok) return { ok: false, refusal: contact.refusal, field: contact.field }
      const result = await register(work, {
        sessionId: params.id,
        name: body.name,
        contact: sealContact(house.seal, contact.value),
        party: body.party,
        language: body.language ?? lang,
        throughHelper: body.throughHelper,
        source: 'api',
        ticket: newTicket(house.seal),
      })
      if (!result.ok) return result
      const { id, session: sessionId, status, rank, party } = result.value
      const token = house.seal.open(result.value.tokenSealed)
      return done({
        status: 201,
        body: { id, sessionId, token, status, rank, party },
        headers: { location: `/api/v1/registrations/${token}` },
      })
    },
  }),
  operation({
    id: 'getRegistration',
    method: 'GET',
    path: '/registrations/{token}',
    summary: 'What a registration is now: its status, its rank, its session.',
    params: link,
    answers: { 200: { meaning: 'The registration.', schema: shown } },
    refusals: refusalsOf('registration-unknown'),
    say,
    who: holder,
    async run(work, { params, lang }) {
      const body = await show(work, params.token, lang)
      return body ? done({ status: 200, body }) : refuse({ refusal: 'registration-unknown' })
    },
  }),
  operation({
    id: 'cancelRegistration',
    method: 'DELETE',
    path: '/registrations/{token}',
    summary: 'Cancels a registration; its seats go to who waits. Twice is the same as once.',
    params: link,
    answers: { 200: { meaning: 'The registration, cancelled.', schema: shown } },
    refusals: refusalsOf('registration-unknown', 'too-late-to-cancel'),
    say,
    who: holder,
    async run(work, { params, lang }) {
      const registration = await readByToken(work, hashOf(params.token))
      if (!registration) return refuse({ refusal: 'registration-unknown' })
      const cancelled = await cancelRegistration(work, { registrationId: registration.id, by: 'resident' })
      if (!cancelled.ok) return cancelled
      const body = await show(work, params.token, lang)
      return body ? done({ status: 200, body }) : refuse({ refusal: 'registration-unknown' })
    },
  }),
  ...planOperations,
]
