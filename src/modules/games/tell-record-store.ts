import type { House } from '#platform/house.ts'
import { type GameRecord, type Statement, statementsOf } from './domain/xapi.ts'
import { readRecord } from './read-record.ts'

/** A record store that does not answer is asked again by the queue. Milliseconds. */
const patience = 10_000

/** Sends statements to a learning record store; its name and password are in its address. Throws what it answered. */
export async function sendStatements(store: string, statements: readonly Statement[]): Promise<void> {
  const { origin, pathname, username, password } = new URL(store)
  const answer = await fetch(`${origin}${pathname.replace(/\/$/, '')}/statements`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-experience-api-version': '1.0.3',
      ...(username && {
        authorization: `Basic ${Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString('base64')}`,
      }),
    },
    body: JSON.stringify(statements),
    signal: AbortSignal.timeout(patience),
    redirect: 'error',
  })
  // 409: it has these already, with the same numbers.
  if (!answer.ok && answer.status !== 409) throw new Error(`the record store answered ${answer.status}`)
}

/** What a game leaves, as statements; empty when it is not over. */
export async function readStatements(
  house: House,
  actor: Parameters<House['inWork']>[0],
  game: number,
): Promise<Statement[]> {
  const record: GameRecord | null = await house.inWork(actor, (work) => readRecord(work, game))
  return record ? statementsOf(record, house.settings.publicUrl) : []
}

/** Tells the record store of a game that is over, when the settings name one. */
export async function tellRecordStore(
  house: House,
  { centre, game }: { centre: number; game: number },
): Promise<void> {
  const { recordStore } = house.settings
  if (!recordStore) return
  const statements = await readStatements(house, { kind: 'system', centre }, game)
  if (statements.length > 0) await sendStatements(recordStore, statements)
}
