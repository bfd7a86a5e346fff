import { z } from 'zod'
import { cleanName, longestName } from '#modules/people/index.ts'
import { cleanText, refusalOf } from './text.ts'
import {
  changesAsked,
  difficulties,
  durations,
  lengths,
  licences,
  machineKinds,
  materials,
  reportReasons,
} from './vocabulary.ts'

/** A text everybody may read; each message is a word of the catalogue. */
const text = (bounds: { least: number; most: number }) =>
  z
    .string('text-missing')
    .transform(cleanText)
    .superRefine((typed, issues) => {
      const refused = refusalOf(typed, bounds)
      if (refused) issues.addIssue({ code: 'custom', message: refused })
    })

/** Any of these values, in their own order; others are left out. */
const anyOf = <T extends string>(known: readonly T[]) =>
  z
    .preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(z.string()).max(60).catch([]))
    .transform((chosen) => known.filter((value) => chosen.includes(value)))

const facts = z.object({
  title: text(lengths.title),
  sentence: text(lengths.sentence),
  machines: anyOf(machineKinds),
  materials: anyOf(materials),
  minutes: z.coerce
    .number()
    .pipe(z.union(durations.map((minutes) => z.literal(minutes))))
    .catch(120),
  difficulty: z.enum(difficulties).catch('easy'),
  licence: z.enum(licences).nullable().catch(null),
  madeBy: z
    .string()
    .catch('')
    .transform(cleanName)
    .superRefine((typed, issues) => {
      const refused = typed === '' ? null : refusalOf(typed, lengths.madeBy)
      if (refused) issues.addIssue({ code: 'custom', message: refused })
    })
    .transform((typed) => typed || null),
})

/** What a project is. */
export const factsForm = facts
export type Facts = z.output<typeof factsForm>

const number = z.coerce.number().int().positive().max(1e15)
/** The project another one starts from. */
const remixOf = number.nullable().catch(null)

/** A first project: what it is, and who writes. */
export const newProjectForm = facts.extend({
  remixOf,
  name: z
    .string('nameMissing')
    .transform(cleanName)
    .pipe(z.string().min(1, 'nameMissing').max(longestName, 'nameTooLong')),
  contact: z.string().max(254, 'email-malformed').catch(''),
})
/** Another project of the same author. */
export const anotherForm = facts.extend({ remixOf })

export const stepForm = z.object({ words: text(lengths.step) })
/** What a picture shows. */
export const altForm = z.object({ alt: text(lengths.alt) })
export const moveForm = z.object({ to: z.enum(['up', 'down']).catch('up') })
/** One says that nobody is to be recognised, before a member looks. */
export const sendForm = z.object({ nobody: z.literal('yes', 'not-sure-nobody') })
/** Removing for good: said twice. */
export const sureForm = z.object({ sure: z.literal('yes', 'not-sure') })
export const linksForm = z.object({ contact: z.string('contact-missing').max(254, 'email-malformed') })

/** Which sending of a project a member has before her. */
const sending = z.coerce.number().int().catch(-1)
export const publicationForm = z.object({ sending })
export const changeForm = z.object({ sending, sentence: z.enum(changesAsked, 'changeMissing') })
export const reportForm = z.object({ reason: z.enum(reportReasons, 'reasonMissing') })
/** « I made the same »: `once` is the form’s own number, `alt` is read only when there is a picture. */
export const makeForm = z.object({ once: z.uuid() })
