import { z } from 'zod'
import { cleanName, longestName } from '#modules/people/index.ts'
import { languages, reaches, skills } from './vocabulary.ts'
import { weekCodes } from './week.ts'

/** A checkbox alone is posted as a text, several as a list, none as nothing. */
const list = (value: unknown) => (value === undefined ? [] : Array.isArray(value) ? value : [value])

/** Any of these values, in their own order; others are left out. */
export const someOf = <T extends string>(known: readonly T[]) =>
  z.preprocess(
    list,
    z.array(z.string()).transform((chosen) => known.filter((value) => chosen.includes(value))),
  )

const atLeastOne = <T extends string>(known: readonly T[], message: string) =>
  someOf(known).refine((chosen) => chosen.length > 0, message)

/** The form of whoever offers to host. Each message is a word of this module's catalogue. */
export const applyForm = z.object({
  centre: z.string().max(40),
  name: z
    .string('nameMissing')
    .transform(cleanName)
    .pipe(z.string().min(1, 'nameMissing').max(longestName, 'nameTooLong')),
  contact: z.string('contact-missing').max(254, 'email-malformed'),
  skills: atLeastOne(skills, 'skillsMissing'),
  languages: atLeastOne(languages, 'languagesMissing'),
  weekly: atLeastOne(weekCodes, 'weeklyMissing'),
  reach: z.coerce
    .number()
    .refine((km) => reaches.some((known) => known === km))
    .catch(10),
  organisation: z.coerce.number().int().positive().nullable().catch(null),
})
