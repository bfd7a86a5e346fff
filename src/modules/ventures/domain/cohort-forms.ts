import { z } from 'zod'
import { cleanSentence, contactIn } from '#modules/people/index.ts'
import { cohortStatuses, tracks } from './cohort.ts'
import { sectors, stages } from './vocabulary.ts'

const list = (value: unknown) => (value === undefined ? [] : [value].flat())
const codes = <const T extends readonly string[]>(all: T) =>
  z
    .preprocess(list, z.array(z.string().max(30)).max(40))
    .catch([])
    .transform((said): T[number][] => all.filter((code) => said.includes(code)))
const sentence = (missing: string, most: number) =>
  z.string(missing).transform(cleanSentence).pipe(z.string().min(3, missing).max(most, 'tooLong'))
const day = z.iso.date('dayWrong').transform((text) => Temporal.PlainDate.from(text))
const hour = z
  .string('hourWrong')
  .regex(/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/, 'hourWrong')
  .transform((text) => Temporal.PlainTime.from(text.slice(0, 5)))
const whole = (word: string, least: number, most: number) =>
  z.coerce.number(word).int(word).min(least, word).max(most, word)

/** How long a sentence of whoever applies may be. */
export const longestMotivation = 300

/** Opening a cohort: its words, seats, dates of applications, who may apply, and when it meets. */
export const cohortForm = z
  .object({
    title: sentence('titleMissing', 80),
    summary: sentence('summaryMissing', 300),
    titleAr: z.string().catch('').transform(cleanSentence).pipe(z.string().max(80, 'tooLong')),
    titleEn: z.string().catch('').transform(cleanSentence).pipe(z.string().max(80, 'tooLong')),
    track: z.enum(tracks).catch('everyone'),
    seats: whole('seatsWrong', 2, 40),
    opensOn: day,
    closesOn: day,
    stages: codes(stages),
    sectors: codes(sectors),
    criteria: z
      .string('criteriaMissing')
      .transform((text) =>
        text
          .split('\n')
          .map((line) => line.trim())
          .filter((line) => line !== '')
          .map((line) => {
            const [, label = line, weight = '1'] = line.match(/^(.*?)\s*(?:[×x*]\s*([1-5]))?$/u) ?? []
            return { label: cleanSentence(label), weight: Number(weight ?? 1) }
          }),
      )
      .pipe(
        z
          .array(
            z.object({
              label: z.string().min(2, 'criteriaMissing').max(80, 'criteriaMissing'),
              weight: z.number(),
            }),
          )
          .min(1, 'criteriaMissing')
          .max(12, 'criteriaMissing'),
      ),
    room: whole('roomMissing', 1, 999_999_999),
    first: day,
    from: hour,
    to: hour,
    meetings: whole('meetingsWrong', 1, 30),
  })
  .refine(({ opensOn, closesOn }) => Temporal.PlainDate.compare(closesOn, opensOn) >= 0, {
    path: ['closesOn'],
    message: 'closesBefore',
  })
  .refine(({ closesOn, first }) => Temporal.PlainDate.compare(first, closesOn) > 0, {
    path: ['first'],
    message: 'meetsBefore',
  })

/** Applying: one sentence, and being free. */
export const applyForm = z.object({
  cohort: whole('cohortMissing', 1, 999_999_999),
  motivation: sentence('motivationMissing', longestMotivation).refine(
    (text) => contactIn(text) === null,
    'motivationContact',
  ),
  free: z.literal('yes', 'freeMissing'),
})
export const answerForm = z.object({ application: whole('cohortMissing', 1, Number.MAX_SAFE_INTEGER) })
export const decisionForm = z.object({ decision: z.enum(['offered', 'waiting', 'declined']) })
export const statusForm = z.object({ status: z.enum(cohortStatuses) })
export const presenceForm = z.object({
  application: whole('cohortMissing', 1, Number.MAX_SAFE_INTEGER),
  came: z.enum(['present', 'absent', 'excused', '']).catch(''),
})
/** A mark of 0 to 4 for each criterion, under `c1`, `c2`… */
export const gridForm = (positions: readonly number[]) =>
  z.object(Object.fromEntries(positions.map((position) => [`c${position}`, whole('scoreMissing', 0, 4)])))
