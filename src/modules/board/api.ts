import { z } from 'zod'
import { readTowns } from '#modules/network/index.ts'
import { type AnyOperation, anybody, operation } from '#platform/api/index.ts'
import { done, refuse } from '#platform/work/index.ts'
import { type Notice, readNotices } from './db/notices.ts'
import { halfDays, machineKinds, sides, spoken, subjects } from './domain/vocabulary.ts'
import { words } from './words.ts'

const notice = z
  .object({
    id: z.int(),
    url: z.string(),
    side: z.enum(sides),
    subject: z.enum(subjects),
    machine: z.enum(machineKinds).nullable(),
    sentence: z.string(),
    writtenIn: z.string(),
    languages: z.array(z.enum(spoken)),
    halfDays: z.array(z.enum(halfDays)),
    centre: z.object({ slug: z.string(), name: z.string() }),
    place: z.object({ id: z.int(), name: z.string(), city: z.string() }).nullable(),
    validUntil: z.string(),
  })
  .meta({ id: 'Notice' })

const list = z
  .object({
    notices: z.array(notice),
    next: z.int().nullable().describe('Send it back as `after`; null at the end.'),
  })
  .meta({ id: 'NoticeList' })

/** What hangs on the board, for machines: the same as for people, and nobody’s name. */
export const operations: readonly AnyOperation[] = [
  operation({
    id: 'listNotices',
    method: 'GET',
    path: '/notices',
    summary: 'Asks and offers that are up now, newest first; read by a member before, without their authors.',
    query: z.object({
      centre: z.string().max(60).optional(),
      side: z.enum(sides).optional(),
      subject: z.enum(subjects).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
      after: z.coerce
        .number()
        .int()
        .min(1)
        .max(Number.MAX_SAFE_INTEGER)
        .optional()
        .describe('The `next` of the answer before, to go on from there.'),
    }),
    answers: { 200: { meaning: 'The notices, and how to ask for the following ones.', schema: list } },
    refusals: { 'centre-unknown': { status: 422, field: 'centre' } },
    say: (lang) => words(lang)('refused.centre-unknown'),
    who: anybody,
    async run(work, { query, house }) {
      const town = query.centre && (await readTowns(work)).find(({ slug }) => slug === query.centre)
      if (query.centre && !town) return refuse({ refusal: 'centre-unknown' })
      const found = await readNotices(work, {
        status: ['published'],
        on: work.now.toZonedDateTimeISO('UTC').toPlainDate(),
        ...(town && { centre: town.centre }),
        side: query.side,
        subject: query.subject,
        limit: query.limit + 1,
        after: query.after,
      })
      const notices = found.slice(0, query.limit).map((one) => show(one, house.settings.publicUrl))
      const next = found.length > query.limit ? (notices.at(-1)?.id ?? null) : null
      return done({ status: 200, body: { notices, next } })
    },
  }),
]

const show = (one: Notice, publicUrl: string) => ({
  id: one.id,
  url: `${publicUrl}/board/${one.id}`,
  side: one.side,
  subject: one.subject,
  machine: one.machine,
  sentence: one.sentence,
  writtenIn: one.writtenIn,
  languages: one.languages,
  halfDays: one.halfDays,
  centre: { slug: one.centre.slug, name: one.centre.name },
  place: one.place,
  validUntil: one.validUntil.toString(),
})
