import type { z } from 'zod'
import type { Ctx } from '#platform/http/env.ts'
import { fieldProblems } from './fields.ts'
import type { AnyOperation } from './operation.ts'
import { commonProblem } from './problem.ts'

/** Everything an operation reads from a request, and the body's exact text, to recognise a repeated one. */
export interface ReadRequest {
  params: Record<string, unknown>
  query: Record<string, unknown>
  body: Record<string, unknown>
  text: string
}

/** Reads a request through the schemas of its operation; a response is the problem it had. */
export async function readRequest(c: Ctx, one: AnyOperation): Promise<ReadRequest | Response> {
  const { lang } = c.var
  const params = one.params?.safeParse(c.req.param())
  // An address that cannot exist is an address where nothing is.
  if (params && !params.success) return commonProblem(lang, 404, 'not-found')
  const asked: Record<string, string> = {}
  for (const [name, value] of Object.entries(c.req.query()))
    if (value !== '') asked[name] = value.replaceAll('\0', '')
  const query = check(c, one.query, asked)
  if (query instanceof Response) return query
  const read = { params: params?.data ?? {}, query, body: {}, text: '' }
  if (!one.body) return read

  const type = (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
  if (type !== 'application/json' && !/^application\/[\w.-]+\+json$/.test(type))
    return commonProblem(lang, 415, 'json-needed')
  const text = await utf8(c)
  if (text === null) return commonProblem(lang, 400, 'malformed-text')
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return commonProblem(lang, 400, 'malformed-json')
  }
  const body = check(c, one.body, json)
  return body instanceof Response ? body : { ...read, body, text }
}

function check(c: Ctx, schema: z.ZodObject | undefined, given: unknown): Record<string, unknown> | Response {
  if (!schema) return {}
  const parsed = schema.safeParse(given)
  if (parsed.success) return parsed.data
  return commonProblem(
    c.var.lang,
    422,
    'fields-invalid',
    fieldProblems(c.var.lang, parsed.error.issues, given),
  )
}

async function utf8(c: Ctx): Promise<string | null> {
  const bytes = await c.req.arrayBuffer()
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
