import { Hono } from 'hono'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, Routes } from '#platform/http/env.ts'
import type { Actor, Work } from '#platform/work/index.ts'
import { openApiDocument } from './document.ts'
import { once } from './idempotency.ts'
import type { AnyOperation, Given, Outcome } from './operation.ts'
import { commonProblem, problemAnswer } from './problem.ts'
import { readRequest } from './read-request.ts'

/** Whose key this is, asked at the gate; null for a forged or withdrawn one. */
export type KeyOf = (work: Work<'access'>, bearer: string) => Promise<Extract<Actor, { kind: 'key' }> | null>

/** Routes of every operation below `/api/v1`, and of the document that describes them. */
export function apiRoutes(house: House, operations: readonly AnyOperation[], keyOf: KeyOf): Routes {
  const app = new Hono<Env>()
  // Public reading is for any site; a browser sends no secret of ours along, since the key is not a cookie.
  app.use('/api/v1/*', async (c, next) => {
    await next()
    if (c.req.method === 'GET') c.res.headers.set('access-control-allow-origin', '*')
  })
  let document: string | undefined
  app.get('/api/v1/openapi.json', (c) => {
    document ??= JSON.stringify(openApiDocument(operations, house.settings.publicUrl))
    return c.body(document, 200, {
      'content-type': 'application/json',
      'cache-control': 'public, max-age=300',
    })
  })
  const methods = new Map<string, Set<string>>([['/openapi.json', new Set(['GET'])]])
  for (const one of operations) {
    app.on(one.method, routeOf(one.path), (c) => answer(c, house, one, keyOf))
    methods.set(one.path, (methods.get(one.path) ?? new Set()).add(one.method))
  }
  for (const [path, allowed] of methods)
    app.all(routeOf(path), (c) =>
      commonProblem(c.var.lang, 405, 'method-not-allowed', [], { allow: [...allowed].join(', ') }),
    )
  app.all('/api/*', (c) => commonProblem(c.var.lang, 404, 'not-found'))
  return app
}

const routeOf = (path: string) => `/api/v1${path.replace(/\{(\w+)\}/g, ':$1')}`

async function answer(c: Ctx, house: House, one: AnyOperation, keyOf: KeyOf): Promise<Response> {
  const { lang } = c.var
  let key: Actor | null = null
  if (one.needsKey) {
    const bearer = /^Bearer +(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1]
    key = bearer ? await house.inWork({ kind: 'gate' }, (work) => keyOf(work, bearer)) : null
    if (!key)
      return commonProblem(lang, 401, bearer ? 'key-unknown' : 'key-needed', [], {
        'www-authenticate': 'Bearer realm="Maillage"',
      })
  }
  const repeat = c.req.header('idempotency-key')
  if (repeat !== undefined && !/^[\x21-\x7e]{1,255}$/.test(repeat))
    return commonProblem(lang, 400, 'idempotency-key-malformed')
  const read = await readRequest(c, one)
  if (read instanceof Response) return read
  const input = { ...read, lang, house }
  const asking = key ? { actor: key, known: null } : ((await one.who?.(input)) ?? null)
  if (!asking) return commonProblem(lang, 404, 'not-found')
  const outcome = await house.inWork(asking.actor, (work): Promise<Outcome<string>> => {
    const act = () => one.run(work, input, asking.known)
    if (repeat === undefined || one.method === 'GET') return act()
    return once(work, house.seal, { key: repeat, method: one.method, path: c.req.path, text: read.text }, act)
  })
  return outcome.ok ? given(outcome.value, c) : refused(c, one, outcome)
}

function given({ status, body, headers }: Given, c: Ctx): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'content-type': 'application/json',
      'content-language': c.var.lang,
      'cache-control': 'no-store',
      vary: 'accept-language',
      ...headers,
    },
  })
}

function refused(
  c: Ctx,
  one: AnyOperation,
  { refusal, field, choices }: { refusal: string; field?: string; choices?: string[] },
): Response {
  const { lang } = c.var
  if (refusal === 'idempotency-key-reused') return commonProblem(lang, 422, refusal)
  const { status, field: usual } = one.refusals[refusal] ?? { status: 409 as const }
  const detail = one.say(lang, refusal)
  const about = field ?? usual
  const errors = about
    ? (choices ?? [detail]).map((said) => ({ field: about, code: refusal, detail: said }))
    : []
  return problemAnswer(lang, status, refusal, detail, errors)
}
