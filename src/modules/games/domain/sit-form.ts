import { z } from 'zod'
import { cleanName } from '#modules/people/index.ts'

/** Read from the end of a room, and said aloud: a longer name is not. */
export const longestSeatName = 20

/** Taking a seat under a name of one's own, and in a team: 0 for any. */
export const sitForm = z.object({
  name: z
    .string('play.nameMissing')
    .transform(cleanName)
    .pipe(z.string().min(1, 'play.nameMissing').max(longestSeatName, 'play.nameTooLong')),
  team: z.coerce.number().int().min(0).max(6).catch(0),
  // Made with the page: the same press sent twice is one seat.
  once: z
    .string()
    .regex(/^[\w-]{22}$/)
    .nullable()
    .catch(null),
})

/** Taking a seat under the name of an animal. */
export const sitAsAnimalForm = sitForm.pick({ team: true, once: true })

/** Four digits, of any keyboard, however they are spaced; empty when they are not that. */
export const seatCodeOf = (typed: string): string => {
  const digits = typed
    .normalize('NFKC')
    .replace(/[٠-٩۰-۹]/g, (sign) => String((sign.codePointAt(0) ?? 0) % 16))
    .replace(/[\s.-]/g, '')
  return /^\d{4}$/.test(digits) ? digits : ''
}

/** The code of a game as it is written on the screen, however it was typed; empty when it cannot be one. */
export const gameCodeOf = (typed: string): string => {
  const code = typed
    .normalize('NFKC')
    .replace(/[\s.-]/g, '')
    .toUpperCase()
  return /^[A-Z0-9]{5}$/.test(code) ? code : ''
}
