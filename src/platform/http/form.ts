import type { z } from 'zod'
import type { Ctx } from './env.ts'

/** What a person typed: every field as text, kept to be shown again, repeated fields joined as a list. */
export type Typed = Record<string, string | string[]>

/** A field and the word for what is wrong with it (a key of the module's catalogue). */
export type FieldErrors = Record<string, string>

export type Read<T> = { ok: true; value: T; typed: Typed } | { ok: false; errors: FieldErrors; typed: Typed }

/**
 * Reads a posted form through the schema that also describes it to machines. The message of each zod issue is a word of
 * the catalogue; the first one of each field is kept. Broken encodings read as empty fields, never as an exception.
 */
export async function readForm<S extends z.ZodType>(c: Ctx, schema: S): Promise<Read<z.output<S>>> {
  const typed: Typed = {}
  const body = await c.req.parseBody({ all: true }).catch(() => ({}))
  for (const [name, value] of Object.entries(body))
    typed[name] = Array.isArray(value)
      ? value.filter((v) => typeof v === 'string')
      : typeof value === 'string'
        ? value
        : ''
  return check(schema, typed)
}

export function check<S extends z.ZodType>(schema: S, typed: Typed): Read<z.output<S>> {
  const parsed = schema.safeParse(typed)
  if (parsed.success) return { ok: true, value: parsed.data, typed }
  const errors: FieldErrors = {}
  for (const issue of parsed.error.issues)
    errors[issue.path.map(String).join('.') || 'form'] ??= issue.message
  return { ok: false, errors, typed }
}

/** One typed field as text, for `value=`. */
export const typedText = (typed: Typed, name: string) => {
  const value = typed[name]
  return Array.isArray(value) ? (value[0] ?? '') : (value ?? '')
}
