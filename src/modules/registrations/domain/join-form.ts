import { z } from 'zod'
import { cleanName, longestName } from '#modules/people/index.ts'
import { largestParty } from './join.ts'

/** The form of a session's page, as it is posted. Each message is a word of this module's catalogue. */
export const joinForm = z.object({
  name: z
    .string('nameMissing')
    .transform(cleanName)
    .pipe(z.string().min(1, 'nameMissing').max(longestName, 'nameTooLong')),
  phone: z.string('phoneMalformed').optional(),
  email: z.string('emailMalformed').optional(),
  party: z.coerce
    .number('partyOutOfRange')
    .int('partyOutOfRange')
    .min(1, 'partyOutOfRange')
    .max(largestParty, 'partyOutOfRange')
    .default(1),
  language: z.enum(['fr', 'en', 'ar']).optional().catch(undefined),
  helper: z.literal('yes').optional().catch(undefined),
})
export type JoinForm = z.output<typeof joinForm>

export const partyForm = z.object({ party: joinForm.shape.party.unwrap() })
