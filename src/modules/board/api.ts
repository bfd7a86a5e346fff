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
    }),
    answers: { 200: { meaning: 'The notices.', schema: z.object({ notices: z.array(notice) }) } },
    refusals: { 'centre-unknown': { status: 422, field: 'centre' } },
    say: (lang) => words(lang)('refused.centre-unknown'),
    who: anybody,
    async run(work, { query, house }) {
      const town = query.centre && (await readTowns(work)).find(({ slug }) => slug === query.centre)
      if (query.centre && !town) return refuse({ refusal: 'centre-unknown' })
      const notices = await readNotices(work, {
        status: ['published'],
        on: work.now.toZonedDateTimeISO('UTC').toPlainDate(),
        ...(town && { centre: town.centre }),
        side: query.side,
        subject: query.subject,
        limit: query.limit,
      })
      return done({
        status: 200,
        body: { notices: notices.map((one) => show(one, house.settings.publicUrl)) },
      })
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
