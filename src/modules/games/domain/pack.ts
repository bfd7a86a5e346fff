import { z } from 'zod'
import { audiences, pictograms, roles, surfaces, tongues } from './vocabulary.ts'

const slug = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
const said = (most: number) => z.string().trim().min(1).max(most)

/** The same sentence in each language of the pack; French is always there. */
const text = (most: number) =>
  z.strictObject({
    fr: said(most),
    easy: said(most).optional(),
    en: said(most).optional(),
    ar: said(most).optional(),
  })
export type Text = z.infer<ReturnType<typeof text>>

/** A competence (`4.1`) or an outcome (`LO4.1.05`) of DigComp 3.0. */
const skill = z.string().regex(/^(?:[1-5]\.[1-6]|LO[1-5]\.[1-6]\.\d{2})$/)

/** Where what an item teaches is said, and how it may be used. `seen`: the day a person opened that page; null: not yet. */
const source = z.strictObject({
  title: said(160),
  url: z.url({ protocol: /^https$/ }),
  seen: z.iso.date().nullable(),
  licence: said(80),
})

/** A message, a page, a call, drawn from its parts; a part with a `clue` is what gives it away, and says why. */
const exhibit = z.strictObject({
  as: z.enum(surfaces),
  parts: z
    .array(
      z.strictObject({
        id: slug,
        role: z.enum(roles),
        text: text(300),
        icon: z.enum(pictograms).optional(),
        clue: text(240).optional(),
      }),
    )
    .min(1)
    .max(12),
})
export type Exhibit = z.infer<typeof exhibit>

const common = {
  id: slug,
  /** 1 somebody who has never, to 4 somebody who helps others. */
  level: z.int().min(1).max(4),
  skills: z.array(skill).min(1).max(4),
  audience: z.array(z.enum(audiences)).min(1).optional(),
  icon: z.enum(pictograms).optional(),
  /** The question: at most some twenty-five words. */
  prompt: text(260),
  show: exhibit.optional(),
  /** What everybody reads right after answering, whatever they answered. */
  teach: text(500),
  /** One thing to do now, or the next time. */
  gesture: text(240),
  source,
}

const letter = z.enum(['a', 'b', 'c', 'd'])
const choice = { id: letter, text: text(140), icon: z.enum(pictograms).optional() }
const unlike =
  <T>(of: (entry: T) => unknown) =>
  (entries: readonly T[]) =>
    new Set(entries.map(of)).size === entries.length
const byId = unlike((entry: { id: string }) => entry.id)

const choose = z.strictObject({
  ...common,
  kind: z.literal('choose'),
  /** More than one choice may be ticked. */
  several: z.boolean().optional(),
  choices: z
    .array(z.strictObject({ ...choice, right: z.boolean().optional() }))
    .min(2)
    .max(4)
    .refine(byId, 'two choices have the same letter')
    .refine((all) => all.some((one) => one.right), 'no choice is right'),
})

const sort = z.strictObject({
  ...common,
  kind: z.literal('sort'),
  show: exhibit,
  verdict: z.enum(['safe', 'suspicious']),
})

const order = z.strictObject({
  ...common,
  kind: z.literal('order'),
  /** In the right order; players see them in another one. */
  steps: z.array(z.strictObject(choice)).min(3).max(4).refine(byId, 'two steps have the same letter'),
})

const clues = z.strictObject({
  ...common,
  kind: z.literal('clues'),
  show: exhibit.refine((shown) => shown.parts.some((part) => part.clue), 'no part has a clue'),
})

const passphrase = z.strictObject({
  ...common,
  kind: z.literal('passphrase'),
  /** The strength to reach, 0 to 4, as zxcvbn counts. */
  least: z.int().min(1).max(4),
})

const budget = z.strictObject({
  ...common,
  kind: z.literal('budget'),
  total: z.int().min(2).max(48),
  unit: text(40),
  lines: z
    .array(z.strictObject({ id: slug, text: text(120), icon: z.enum(pictograms).optional() }))
    .min(2)
    .max(6)
    .refine(byId, 'two lines have the same name'),
})

