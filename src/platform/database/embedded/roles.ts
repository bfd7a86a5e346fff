import pg from 'pg'
import type { Credentials } from './credentials.ts'

/** The name of the product's database inside the embedded server. */
export const databaseName = 'maillage'

/**
 * Makes the three roles and the database where they are missing. Every step may be repeated: a start killed half-way
 * is finished by the next one. Gives true when the database was made now.
 */
export async function prepareRoles(superuserUrl: string, credentials: Credentials): Promise<boolean> {
  const client = new pg.Client({ connectionString: superuserUrl })
  client.on('error', () => {})
  await client.connect()
  try {
    const { rows } = await client.query('select rolname::text as name from pg_roles')
    const known = new Set(rows.map((row: { name: string }) => row.name))
    const login = (password: string) =>
      `login nosuperuser nocreatedb nocreaterole nobypassrls password ${pg.escapeLiteral(password)}`
    if (!known.has('maillage_owner'))
      await client.query(`create role maillage_owner ${login(credentials.owner)}`)
    if (!known.has('maillage_app')) await client.query(`create role maillage_app ${login(credentials.app)}`)
    if (!known.has('maillage_worker')) await client.query('create role maillage_worker nologin')
    // The app may put on the worker's rights for its jobs; it does not have them otherwise.
    await client.query('grant maillage_worker to maillage_app with inherit false, set true')
    const database = await client.query('select 1 from pg_database where datname = $1', [databaseName])
    if (database.rowCount === 0) await client.query(`create database ${databaseName} owner maillage_owner`)
    await client.query(`revoke all on database ${databaseName} from public`)
    await client.query(`grant connect on database ${databaseName} to maillage_app`)
    return database.rowCount === 0
  } finally {
    await client.end()
  }
}
