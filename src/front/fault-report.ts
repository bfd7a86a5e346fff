import { matchedRoutes } from 'hono/route'
import type { Ctx } from '#platform/http/env.ts'

/** What the log keeps of a request that broke: enough to mend it, and nothing of the person who asked. */
export interface FaultReport {
  /** The number the person was shown, to find this line when she calls. */
  reference: string
  method: string
  /** The route’s pattern, never its address: an address may hold the token of a registration. */
  route: string
  error: string
  message: string
  stack: string[]
}

/** Makes the line of the log; digits and quoted values, which may be somebody’s, are masked in the message. */
export function reportOf(c: Ctx, reference: string, error: Error): FaultReport {
  return {
    reference,
    method: c.req.method,
    route: matchedRoutes(c).findLast(({ path }) => path !== '*' && !path.endsWith('/*'))?.path ?? 'unknown',
    error: error.name,
    message: masked(error.message),
    // The first lines of a stack repeat the message.
    stack: (error.stack ?? '')
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .map((line) => line.trim()),
  }
}

const masked = (message: string) =>
  message.replace(/"[^"]*"|'[^']*'|«[^»]*»/g, '"…"').replace(/\S+@\S+|\+?\d[\d .-]{4,}\d|[\w-]{20,}/g, '…')
