import { z } from 'zod'
import type { AnyOperation } from './operation.ts'
import { problem } from './problem.ts'

type Json = Record<string, unknown>

const common: Record<number, string> = {
  400: 'The request is malformed (JSON, encoding or Idempotency-Key).',
  401: 'A key is needed, or is not valid.',
  404: 'There is nothing at this address.',
  413: 'The body is over 64 kB.',
  415: 'The body is not JSON.',
  422: 'Fields to correct, listed in `errors`.',
  429: 'Too many writes from one address in a minute.',
}

/**
 * The OpenAPI 3.1 document of a table of operations, written from the schemas that validate.
 *
 * @param server where the interface is, e.g. `https://maillage.example`
 */
export function openApiDocument(operations: readonly AnyOperation[], server: string): Json {
  const schemas: Json = {}
  const place = (schema: z.ZodType, io: 'input' | 'output') => placed(schema, io, schemas)
  const paths: Record<string, Json> = {}
  for (const one of operations)
    paths[one.path] = { ...paths[one.path], [one.method.toLowerCase()]: described(one, place) }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Maillage',
      version: '1',
      description:
        'Free sessions of a network of digital-inclusion centres: find one, join it, plan it. Errors are problem details (RFC 9457), in the language of Accept-Language (fr, en, ar).',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: `${server}/api/v1` }],
    paths,
    components: { schemas, securitySchemes: { planKey: { type: 'http', scheme: 'bearer' } } },
  }
}

function described(one: AnyOperation, place: (schema: z.ZodType, io: 'input' | 'output') => Json): Json {
  const responses: Json = {}
  for (const [status, { meaning, schema }] of Object.entries(one.answers))
    responses[status] = {
      description: meaning,
      content: { 'application/json': { schema: place(schema, 'output') } },
    }
  for (const [status, description] of problemsOf(one))
    responses[status] = {
      description,
      content: { 'application/problem+json': { schema: place(problem, 'output') } },
    }
  return {
    operationId: one.id,
    summary: one.summary,
    ...(one.needsKey ? { security: [{ planKey: [] }] } : {}),
    parameters: [
      ...parameters(one.params, 'path', place),
      ...parameters(one.query, 'query', place),
      ...repeatKey(one),
    ],
    ...(one.body
      ? {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: place(one.body, 'input') } },
          },
        }
      : {}),
    responses,
  }
}

/** Status → sentence, from what any such request may meet and from the operation's own refusals. */
function problemsOf(one: AnyOperation): [string, string][] {
  const writes = one.method !== 'GET'
  const found = new Map<number, string[]>()
  const add = (status: number, text: string) => found.set(status, [...(found.get(status) ?? []), text])
  for (const [status, text] of Object.entries(common)) {
    const code = Number(status)
    const met =
      code === 401
        ? one.needsKey
        : code === 404
          ? one.params
          : code === 415
            ? one.body
            : code === 422
              ? writes || one.query
              : writes
    if (met) add(code, text)
  }
  for (const [code, { status }] of Object.entries(one.refusals)) add(status, `\`${code}\``)
  return [...found].sort(([a], [b]) => a - b).map(([status, texts]) => [String(status), texts.join(' ')])
}

function parameters(
  schema: z.ZodObject | undefined,
  where: 'path' | 'query',
  place: (schema: z.ZodType, io: 'input') => Json,
): Json[] {
  return Object.entries(schema?.shape ?? {}).map(([name, part]) => {
    const type = part as z.ZodType
    const { description, ...shape } = place(type, 'input')
    return {
      name,
      in: where,
      required: where === 'path',
      ...(description ? { description } : {}),
      schema: shape,
    }
  })
}

const repeatKey = (one: AnyOperation): Json[] =>
  one.method === 'GET'
    ? []
    : [
        {
          name: 'Idempotency-Key',
          in: 'header',
          required: false,
          description: 'Kept 7 days: the same key and body get the same answer, and act once.',
          schema: { type: 'string', minLength: 1, maxLength: 255 },
        },
      ]

/** The JSON schema of a zod schema; the ones with a name go to the shared list, and a reference stands in their place. */
function placed(schema: z.ZodType, io: 'input' | 'output', schemas: Json): Json {
  const { properties, $defs } = z.toJSONSchema(z.object({ root: schema }), {
    io,
    unrepresentable: 'any',
  }) as unknown as {
    properties: { root: Json }
    $defs?: Record<string, Json>
  }
  const moved = (json: Json): Json =>
    JSON.parse(JSON.stringify(json).replaceAll('"#/$defs/', '"#/components/schemas/')) as Json
  for (const [name, shape] of Object.entries($defs ?? {})) schemas[name] ??= moved(shape)
  return moved(properties.root)
}
