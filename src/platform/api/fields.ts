import type { z } from 'zod'
import type { Language } from '#platform/i18n/index.ts'
import type { FieldProblem } from './problem.ts'
import { words } from './words.ts'

type Reason = 'required' | 'type' | 'too-small' | 'too-big' | 'format' | 'value' | 'unknown'

const reasons: Record<string, Reason> = {
  too_small: 'too-small',
  too_big: 'too-big',
  invalid_type: 'type',
  invalid_format: 'format',
  invalid_value: 'value',
  not_multiple_of: 'value',
  unrecognized_keys: 'unknown',
}

/** Says, field by field, why a schema refused: the first reason of each field, as a code and as a sentence. */
export function fieldProblems(
  lang: Language,
  issues: readonly z.core.$ZodIssue[],
  given: unknown,
): FieldProblem[] {
  const found = new Map<string, Reason>()
  for (const issue of issues) {
    const at = issue.path.map(String)
    const fields = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...at, key]) : [at]
    const missing =
      issue.code === 'custom' || (issue.code === 'invalid_type' && valueAt(given, issue.path) === undefined)
    for (const field of fields) {
      const name = field.join('.') || 'body'
      if (!found.has(name)) found.set(name, missing ? 'required' : (reasons[issue.code] ?? 'value'))
    }
  }
  return [...found].slice(0, 20).map(([field, code]) => ({
    field: field.slice(0, 80),
    code,
    detail: words(lang)(`field-${code}`),
  }))
}

function valueAt(given: unknown, path: readonly PropertyKey[]): unknown {
  let value = given
  for (const key of path) value = (value as Record<PropertyKey, unknown> | null | undefined)?.[key]
  return value
}
