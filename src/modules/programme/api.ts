import { z } from 'zod'
import { type AnyOperation, anybody, operation } from '#platform/api/index.ts'
import { done, refuse } from '#platform/work/index.ts'
import { createSession } from './create-session.ts'
import { readSession } from './db/read.ts'
import { showSession, wholeSession } from './session-json.ts'
import { words } from './words.ts'

/** A moment written by a machine: ISO 8601 with `Z` or an offset, so that nobody guesses a time zone. */
export const moment = z.iso.datetime({ offset: true }).transform((text) => Temporal.Instant.from(text))

const number = z.int().min(1).max(2_147_483_647)
export const sessionNumber = z.object({ id: z.coerce.number().int().min(1).max(2_147_483_647) })
export const seats = z.int().min(1).max(500)

/** One session read, one session planned. Changing one touches who joined it: that is in registrations. */
export const operations: readonly AnyOperation[] = [
  operation({
    id: 'getSession',
    method: 'GET',
    path: '/sessions/{id}',
    summary: 'One session, with its texts in every language.',
    params: sessionNumber,
    answers: { 200: { meaning: 'The session.', schema: wholeSession } },
    refusals: { 'session-unknown': { status: 404 } },
    say: (lang) => words(lang)('sessionUnknown'),
    who: anybody,
    async run(work, { params, lang }) {
      const session = await readSession(work, params.id)
      return session
        ? done({ status: 200, body: showSession(session, lang) })
        : refuse({ refusal: 'session-unknown' })
    },
  }),
  operation({
    id: 'createSession',
    method: 'POST',
    path: '/sessions',
    summary: 'Plans a session in a place of the centre of the key; it is published at once.',
    needsKey: 'plan',
    body: z
      .object({ activityId: number, placeId: number, startsAt: moment, endsAt: moment, capacity: seats })
      .meta({ id: 'NewSession' }),
    answers: { 201: { meaning: 'The session. `Location` is its address.', schema: wholeSession } },
    refusals: {
      'activity-unknown': { status: 422, field: 'activityId' },
      'place-unknown': { status: 422, field: 'placeId' },
      'ends-before-it-starts': { status: 422, field: 'endsAt' },
      clash: { status: 409 },
    },
    say: (lang, refusal) =>
      words(lang)(
        (
          {
            'activity-unknown': 'activityUnknown',
            'place-unknown': 'placeUnknown',
            'ends-before-it-starts': 'endsBeforeItStarts',
            clash: 'clash',
          } as const
        )[refusal],
      ),
    async run(work, { body, lang }) {
      const created = await createSession(work, body)
      if (!created.ok) return created
      const session = created.value
      return done({
        status: 201,
        body: showSession(session, lang),
        headers: { location: `/api/v1/sessions/${session.id}` },
      })
    },
  }),
]
