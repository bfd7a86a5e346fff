import { z } from 'zod'
import { competences } from './digcomp.ts'
import { setFrench } from './french.ts'
import { type Need, needs, pictograms } from './vocabulary.ts'

const slug = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
const said = (most: number) => z.string().trim().min(1).max(most)
const french = (most: number) => said(most).transform(setFrench)

/** The same sentence in French, in easy French, in English and in Arabic. */
export const text = (most: number) =>
  z.strictObject({ fr: french(most), easy: french(most).optional(), en: said(most), ar: said(most) })
export type Text = z.infer<ReturnType<typeof text>>

/** One gesture of a theme, asked as one plain question. */
const rung = z.strictObject({
  /** 1 somebody who begins, to 4 somebody who can show others: the difficulty of the estimate. */
  difficulty: z.int().min(1).max(4),
  skill: z.enum(competences),
  icon: z.enum(pictograms),
  /** The need that answers this gesture, when it is not the one of its ladder. */
  need: z.enum(needs).optional(),
  /** « Savez-vous … ? », at most some twenty words. */
  question: text(160),
  /** The same gesture as what one can do: « Passer un appel ». */
  can: text(120),
})

/**
 * A theme, from its easiest gesture to its hardest. Its letter and the place of a rung name the rung in an address:
 * neither may change once it was published; a new rung of a difficulty goes to the end.
 */
export const ladderSchema = z
  .strictObject({
    id: slug,
    letter: z.string().regex(/^[a-z]$/),
    title: text(60),
    /** The need of the programme that answers this theme: which sessions are proposed. */
    need: z.enum(needs),
    rungs: z.array(rung).min(4).max(5),
  })
  .refine(({ rungs }) => rungs[0]?.difficulty === 1, 'a ladder begins at difficulty 1')
  .refine(
    ({ rungs }) => rungs.every(({ difficulty }, i) => difficulty >= (rungs[i - 1]?.difficulty ?? 1)),
    'rungs go from the easiest to the hardest',
  )
export type Ladder = z.infer<typeof ladderSchema>

/** A rung and where it stands; `code` names it in addresses and in what staff observed: `p2`. */
export type Rung = Ladder['rungs'][number] & { code: string; ladder: string; need: Need }

/** Every rung of some ladders, ladder by ladder. */
export const rungsOf = (ladders: readonly Ladder[]): Rung[] =>
  ladders.flatMap(({ id, letter, need, rungs }) =>
    rungs.map((rung, i) => ({ ...rung, need: rung.need ?? need, ladder: id, code: `${letter}${i + 1}` })),
  )
