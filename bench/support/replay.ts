import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { register } from '#modules/registrations/index.ts'
import { openDatabase } from '#platform/database/index.ts'
import { newToken } from '#platform/seal/index.ts'
import { openWork } from '#platform/work/index.ts'

type Trip = { text: string; values: unknown[] }

// Values that cannot occur by themselves: where the recording shows them, each replay puts its own.
const newMark = () => ({
  name: 'Sentinelle',
  key: randomBytes(32),
  phone: randomBytes(41),
  hash: randomBytes(32),
  sealed: randomBytes(50),
})

/** What a registration says to the database, and the values to replace each time it is said again. */
export interface Recording {
  trips: Trip[]
  mark: ReturnType<typeof newMark>
}

/** Records every trip to the server that one registration makes, begin and commit included. */
export async function recordRegistration(
  appUrl: string,
  session: number,
  centre: number,
): Promise<Recording> {
  const mark = newMark()
  const trips: Trip[] = []
  class Recorder extends pg.Client {
    // biome-ignore lint/suspicious/noExplicitAny: pg overloads query in ways its own types cannot extend
    override query(text: any, values?: any, callback?: any): any {
      if (typeof text === 'string') trips.push({ text, values: Array.isArray(values) ? values : [] })
      return super.query(text, values, callback)
    }
  }
  const pool = new pg.Pool({ connectionString: appUrl, max: 1, Client: Recorder } as pg.PoolConfig)
  const inWork = openWork(openDatabase(pool), () => Temporal.Now.instant())
  const result = await inWork({ kind: 'resident', centre }, (work) =>
    register(work, {
      sessionId: session,
      name: mark.name,
      contact: { key: mark.key, phoneSealed: mark.phone, emailSealed: null },
      party: 1,
      language: 'fr',
      throughHelper: false,
      source: 'web',
      ticket: { token: newToken(), hash: mark.hash, sealed: mark.sealed },
    }),
  )
  await pool.end()
  if (!result.ok) throw new Error(`the recorded registration was refused: ${result.refusal}`)
  const id = String(result.value.id)
  const templates = trips.map(({ text, values }) => ({
    text: text
      .replaceAll(`remind:${id}`, 'remind:#')
      .replaceAll(`"ref":${id}`, '"ref":#')
      .replaceAll(`"registration":${id}`, '"registration":#'),
    values,
  }))
  return { trips: templates, mark }
}

/** Sends the recorded trips again with fresh values, `times` times over `connections`, straight through the driver. */
export async function replay(
  appUrl: string,
  { trips, mark }: Recording,
  sessions: number[],
  times: number,
  connections: number,
): Promise<number> {
  const clients = await Promise.all(
    Array.from({ length: connections }, async () => {
      const client = new pg.Client({ connectionString: appUrl })
      await client.connect()
      return client
    }),
  )
  let left = times
  const original = trips
    .flatMap((trip) => trip.values)
    .find((value) => typeof value === 'number' && value > 1)
  const began = performance.now()
  await Promise.all(
    clients.map(async (client) => {
      while (left-- > 0) {
        const session = sessions[left % sessions.length] as number
        const fresh = new Map<unknown, unknown>([
          [mark.name, `Client ${randomBytes(4).toString('hex')}`],
          [mark.name.toLowerCase(), randomBytes(4).toString('hex')],
        ])
        const bytes = { key: randomBytes(32), hash: randomBytes(32) }
        let id = '0'
        for (const [i, { text, values }] of trips.entries()) {
          if (values.length === 0) {
            await client.query(text.replaceAll('#', id))
            continue
          }
          const own = values.map((value) => {
            if (Buffer.isBuffer(value))
              return value.equals(mark.key) ? bytes.key : value.equals(mark.hash) ? bytes.hash : value
            if (value === original) return session
            return fresh.get(value) ?? value
          })
          const { rows } = await client.query({ name: `trip${i}`, text, values: own })
          if (rows[0]?.status && rows[0]?.id) id = String(rows[0].id)
        }
      }
    }),
  )
  const seconds = (performance.now() - began) / 1000
  await Promise.all(clients.map((client) => client.end()))
  return times / seconds
}
