import { z } from 'zod'
import { wholeOrNone } from './lab-forms.ts'

const id = (word: string) =>
  z
    .string(word)
    .regex(/^[1-9]\d{0,14}$/, word)
    .transform(Number)
const list = (value: unknown) => (value === undefined ? [] : Array.isArray(value) ? value : [value])

/** Who, at a session, was seen using a machine safely. */
export const shownForm = z.object({
  induction: id('in.makerMissing'),
  people: z.preprocess(list, z.array(id('in.makerMissing')).max(60)),
})

export const oneForm = z.object({
  maker: id('in.makerMissing'),
  induction: id('in.makerMissing'),
  sure: z.enum(['yes', '']).catch(''),
})

const line = (most: number) => z.string().trim().max(most, 'in.long').default('')
export const inductionForm = z.object({
  slug: z.string().trim().max(60).default(''),
  titleFr: z.string('in.titleMissing').trim().min(1, 'in.titleMissing').max(60, 'in.titleMissing'),
  titleEn: line(60),
  titleAr: line(60),
  summaryFr: line(200),
  summaryEn: line(200),
  summaryAr: line(200),
  validMonths: wholeOrNone('in.monthsWrong', 1, 60),
  unusedMonths: wholeOrNone('in.unusedWrong', 1, 36),
})
export const isSlug = (text: string) => /^[a-z0-9-]{2,40}$/.test(text)

/** What an induction says in each language that was written. */
export const textsOf = (form: z.output<typeof inductionForm>) =>
  Object.fromEntries(
    (
      [
        ['fr', form.titleFr, form.summaryFr],
        ['en', form.titleEn, form.summaryEn],
        ['ar', form.titleAr, form.summaryAr],
      ] as const
    )
      .filter(([, title]) => title !== '')
      .map(([code, title, summary]) => [code, { title, ...(summary && { summary }) }]),
  )
