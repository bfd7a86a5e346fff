// A small app for the tests beside: starts the database of the folder it is given, then inserts rows one after the other and
// says each number only once its insert is acknowledged. It is there to be killed.
import { writeSync } from 'node:fs'
import pg from 'pg'
import { startEmbedded } from './index.ts'

const embedded = await startEmbedded({ folder: process.argv[2] ?? '' })
embedded.onExit(() => process.exit(3))
const client = new pg.Client({ connectionString: embedded.ownerUrl })
client.on('error', () => {})
await client.connect()
await client.query('create table if not exists note (id int generated always as identity primary key)')
writeSync(1, `server ${embedded.pid}\n`)
try {
  for (;;) {
    const { rows } = await client.query('insert into note default values returning id')
    writeSync(1, `${rows[0].id}\n`)
  }
} catch {
  process.exit(3) // the database is gone
}
