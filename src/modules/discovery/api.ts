import { z } from 'zod'
import { machines } from '#modules/programme/index.ts'
import { type AnyOperation, anybody, type Outcome, operation } from '#platform/api/index.ts'
import { done, type Work } from '#platform/work/index.ts'
import { formats, themes } from '#ui/words.ts'
import { noFilters } from './domain/filters.ts'
import { needCodes } from './domain/needs.ts'
import { type Candidate, findWhere } from './find-where.ts'
import { searchSessions } from './search.ts'

const asked = z.object({
  near: z
    .string()
    .trim()
    .max(100)
    .optional()
    .describe(
      'Town, postal code or name of a place. With it, sessions come by distance and date; without it, by date.',
    ),
  need: z.enum(needCodes).optional(),
  theme: z.enum(themes).optional(),
  format: z.enum(formats).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  after: z.string().max(200).optional().describe('The `next` of the answer before, to go on from there.'),
})
type Asked = z.output<typeof asked>

const list = z
  .object({
    sessions: z.array(machines.listedSession),
    next: z
      .string()
      .nullable()
      .describe('Send it back as `after`; null at the end. Around a place, at most about 500 sessions.'),
  })
  .meta({ id: 'SessionList' })

const refusals = {
  'near-unknown': { status: 422, field: 'near', word: 'nearUnknown' },
  'near-which': { status: 422, field: 'near', word: 'nearWhich' },
  'after-unknown': { status: 422, field: 'after', word: 'afterUnknown' },
} as const
type Refusal = keyof typeof refusals

/** Sessions to come, published and not begun: around a place, or all of them by date. */
export const operations: readonly AnyOperation[] = [
  operation({
    id: 'listSessions',
    method: 'GET',
    path: '/sessions',
    summary: 'Sessions to come, around a place or by date.',
    query: asked,
    answers: { 200: { meaning: 'The sessions, and how to ask for the following ones.', schema: list } },
    refusals,
    say: (lang, refusal) => machines.words(lang)(refusals[refusal].word),
    who: anybody,
    async run(work, { query, lang }): Promise<Outcome<Refusal>> {
      const found = await (query.near ? around(work, query, query.near) : byDate(work, query))
      if (!found.ok) return found
      const { hits, next } = found
      const sessions = hits.map(({ session, metres }) => machines.listSession(session, lang, metres))
      return done({ status: 200, body: { sessions, next: next === null ? null : sealed(next) } })
    },
  }),
]

const skipped = z.object({ skip: z.int().min(0).max(10_000) })
const stopped = z.object({ startsAt: machines.moment, id: z.int().min(1).max(2_147_483_647) })

async function around(work: Work, { need, theme, format, limit, after }: Asked, near: string) {
  const from = opened(after, skipped)
  if (from === 'unknown') return { ok: false as const, refusal: 'after-unknown' as const }
  const where = await findWhere(work, near)
  const others = (towns: Candidate[]) => (towns.length > 0 ? { choices: towns.map(({ text }) => text) } : {})
  if (where.kind === 'unknown')
    return { ok: false as const, refusal: 'near-unknown' as const, ...others(where.suggestions) }
  if (where.kind === 'which')
    return { ok: false as const, refusal: 'near-which' as const, ...others(where.candidates) }
  const filters = { ...noFilters, need, theme, format }
  const { hits, next } = await searchSessions(work, { at: where, filters, limit, after: from?.skip ?? 0 })
  return { ok: true as const, hits, next: next === null ? null : { skip: next } }
}

async function byDate(work: Work, { need, theme, format, limit, after }: Asked) {
  const from = opened(after, stopped)
  if (from === 'unknown') return { ok: false as const, refusal: 'after-unknown' as const }
  const { sessions, next } = await machines.listSessions(work, { need, theme, format, limit, after: from })
  return { ok: true as const, hits: sessions.map((session) => ({ session, metres: null })), next }
}

/** Where a list stopped, in a text nobody should read into. */
const sealed = (place: object) => Buffer.from(JSON.stringify(place)).toString('base64url')

function opened<S extends z.ZodType>(text: string | undefined, schema: S): z.output<S> | null | 'unknown' {
  if (text === undefined) return null
  try {
    return schema.parse(JSON.parse(Buffer.from(text, 'base64url').toString()))
  } catch {
    return 'unknown'
  }
}
