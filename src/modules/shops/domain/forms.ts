import { z } from 'zod'
import { changeSchema } from './rule.ts'
import { answers, sectors, sizes } from './vocabulary.ts'

/** Beginning: a town, a trade, a size. Messages are words of the catalogue. */
export const startForm = z.object({
  town: z.string('townMissing').trim().min(1, 'townMissing').max(120, 'townUnknown'),
  sector: z.enum(sectors, 'sectorMissing'),
  size: z.enum(sizes, 'sizeMissing'),
})

/** The answers to some questions, each under its own name. */
export const answersForm = (ids: readonly string[]) =>
  z.object(Object.fromEntries(ids.map((id) => [id, z.enum(answers, 'answerMissing')])))

export const doneForm = z.object({
  question: z.string().max(40).catch(''),
  done: z.preprocess((value) => value === 'yes', z.boolean()),
})

export const contactForm = z.object({ contact: z.string().trim().max(254).catch('') })

const day = z.preprocess(
  (value) => (typeof value === 'string' && value.trim() === '' ? null : value),
  z.iso.date('dayWrong').nullable().default(null),
)
/** What staff changes of a rule. */
export const ruleForm = z.object({
  from: day,
  until: day,
  deadline: day,
  confirm: z.preprocess((value) => value === 'yes', changeSchema.shape.confirm),
  effect: z.coerce
    .number('numberWrong')
    .pipe(z.int('numberWrong').min(1, 'numberWrong').max(3, 'numberWrong')),
  minutes: z.coerce
    .number('numberWrong')
    .pipe(z.int('numberWrong').min(5, 'numberWrong').max(1200, 'numberWrong')),
  gesture: z.enum(['preview', 'save', 'back']).catch('preview'),
})
