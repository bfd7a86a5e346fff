import { z } from 'zod'
import { languages as hostLanguages, skills } from '#modules/team/index.ts'
import type { Typed } from '#platform/http/form.ts'
import { type Language, languageCodes } from '#platform/i18n/index.ts'
import { type Activity, type ActivityContent, equipmentKinds, longest, needCodes } from './domain/activity.ts'
import type { ActivityWords } from './domain/session.ts'
import { audiences, formats, levels, themes } from './domain/vocabulary.ts'

/** The texts of an activity, in the order they are written and read. */
export const textFields = ['title', 'summary', 'description', 'bring'] as const
export type TextField = (typeof textFields)[number]

const list = (value: unknown) => (value === undefined || value === '' ? [] : [value].flat())
const any = <const C extends readonly string[]>(codes: C) =>
  z.preprocess(list, z.array(z.enum(codes as C & [string, ...string[]]), 'choice-unknown'))
const one = <const C extends readonly string[]>(codes: C, word: string) =>
  z.enum(codes as C & [string, ...string[]], word)
const whole = (word: string, least: number, most: number) =>
  z
    .string(word)
    .trim()
    .regex(/^\d{1,4}$/, word)
    .transform(Number)
    .refine((value) => value >= least && value <= most, word)

const text = (field: TextField, needed: boolean) => {
  const written = z
    .string()
    .default('')
    .transform((typed) => typed.replace(/\r\n?/g, '\n').trim())
    .refine((value) => value.length <= longest[field], `${field}-too-long`)
  return needed && field !== 'bring' ? written.refine((value) => value !== '', `${field}-missing`) : written
}
const textsIn = <L extends Language>(lang: L, needed: boolean) =>
  Object.fromEntries(textFields.map((field) => [`${lang}-${field}`, text(field, needed)])) as Record<
    `${L}-${TextField}`,
    ReturnType<typeof text>
  >

/** An activity as its form describes it. Its messages are words of the catalogue. */
export const activityForm = z
  .object({
    theme: one(themes, 'theme-missing'),
    format: one(formats, 'format-missing'),
    level: one(levels, 'level-missing'),
    audience: one(audiences, 'audience-missing'),
    needs: any(needCodes),
    skills: any(skills),
    languages: any(hostLanguages),
    minutes: whole('minutes-wrong', 15, 600),
    capacity: whole('capacity-wrong', 1, 500),
    hosts: whole('hosts-wrong', 0, 6),
    hostSkills: any(skills),
    equipment: any(equipmentKinds),
    preparation: whole('preparation-wrong', 0, 240),
    tidy: whole('tidy-wrong', 0, 240),
    status: z.enum(['draft', 'ready']).catch('ready'),
    ...textsIn('fr', true),
    ...textsIn('en', false),
    ...textsIn('ar', false),
  })
  .superRefine((form, context) => {
    // A language is written whole or not at all: half a translation would be shown as if it were one.
    for (const lang of ['en', 'ar'] as const) {
      if (!textFields.some((field) => form[`${lang}-${field}`] !== '')) continue
      for (const field of ['title', 'summary', 'description'] as const)
        if (form[`${lang}-${field}`] === '')
          context.addIssue({ code: 'custom', path: [`${lang}-${field}`], message: `${field}-missing` })
    }
  })
export type ActivityForm = z.output<typeof activityForm>

/** What the form decided. */
export function contentOf(form: ActivityForm): ActivityContent {
  const { theme, format, level, audience, needs, skills: learned, minutes, capacity } = form
  const { hosts, hostSkills, equipment, preparation, tidy } = form
  const written = (lang: Language): ActivityWords => ({
    title: form[`${lang}-title`],
    summary: form[`${lang}-summary`],
    description: form[`${lang}-description`],
    bring: form[`${lang}-bring`],
  })
  return {
    theme,
    format,
    level,
    audience,
    needs,
    skills: learned,
    languages: form.languages.length > 0 ? form.languages : ['fr'],
    minutes,
    capacity,
    hosts,
    hostSkills,
    equipment,
    preparation,
    tidy,
    texts: {
      fr: written('fr'),
      ...(form['en-title'] && { en: written('en') }),
      ...(form['ar-title'] && { ar: written('ar') }),
    },
  }
}

/** An activity as if somebody had typed it. */
export function typedOf(activity: ActivityContent & Partial<Pick<Activity, 'status'>>): Typed {
  const { texts, ...rest } = activity
  return {
    ...Object.fromEntries(
      Object.entries(rest).map(([name, value]) => [name, Array.isArray(value) ? value : String(value)]),
    ),
    ...Object.fromEntries(
      languageCodes.flatMap((lang) =>
        textFields.map((field) => [`${lang}-${field}`, texts[lang]?.[field] ?? '']),
      ),
    ),
  }
}

/** What a new activity starts from. */
export const freshActivity: Typed = {
  level: 'beginner',
  audience: 'everyone',
  languages: ['fr'],
  minutes: '90',
  capacity: '8',
  hosts: '1',
  preparation: '15',
  tidy: '10',
  status: 'ready',
}
