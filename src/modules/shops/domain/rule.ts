import { z } from 'zod'
import { areas, helpers } from './vocabulary.ts'

const said = z.string().trim().min(1).max(400)
const text = z.strictObject({ fr: said, easy: said.optional(), en: said, ar: said })
/** The same sentence in French, in easy French when it differs, in English and in Arabic. */
export type Text = z.infer<typeof text>

const day = z.iso.date()

/** What somebody does about it, how long it takes, what it costs, who helps, and what shows it is done. */
const action = z.strictObject({
  do: text,
  how: text,
  /** Minutes of work. */
  minutes: z.int().min(5).max(1200),
  cost: z.strictObject({ euros: z.number().min(0).max(10_000), every: z.enum(['once', 'month', 'year']) }),
  /** 1 helps a little, 3 changes much. Our judgement. */
  effect: z.int().min(1).max(3),
  who: z.array(z.enum(helpers)).min(1),
  /** Activities of the programme where it is done. */
  activities: z.array(z.string().regex(/^[a-z0-9-]{2,60}$/)),
  deadline: day.optional(),
  proof: text,
})

/** One question, the reason it is asked, and what an answer leads to. */
const question = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{2,40}$/),
  /** The rule holds from this day, and until that one. */
  from: day.optional(),
  until: day.optional(),
  /** A shop may say that it is not about it. */
  mayNotApply: z.boolean().default(false),
  ask: text,
  why: text,
  action,
  /** The law may have moved: to be confirmed on the official site. */
  confirm: z.boolean().default(false),
  sources: z
    .array(z.strictObject({ title: said, url: z.url({ protocol: /^https$/ }), seen: day.nullable() }))
    .min(1),
})

/** The questions of one area, as its file is written. */
export const areaSchema = z.strictObject({
  area: z.enum(areas),
  title: text,
  questions: z.array(question).min(1).max(6),
})
export type AreaOfRules = z.infer<typeof areaSchema>
export type Rule = z.infer<typeof question> & { area: AreaOfRules['area'] }

/** What staff may change of a rule without touching its words; null: no such day. */
export const changeSchema = z.object({
  from: day.nullable(),
  until: day.nullable(),
  deadline: day.nullable(),
  confirm: z.boolean(),
  effect: z.int().min(1).max(3),
  minutes: z.int().min(5).max(1200),
})
export type RuleChange = z.infer<typeof changeSchema>

/** What of a rule may be changed, as it stands. */
export const changeableOf = ({
  from,
  until,
  confirm,
  action: { deadline, effect, minutes },
}: Rule): RuleChange => ({
  from: from ?? null,
  until: until ?? null,
  deadline: deadline ?? null,
  confirm,
  effect,
  minutes,
})

/** The rules with the changes staff made; a rule without a change is that of its file. */
export const withChanges = (
  rules: readonly Rule[],
  changes: ReadonlyMap<string, RuleChange>,
): readonly Rule[] =>
  rules.map((rule) => {
    const change = changes.get(rule.id)
    if (!change) return rule
    const { deadline: _, ...rest } = rule.action
    return {
      ...rule,
      from: change.from ?? undefined,
      until: change.until ?? undefined,
      confirm: change.confirm,
      action: {
        ...rest,
        effect: change.effect,
        minutes: change.minutes,
        ...(change.deadline !== null && { deadline: change.deadline }),
      },
    }
  })

/** Whether a rule holds on a day: ISO dates compare as words do. */
export const holdsOn = ({ from, until }: Pick<Rule, 'from' | 'until'>, on: string): boolean =>
  (from === undefined || from <= on) && (until === undefined || on <= until)
