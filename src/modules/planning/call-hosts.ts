import type { Seal } from '#platform/seal/index.ts'
import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import { readCandidates } from './call-candidates.ts'
import { newCallToken } from './call-token.ts'
import { lockNeed } from './db/call-needs.ts'
import { readCallsOf, writeCall } from './db/calls.ts'
import { askAt, nextToAsk, nextWaveAt } from './domain/call-plan.ts'

type Schemas = 'planning' | 'programme' | 'network' | 'access' | 'team'

export type CallRefusal = { refusal: 'session-unknown' | 'nothing-missing' | 'too-late' | 'nobody-fits' }

/**
 * Offers a session that lacks hosts to those who fit: the best first, the next ones later, until it has its hosts.
 * `after`: how many had been asked when this wave was planned; another wave since then, and this one does nothing.
 */
export async function callHosts(
  work: Work<Schemas>,
  seal: Seal,
  command: { session: number; after: number | null },
): Promise<Result<{ asked: number }, CallRefusal>> {
  const need = await lockNeed(work, command.session)
  if (!need || need.status === 'cancelled') return refuse({ refusal: 'session-unknown' })
  if (need.hosts === 0) return refuse({ refusal: 'nothing-missing' })
  const at = askAt(work.now, need.start)
  if (!at) return refuse({ refusal: 'too-late' })
  const before = await readCallsOf(work, need.session)
  if (command.after !== null && command.after !== before.length) return done({ asked: 0 })

  const { next, more } = nextToAsk(await readCandidates(work, need), before)
  if (next.length === 0) return refuse({ refusal: 'nobody-fits' })
  const { centre, session } = need
  for (const { member, fit } of next) {
    const call = await writeCall(work, {
      centre,
      session,
      member,
      status: 'asked',
      reasons: fit.for,
      rank: fit.rank,
      revision: need.revision,
      token: newCallToken(seal),
    })
    work.enqueue(
      'messaging.deliver',
      { centre, kind: 'planning.call', ref: call.id, version: call.times },
      { runAt: at },
    )
  }
  const then = nextWaveAt(at, need.start)
  if (more && then) {
    const after = (await readCallsOf(work, session)).length
    work.enqueue('planning.call-hosts', { centre, session, after }, { runAt: then, key: waveKey(session) })
  }
  return done({ asked: next.length })
}

/** Key of the next wave of a session: a new one takes the place of the one before. */
export const waveKey = (session: number) => `call:${session}`
