import pg from 'pg'

/** Hears what the database tells on one channel. */
export interface Listening {
  close(): Promise<void>
}

/** A connection that broke is opened again after this long, milliseconds. */
const patience = 1000

/**
 * Listens to a channel on one connection of its own. `heard` is told each payload, and null each time it begins to hear:
 * something may have been missed before, and whoever listens reads everything again.
 */
export function listen(url: string, channel: string, heard: (payload: string | null) => void): Listening {
  let client: pg.Client | null = null
  let closed = false
  let again: NodeJS.Timeout | undefined

  const open = async (): Promise<void> => {
    const mine = new pg.Client({ connectionString: url })
    client = mine
    const lost = () => {
      if (closed || client !== mine) return
      client = null
      mine.end().catch(() => {})
      again = setTimeout(open, patience).unref()
    }
    mine.on('error', lost).on('end', lost)
    mine.on('notification', ({ payload }) => heard(payload ?? ''))
    try {
      await mine.connect()
      await mine.query(`listen ${pg.escapeIdentifier(channel)}`)
      heard(null)
    } catch {
      lost()
    }
  }
  void open()
  return {
    async close() {
      closed = true
      clearTimeout(again)
      await client?.end().catch(() => {})
    },
  }
}
