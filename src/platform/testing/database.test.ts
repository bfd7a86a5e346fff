import pg from 'pg'
import { expect, test } from 'vitest'
import { openTestDatabase } from './database.ts'

test('each test file has a database of its own, as an app that owns nothing', async () => {
  const [mine, yours] = await Promise.all([openTestDatabase(), openTestDatabase()])
  const owner = new pg.Client({ connectionString: mine.ownerUrl })
  const app = new pg.Client({ connectionString: yours.appUrl })
  await Promise.all([owner.connect(), app.connect()])
  await owner.query('create table note (id int)')
  const { rows } = await app.query(`
    select to_regclass('note') is null as separate,
           (select not (rolsuper or rolbypassrls) from pg_roles where rolname = current_user) as modest,
           (select count(*)::int from pg_class where relowner = (select oid from pg_roles where rolname = current_user)) as owned`)
  expect(rows).toEqual([{ separate: true, modest: true, owned: 0 }])
  await Promise.all([owner.end(), app.end()])
  await Promise.all([mine.close(), yours.close()])
})