const scene = z.union([
  z.strictObject({
    id: slug,
    text: text(400),
    show: exhibit.optional(),
    choices: z
      .array(z.strictObject({ ...choice, to: slug }))
      .min(2)
      .max(4)
      .refine(byId, 'two choices have the same letter'),
  }),
  z.strictObject({ id: slug, text: text(400), ending: z.enum(['good', 'mixed', 'bad']) }),
])
export type Scene = z.infer<typeof scene>

const story = z.strictObject({
  ...common,
  kind: z.literal('story'),
  /** The first one is where it begins; every way ends. */
  scenes: z
    .array(scene)
    .min(3)
    .max(16)
    .refine(byId, 'two scenes have the same name')
    .superRefine((scenes, problems) => {
      const problem = faultOfScenes(scenes)
      if (problem) problems.addIssue({ code: 'custom', message: problem })
    }),
})

const estimate = z.strictObject({
  ...common,
  kind: z.literal('estimate'),
  answer: z.number(),
  /** How far from the answer is still right, in the same unit. */
  within: z.number().positive(),
  low: z.number(),
  high: z.number(),
  unit: text(60),
})

const discuss = z.strictObject({
  ...common,
  kind: z.literal('discuss'),
  /** Where people stand before they talk; none of them is right. */
  choices: z.array(z.strictObject(choice)).min(2).max(4).refine(byId, 'two choices have the same letter'),
  /** What the facilitator may ask next. */
  questions: z.array(text(200)).min(1).max(4),
})

const item = z.discriminatedUnion('kind', [
  choose,
  sort,
  order,
  clues,
  passphrase,
  budget,
  story,
  estimate,
  discuss,
])
export type Item = z.infer<typeof item>
export type ItemOf<K extends Item['kind']> = Extract<Item, { kind: K }>

/** Why scenes are not a story: a way to nowhere, a scene nobody reaches, a way that comes back; null when they are one. */
function faultOfScenes(scenes: readonly Scene[]): string | null {
  const byName = new Map(scenes.map((one) => [one.id, one]))
  const seen = new Set<string>()
  const walk = (name: string, way: readonly string[]): string | null => {
    const here = byName.get(name)
    if (!here) return `no scene is called « ${name} »`
    if (way.includes(name)) return `the story comes back to « ${name} »`
    seen.add(name)
    if ('ending' in here) return null
    for (const { to } of here.choices) {
      const fault = walk(to, [...way, name])
      if (fault) return fault
    }
    return null
  }
  const fault = walk(scenes[0]?.id ?? '', [])
  const lost = scenes.find((one) => !seen.has(one.id))
  return fault ?? (lost ? `nobody reaches « ${lost.id} »` : null)
}

/** A pack of items, as a file an association can read, write and give away. */
export const packSchema = z
  .strictObject({
    format: z.literal('maillage-pack/1'),
    id: slug,
    title: text(80),
    /** One sentence: what one knows after it. */
    about: text(240),
    icon: z.enum(pictograms),
    /** Every text is in each of these; French is the first. */
    languages: z
      .array(z.enum(tongues))
      .min(1)
      .refine((all) => all[0] === 'fr', 'French comes first'),
    author: said(120),
    licence: said(80),
    /** Who read it again, and when; null says honestly that nobody outside did. */
    reviewer: z.strictObject({ name: said(120), on: z.iso.date() }).nullable(),
    /** The day after which it must be read again before it is played. */
    reviewBy: z.iso.date(),
    items: z.array(item).min(1).max(60).refine(byId, 'two items have the same name'),
  })
  .superRefine((pack, problems) => {
    for (const path of missingWords(pack, pack.languages))
      problems.addIssue({ code: 'custom', path, message: 'not said in every language of the pack' })
  })
export type Pack = z.infer<typeof packSchema>

/** Where a text of the pack lacks one of its languages. */
function missingWords(value: unknown, wanted: readonly string[], path: PropertyKey[] = []): PropertyKey[][] {
  if (typeof value !== 'object' || value === null) return []
  if (Array.isArray(value)) return value.flatMap((entry, at) => missingWords(entry, wanted, [...path, at]))
  if ('fr' in value) return wanted.every((code) => code in value) ? [] : [path]
  return Object.entries(value).flatMap(([key, entry]) => missingWords(entry, wanted, [...path, key]))
}

/** A text in the language asked for, else in French: « facile à lire » falls back to French too. */
export const say = (words: Text, tongue: keyof Text): string => words[tongue] ?? words.fr
