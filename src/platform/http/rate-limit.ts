import { getConnInfo } from '@hono/node-server/conninfo'
import type { MiddlewareHandler } from 'hono'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { House } from '../house.ts'
import type { Env } from './env.ts'
import type { Faults } from './faults.ts'

/** The network address of the client: an IPv6 home has many, so its /48 counts as one. */
export function clientAddress(c: Parameters<typeof getConnInfo>[0]): string {
  let address = 'unknown'
  try {
    address = getConnInfo(c).remote.address ?? address
  } catch {
    return address
  }
  const bare = address.replace(/^::ffff:/, '')
  return bare.includes(':') ? bare.split(':').slice(0, 3).join(':') : bare
}

/** Writes a minute from a room that plays behind one address: five hundred phones, each answering ten times. */
const roomPoints = 6000

/**
 * At most `points` writes a minute from one address. A whole town hall may share an address, so the limit is wide;
 * the narrow ones count a phone, in the module that knows phones. Where a whole room plays it is wider still. Off with
 * MAILLAGE_RATE_LIMIT=off.
 */
export function limitWrites(
  house: House,
  faults: Pick<Faults, 'tooMany'>,
  crowded: (path: string) => boolean = () => false,
  points = 120,
): MiddlewareHandler<Env> {
  const limiter = new RateLimiterMemory({ points, duration: 60 })
  const ofRooms = new RateLimiterMemory({ points: roomPoints, duration: 60 })
  return async (c, next) => {
    if (!house.settings.rateLimit || c.req.method === 'GET' || c.req.method === 'HEAD') return next()
    try {
      await (crowded(c.req.path) ? ofRooms : limiter).consume(clientAddress(c))
    } catch {
      c.header('retry-after', '60')
      return faults.tooMany(c)
    }
    return next()
  }
}
