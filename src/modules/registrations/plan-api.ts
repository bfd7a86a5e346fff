import { z } from 'zod'
import { machines, readSession } from '#modules/programme/index.ts'
import { type AnyOperation, operation } from '#platform/api/index.ts'
import { done, refuse, type Work } from '#platform/work/index.ts'
import { type ChangeSessionRefusal, cancelSession, changeSession } from './change-session.ts'

type Refusal = ChangeSessionRefusal['refusal'] | 'other-centre'

const answers = {
  'session-unknown': { status: 404, word: 'sessionUnknown' },
  'other-centre': { status: 403, word: 'otherCentre' },
  'session-cancelled': { status: 409, word: 'sessionCancelled' },
  'session-started': { status: 409, word: 'sessionStarted' },
  clash: { status: 409, word: 'clash' },
  'place-unknown': { status: 422, field: 'placeId', word: 'placeUnknown' },
  'capacity-below-taken': { status: 409, field: 'capacity', word: 'capacityBelowTaken' },
  'ends-before-it-starts': { status: 422, field: 'endsAt', word: 'endsBeforeItStarts' },
} as const satisfies Record<Refusal, { status: number; field?: string; word: machines.Word }>

const { 'session-unknown': unknown, 'other-centre': other, 'session-started': started } = answers

/** A session the key may change: one of its own centre. Another centre's is public, so that saying so tells nothing. */
async function own(work: Work, id: number): Promise<'session-unknown' | 'other-centre' | null> {
  const session = await readSession(work, id)
  if (!session) return 'session-unknown'
  return 'centre' in work.actor && session.centre.id === work.actor.centre ? null : 'other-centre'
}

async function shown(work: Work, id: number, lang: Parameters<typeof machines.showSession>[1]) {
  const session = await readSession(work, id)
  return session
    ? done({ status: 200, body: machines.showSession(session, lang) })
    : refuse({ refusal: 'session-unknown' })
}

/** Moving, resizing and cancelling a session, with a key of scope `plan`: everybody who joined is told. */
export const planOperations: readonly AnyOperation[] = [
  operation({
    id: 'changeSession',
    method: 'PATCH',
    path: '/sessions/{id}',
    summary:
      'Moves or resizes a session. Without `endsAt` it keeps its length. New seats are offered to who waits.',
    needsKey: 'plan',
    params: machines.sessionNumber,
    // Strict: a misspelt field must not pass for a change that was made.
    body: z
      .strictObject({
        startsAt: machines.moment.optional(),
        endsAt: machines.moment.optional(),
        capacity: machines.seats.optional(),
      })
      .meta({ id: 'SessionChange' }),
    answers: { 200: { meaning: 'The session as it is now.', schema: machines.wholeSession } },
    refusals: answers,
    say: (lang, refusal) => machines.words(lang)(answers[refusal].word),
    async run(work, { params, body, lang }) {
      const no = await own(work, params.id)
      if (no) return refuse({ refusal: no })
      const changed = await changeSession(work, { sessionId: params.id, ...body })
      return changed.ok ? shown(work, params.id, lang) : changed
    },
  }),
  operation({
    id: 'cancelSession',
    method: 'DELETE',
    path: '/sessions/{id}',
    summary: 'Cancels a session. Twice is the same as once.',
    needsKey: 'plan',
    params: machines.sessionNumber,
    answers: { 200: { meaning: 'The session, cancelled.', schema: machines.wholeSession } },
    refusals: { 'session-unknown': unknown, 'other-centre': other, 'session-started': started },
    say: (lang, refusal) => machines.words(lang)(answers[refusal].word),
    async run(work, { params, lang }) {
      const no = await own(work, params.id)
      if (no) return refuse({ refusal: no })
      const cancelled = await cancelSession(work, { sessionId: params.id })
      return cancelled.ok ? shown(work, params.id, lang) : cancelled
    },
  }),
]
