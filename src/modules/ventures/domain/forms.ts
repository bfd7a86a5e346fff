import { z } from 'zod'
import { cleanName, cleanSentence, contactIn, longestName } from '#modules/people/index.ts'
import { milestoneKinds } from './milestones.ts'
import { founderNeeds, sectors, spokenLanguages, stages } from './vocabulary.ts'

const list = (value: unknown) => (value === undefined ? [] : [value].flat())
const codes = <const T extends readonly string[]>(all: T) =>
  z
    .preprocess(list, z.array(z.string().max(30)).max(40))
    .catch([])
    .transform((said): T[number][] => all.filter((code) => said.includes(code)))
const flag = z
  .literal('yes')
  .optional()
  .catch(undefined)
  .transform((said) => said === 'yes')

/** The longest sentence on what is sold. */
export const longestIdea = 200

const beginShape = {
  idea: z
    .string('ideaMissing')
    .transform(cleanSentence)
    .pipe(z.string().min(1, 'ideaMissing').max(longestIdea, 'ideaTooLong'))
    .refine((sentence) => contactIn(sentence) === null, 'ideaContact'),
  stage: z.enum(stages, 'stageMissing'),
  sector: z.enum(sectors, 'sectorMissing'),
}

/** Beginning: a town, a first name, what is sold and where one is. Messages are words of the catalogue. */
export const beginForm = z.object({
  ...beginShape,
  centre: z.string().max(60).catch(''),
  name: z
    .string('nameMissing')
    .transform(cleanName)
    .pipe(z.string().min(1, 'nameMissing').max(longestName, 'nameTooLong')),
  contact: z.string().max(254, 'email-malformed').catch(''),
})

/** All a founder may say of her project. */
export const profileForm = z.object({
  ...beginShape,
  needs: codes(founderNeeds),
  languages: codes(spokenLanguages).pipe(z.array(z.enum(spokenLanguages)).min(1, 'languagesMissing')),
  weekly: z
    .preprocess(list, z.array(z.string().regex(/^[1-7]-(morning|afternoon|evening)$/)).max(21))
    .catch([]),
  childcare: flag,
  wishesWomanMentor: flag,
})

/** Something reached: what, when, and a town or a number of people when it is about a firm. */
export const milestoneForm = z.object({
  kind: z.enum(milestoneKinds, 'kindMissing'),
  on: z.iso.date('dayMissing').transform((text) => Temporal.PlainDate.from(text)),
  town: z.string().trim().max(120).catch(''),
  jobs: z.coerce.number().int().min(1).max(50).nullable().catch(null),
})

export const removalForm = z.object({ milestone: z.coerce.number().int().positive().catch(0) })

/** What the team does with a founder’s file. */
export const standingForm = z.object({ status: z.enum(['active', 'alumni', 'paused']) })
