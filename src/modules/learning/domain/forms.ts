import { z } from 'zod'
import { cleanName, longestName } from '#modules/people/index.ts'
import { noteSentences } from './notes.ts'

const id = z.string().max(60).catch('')

/** Setting out on a path. Each message is a word of this module's catalogue. */
export const startForm = z.object({
  path: id,
  centre: id,
  name: z
    .string()
    .catch('')
    .transform(cleanName)
    .pipe(z.string().max(longestName, 'nameTooLong'))
    .transform((name) => name || null),
  contact: z.string().max(254, 'email-malformed').catch(''),
  a: z.string().max(200).optional().catch(undefined),
  keepAnswers: z.literal('yes').optional().catch(undefined),
})

/** Noting a step, or taking it back. */
export const stepForm = z.object({ path: id, step: id, done: z.enum(['yes', 'no']).catch('yes') })

const list = (value: unknown) => (value === undefined ? [] : [value].flat())

/** What the team saw: gestures of the closed list and ready sentences; anything else is left out. */
export const seenForm = z.object({
  seen: z.preprocess(list, z.array(z.string().max(30)).max(60)).catch([]),
  note: z
    .preprocess(list, z.array(z.string().max(30)).max(20))
    .catch([])
    .transform((said) => noteSentences.filter((sentence) => said.includes(sentence))),
})

/** Erasing somebody else’s path: said twice, since it cannot be undone. */
export const eraseForm = z.object({ sure: z.literal('yes') })
