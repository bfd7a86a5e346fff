import type { ServerResponse } from 'node:http'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'

type Fetch = (request: Request, env: unknown) => Response | Promise<Response>

/**
 * Lets be what a route wrote straight to its socket, as a long stream does: whatever was put around its answer since, the
 * server is told that it is sent.
 */
export const lettingStraightBe =
  (fetch: Fetch): Fetch =>
  async (request, env) => {
    const answer = await fetch(request, env)
    const { outgoing } = (env ?? {}) as { outgoing?: ServerResponse }
    return outgoing?.headersSent ? RESPONSE_ALREADY_SENT : answer
  }
