import { z } from 'zod'
import { cleanName, longestName } from '#modules/people/index.ts'
import { needCodes } from './needs.ts'

/** The call-back form as it is posted. Each message is a word of this module's catalogue. */
export const callForm = z.object({
  name: z
    .string('nameMissing')
    .transform(cleanName)
    .pipe(z.string().min(1, 'nameMissing').max(longestName, 'nameTooLong')),
  phone: z.string('phoneMissing').catch(''),
  near: z
    .string()
    .catch('')
    .transform((text) => cleanName(text).slice(0, 80)),
  need: z.enum(needCodes).nullable().catch(null),
  language: z.enum(['fr', 'en', 'ar']).optional().catch(undefined),
})
