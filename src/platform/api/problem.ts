import { z } from 'zod'
import type { Language } from '#platform/i18n/index.ts'
import { words } from './words.ts'

/** What is wrong with one field: `code` for the machine, `detail` for the person. `field` is dotted: `place.id`. */
export const fieldProblem = z
  .object({ field: z.string(), code: z.string(), detail: z.string() })
  .meta({ id: 'FieldProblem' })
export type FieldProblem = z.output<typeof fieldProblem>

/** Problem details (RFC 9457). */
export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string(),
    errors: z.array(fieldProblem),
  })
  .meta({ id: 'Problem' })

/** Statuses a problem may have, each with its title in the catalogue. */
export type ProblemStatus = 400 | 401 | 403 | 404 | 405 | 409 | 410 | 413 | 415 | 422 | 429 | 500

/** Problems every operation may have; the others are refusals of an operation. */
export type CommonProblem =
  | 'malformed-json'
  | 'malformed-text'
  | 'idempotency-key-malformed'
  | 'idempotency-key-reused'
  | 'key-needed'
  | 'key-unknown'
  | 'not-found'
  | 'method-not-allowed'
  | 'foreign-origin'
  | 'too-large'
  | 'json-needed'
  | 'fields-invalid'
  | 'too-many-requests'
  | 'internal'

/** Makes the answer. The address asked is never repeated in it: it may hold a token. */
export function problemAnswer(
  lang: Language,
  status: ProblemStatus,
  code: string,
  detail: string,
  errors: FieldProblem[] = [],
  headers: Record<string, string> = {},
): Response {
  const body: z.output<typeof problem> = {
    type: `/api/v1/openapi.json#${code}`,
    title: words(lang)(`status-${status}`),
    status,
    code,
    detail,
    errors,
  }
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'content-type': 'application/problem+json',
      'content-language': lang,
      'cache-control': 'no-store',
      vary: 'accept-language',
      ...headers,
    },
  })
}

/** A problem every operation may have, with its own sentence. */
export const commonProblem = (
  lang: Language,
  status: ProblemStatus,
  code: CommonProblem,
  errors: FieldProblem[] = [],
  headers: Record<string, string> = {},
) => problemAnswer(lang, status, code, words(lang)(code), errors, headers)
