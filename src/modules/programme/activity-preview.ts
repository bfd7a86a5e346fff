import { type Typed, typedText } from '#platform/http/form.ts'
import { languageCodes } from '#platform/i18n/index.ts'
import { textFields } from './activity-form.ts'
import type { ActivityWords } from './domain/session.ts'
import { audiences, formats, levels, themes } from './domain/vocabulary.ts'
import type { Previewed } from './pages/activity-preview.tsx'

/** What can already be shown of an activity being written: what is missing or wrong takes the first answer. */
export function previewOf(typed: Typed): Previewed {
  const one = <C extends string>(name: string, codes: readonly [C, ...C[]]): C =>
    codes.find((code) => code === typedText(typed, name)) ?? codes[0]
  const whole = (name: string, most: number, otherwise: number) => {
    const value = Number(typedText(typed, name))
    return Number.isInteger(value) && value >= 1 && value <= most ? value : otherwise
  }
  return {
    theme: one('theme', themes),
    format: one('format', formats),
    level: one('level', levels),
    audience: one('audience', audiences),
    languages: [typed.languages ?? []].flat(),
    minutes: whole('minutes', 600, 90),
    capacity: whole('capacity', 500, 8),
    texts: Object.fromEntries(
      languageCodes.map((lang) => [
        lang,
        Object.fromEntries(
          textFields.map((field) => [field, typedText(typed, `${lang}-${field}`).trim()]),
        ) as unknown as ActivityWords,
      ]),
    ),
  }
}
