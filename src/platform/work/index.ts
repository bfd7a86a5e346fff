import type { Kysely, Transaction } from 'kysely'
import type { Database, DB } from '#platform/database/index.ts'
import { openingScope, type TransactionScope } from '#platform/database/scoped-driver.ts'

/** Roles of members: from the door to the network, and partners from outside. */
export type MemberRole = 'receptionist' | 'facilitator' | 'coordinator' | 'network-manager' | 'partner'

/** Who asks. It decides what row-level security lets through; nothing else does. */
export type Actor =
  /** Anybody on the public pages: reads what is public. */
  | { kind: 'visitor' }
  /** Somebody joining, or holding the link of a registration, in one centre. */
  | { kind: 'resident'; centre: number }
  | { kind: 'member'; member: number; role: MemberRole; centre: number | null; name: string }
  /** A partner's tool. */
  | { kind: 'key'; key: number; centre: number }
  /** A job or the terminal. */
  | { kind: 'system'; centre: number | null }
  /** Sign-in itself: sees members and codes, no resident. */
  | { kind: 'gate' }

export type Schema =
  | 'access'
  | 'network'
  | 'team'
  | 'planning'
  | 'print'
  | 'people'
  | 'programme'
  | 'discovery'
  | 'registrations'
  | 'attendance'
  | 'games'
  | 'learning'
  | 'badges'
  | 'exercises'
  | 'fablab'
  | 'projects'
  | 'board'
  | 'shops'
  | 'ventures'
  | 'mentoring'
  | 'messaging'
  | 'platform'

type Tables<S extends Schema> = { [K in keyof DB as K extends `${S}.${string}` ? K : never]: DB[K] }

/** A transaction that knows only the schemas it was given. */
export type Tx<S extends Schema> = Kysely<Tables<S>>

/**
 * Everything a use case may use: one transaction, one moment, one actor, one queue. Whoever asks for less takes whoever
 * knows more: `in`, which the compiler cannot prove of a transaction and would otherwise look into at every call. Said so,
 * the house is checked in a fifth of the time.
 */
// @ts-expect-error TS2636: a transaction that knows more tables does all that one with fewer does.
export interface Work<in S extends Schema = Schema> {
  tx: Tx<S>
  now: Temporal.Instant
  actor: Actor
  /** Adds a job to the transaction: it exists if, and only if, the transaction ends well. Same key: the last one wins. */
  enqueue(
    task: string,
    payload: Record<string, string | number | null>,
    options?: { runAt?: Temporal.Instant; key?: string },
  ): void
}

/** What a use case answers: its value, or a refusal named in its type. Only bugs are thrown. */
export type Result<T, R extends { refusal: string } = never> = { ok: true; value: T } | ({ ok: false } & R)

export const done = <T>(value: T): { ok: true; value: T } => ({ ok: true, value })
export const refuse = <const R extends { refusal: string }>(refusal: R): { ok: false } & R => ({
  ok: false,
  ...refusal,
})

const scopeOf = (actor: Actor): TransactionScope => ({
  centre: 'centre' in actor ? actor.centre : null,
  role: actor.kind === 'member' ? actor.role : actor.kind,
  member: actor.kind === 'member' ? actor.member : null,
  jobs: [],
})

/** Two requests met: a unique key, a serialisation, a deadlock. The second try sees what the first one did. */
const metAnother = (error: unknown) =>
  ['23505', '40001', '40P01'].includes(String((error as { code?: unknown } | null)?.code))

/** Carries a refusal out of the transaction, so that it is rolled back. */
class Refused extends Error {
  readonly result: unknown
  constructor(result: unknown) {
    super('refused')
    this.result = result
  }
}

export type InWork = <T>(actor: Actor, useCase: (work: Work) => Promise<T>) => Promise<T>

/**
 * Opens the one door to the database: a transaction scoped to the actor. A refusal rolls back; a meeting with another
 * request is tried again, up to three times; `afterCommit` is told when jobs were added.
 */
export function openWork(
  db: Database,
  clock: () => Temporal.Instant,
  afterCommit: () => void = () => {},
): InWork {
  const once = async <T>(actor: Actor, useCase: (work: Work) => Promise<T>): Promise<T> => {
    const scope = scopeOf(actor)
    const value = await openingScope.run(scope, () =>
      db.transaction().execute(async (tx: Transaction<DB>) => {
        const result = await useCase({
          tx: tx as unknown as Tx<Schema>,
          now: clock(),
          actor,
          enqueue: (task, payload, options = {}) =>
            void scope.jobs.push({ task, payload, runAt: options.runAt ?? null, key: options.key ?? null }),
        })
        if (result && typeof result === 'object' && 'ok' in result && result.ok === false)
          throw new Refused(result)
        return result
      }),
    )
    if (scope.jobs.length > 0) afterCommit()
    return value
  }
  return async (actor, useCase) => {
    for (let attempt = 1; ; attempt++) {
      try {
        return await once(actor, useCase)
      } catch (error) {
        if (error instanceof Refused) return error.result as never
        if (attempt === 3 || !metAnother(error)) throw error
      }
    }
  }
}
