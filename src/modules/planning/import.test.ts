import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { apiFaults } from '#platform/api/index.ts'
import type { Routes } from '#platform/http/env.ts'
import { createServer } from '#platform/http/server.ts'
import { hashOf } from '#platform/seal/index.ts'
import { writeCsv } from '#platform/sheet/index.ts'
import { type TestHouse, testHouse } from '#platform/testing/house.ts'
import { type SmallWorld, seedSmallWorld } from '#platform/testing/small-world.ts'
import { jobs } from './import-jobs.ts'
import { importRoutes } from './import-routes.tsx'

const origin = 'http://localhost'
let there: TestHouse
let world: SmallWorld
let app: Routes
const cookie = `maillage=${'n'.repeat(43)}`

beforeAll(async () => {
  there = await testHouse()
  world = await seedSmallWorld(there.ownerUrl, there.house.seal, there.now)
  await there.owner.query(
    `insert into access.sign_ins (token_hash, member_id, created_at, seen_at, expires_at) values ($1, $2, $3, $3, $4)`,
    [
      hashOf('n'.repeat(43)),
      world.members.nadia,
      there.now.toString(),
      there.now.add({ hours: 10 }).toString(),
    ],
  )
  app = createServer(there.house, [importRoutes(there.house)], apiFaults, () => false, [])
})
afterAll(() => there.close())
beforeEach(() => there.owner.query('delete from programme.session_hosts; delete from programme.sessions'))

const headers = { origin, cookie, 'accept-language': 'fr' }
const get = async (path: string) => {
  const response = await app.request(`${origin}${path}`, { headers })
  return { status: response.status, text: mainOf(await response.text()) }
}
/** What a page says, without its frame. */
const mainOf = (html: string) => /<main[^]*<\/main>/.exec(html)?.[0] ?? html
async function upload(
  file: string | Uint8Array<ArrayBuffer>,
  name = 'saison.csv',
  fields: Record<string, string> = {},
) {
  const body = new FormData()
  body.set('file', new File([file], name))
  for (const [field, value] of Object.entries(fields)) body.set(field, value)
  const response = await app.request(`${origin}/plan/imports`, { method: 'POST', headers, body })
  return {
    status: response.status,
    path: response.headers.get('location') ?? '',
    text: await response.text(),
  }
}
/** Presses the button of a preview, with every box as it came. */
async function confirm(path: string) {
  const { text } = await get(path)
  const lines = [...text.matchAll(/name="line" value="(\d+)"/g)].map(
    ([, line]) => ['line', line] as [string, string],
  )
  const response = await app.request(`${origin}${path}/confirmation`, {
    method: 'POST',
    headers,
    body: new URLSearchParams(lines),
  })
  return { status: response.status, lines: lines.length, text: await response.text() }
}
const sessions = async () =>
  (
    await there.owner.query(
      `select status, capacity, to_char(starts_at at time zone 'Europe/Paris', 'MM-DD HH24:MI') as at,
        extract(epoch from ends_at - starts_at)::int / 60 as minutes, space_id as space, preparation_minutes as before
       from programme.sessions order by starts_at, id`,
    )
  ).rows

const columns = ['Référence', 'Activité', 'Lieu', 'Salle', 'Date', 'Début', 'Fin', 'Places', 'Animatrice']
const scams = 'Reconnaître un message piège'
const sheet = (...rows: string[][]) => writeCsv(columns, rows)
const season = sheet(
  ['A1', scams, 'Le Lieu', 'Salle des ateliers', '05/01/2027', '10:00', '11:30', '8', 'Samira'],
  ['A2', 'appeler en video', 'le lieu', '', '2027-01-06', '14h', '', '', ''],
  ['', 'Tricot', 'Le Lieu', '', '05/01/2027', '10:00', '', '', ''],
  ['A4', scams, 'Le Lieu', 'Salle des ateliers', '05/01/2027', '11:00', '', '', ''],
)

test('a coordinator sees what a file will do, writes it as drafts, and the same file again writes nothing', async () => {
  const { path, status } = await upload(season)
  expect(status).toBe(303)
  const { text } = await get(path)
  expect(text).toContain('2 nouvelles séances')
  expect(text).toContain('Aucune activité ne s’appelle «\u00a0Tricot\u00a0»')
  expect(text).toContain('La salle est déjà prise à cette heure')
  expect(await sessions()).toEqual([])

  expect(await confirm(path)).toMatchObject({ status: 303, lines: 2 })
  const all = [
    {
      status: 'draft',
      capacity: 8,
      at: '01-05 10:00',
      minutes: 90,
      space: world.spaces.saintOuen,
      before: 15,
    },
    { status: 'draft', capacity: 10, at: '01-06 14:00', minutes: 90, space: null, before: 15 },
  ]
  expect(await sessions()).toEqual(all)
  expect((await get(path)).text).toContain('2 séances sont au programme, en brouillon')

  const again = await upload(season)
  expect((await get(again.path)).text).toContain('Rien de nouveau, rien de changé, 2 déjà là, 2 refusées')
  expect(await confirm(again.path)).toMatchObject({ status: 303, lines: 0 })
  expect(await sessions()).toEqual(all)
})

test('pressing the button twice, or in two windows at once, writes a session once', async () => {
  const { path } = await upload(season)
  const other = await upload(season)
  const answers = await Promise.all([confirm(path), confirm(path), confirm(other.path), confirm(other.path)])
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]))
  expect(await sessions()).toHaveLength(2)
})

test('without the key of an import, two windows at once would write everything twice', async () => {
  await there.owner.query('alter table programme.sessions drop constraint session_once_per_import')
  await there.owner.query(
    'alter table programme.sessions add constraint session_once_per_import unique (id, imported_key)',
  )
  const rooms = sheet(['A1', scams, 'Le Lieu', '', '05/01/2027', '10:00', '', '', ''])
  // On a busy machine six requests may happen to come one after the other: they meet within a few rounds.
  let most = 0
  for (let round = 0; round < 6 && most < 2; round += 1) {
    const paths = await Promise.all(Array.from({ length: 6 }, async () => (await upload(rooms)).path))
    // Everybody has looked before anybody writes.
    await Promise.all(paths.map((path) => confirm(path)))
    const { rows } = await there.owner.query('select count(*)::int as n from programme.sessions')
    most = Math.max(most, rows[0].n)
    await there.owner.query('delete from programme.sessions')
  }
  await there.owner.query('alter table programme.sessions drop constraint session_once_per_import')
  await there.owner.query(
    'alter table programme.sessions add constraint session_once_per_import unique (centre_id, imported_key)',
  )
  expect(most).toBeGreaterThan(1)
})

test('a row that changed is shown as such, and moves the session it made; what the file does not say stays', async () => {
  await confirm((await upload(season)).path)
  await there.owner.query(`update programme.sessions set capacity = 9 where imported_key = 'ref:A2'`)
  const changed = season.replace('10:00;11:30', '09:00;10:00')
  const { path } = await upload(changed)
  expect((await get(path)).text).toMatch(/Change\u00a0: l’heure et la durée/)
  await confirm(path)
  expect(await sessions()).toMatchObject([
    { at: '01-05 09:00', minutes: 60, capacity: 8 },
    // A4 now has the room to itself.
    { at: '01-05 11:00' },
    { at: '01-06 14:00', capacity: 9 },
  ])
})

test('a room somebody took between looking and writing is said, and nothing is written twice over', async () => {
  const { path } = await upload(season)
  const lines = new URLSearchParams([
    ['line', '2'],
    ['line', '3'],
  ])
  await there.owner.query(
    `insert into programme.sessions (centre_id, activity_id, place_id, space_id, capacity, starts_at, ends_at, created_at)
     values ($1, $2, $3, $4, 5, '2027-01-05T10:00+01', '2027-01-05T11:00+01', now())`,
    [world.centres.saintOuen, world.activities.scams, world.places.saintOuen, world.spaces.saintOuen],
  )
  const response = await app.request(`${origin}${path}/confirmation`, {
    method: 'POST',
    headers,
    body: lines,
  })
  expect(response.status).toBe(303)
  // The row whose room is gone is left out and said; the other one is there.
  expect((await get(path)).text).toContain('La salle est déjà prise à cette heure')
  expect((await sessions()).map(({ at }) => at)).toEqual(['01-05 10:00', '01-06 14:00'])
})

/** Eight files that want one room at one hour under different references, written at the same instant. */
async function wantOneRoom() {
  const files = Array.from({ length: 8 }, (_, i) =>
    sheet([`R${i}`, scams, 'Le Lieu', 'Salle des ateliers', '05/01/2027', '10:00', '', '', '']),
  )
  const paths: string[] = []
  for (const file of files) paths.push((await upload(file)).path)
  const statuses = (await Promise.all(paths.map((path) => confirm(path)))).map(({ status }) => status)
  return { paths, statuses, count: (await sessions()).length }
}

test('of eight files that want one room at one instant, one has it, and the others are told', async () => {
  const { paths, statuses, count } = await wantOneRoom()
  expect(count).toBe(1)
  for (const status of statuses) expect([303, 409]).toContain(status)
  const told = await Promise.all(paths.map(async (path) => (await get(path)).text))
  expect(told.filter((text) => text.includes('La salle est déjà prise à cette heure'))).toHaveLength(7)
})

/** The two constraints of rooms, on whatever rows `where` says. */
const holdRooms = (everything: string, sessions: string) =>
  there.owner.query(`alter table network.occupations drop constraint one_outing_at_a_time;
    alter table network.occupations drop constraint one_session_at_a_time;
    alter table network.occupations add constraint one_outing_at_a_time
      exclude using gist (resource with =, resource_id with =, outing with <>, during with &&)
      where (${everything}) deferrable initially immediate;
    alter table network.occupations add constraint one_session_at_a_time
      exclude using gist (resource with =, resource_id with =, during with &&)
      where (${sessions}) deferrable initially immediate`)

test('without the constraints of the conflict model, several of them would have it', async () => {
  await holdRooms('false', 'false')
  // On a busy machine eight requests may happen to come one after the other: they meet within a few rounds.
  let most = 0
  for (let round = 0; round < 6 && most < 2; round += 1) {
    most = Math.max(most, (await wantOneRoom()).count)
    await there.owner.query('delete from programme.sessions')
  }
  await holdRooms('true', `by_kind <> 'stop'`)
  expect(most).toBeGreaterThan(1)
})

const event = (...lines: string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']
const calendar = (...events: string[][]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Mairie//FR', ...events.flat(), 'END:VCALENDAR', ''].join(
    '\r\n',
  )

test('an agenda comes in: its repeats through summer time, its exceptions, its zones; past dates are left out', async () => {
  const weekly = event(
    'UID:weekly@mairie',
    `SUMMARY:${scams}`,
    'LOCATION:Le Lieu\\, 6 rue des Lilas\\, 93400 Saint-Ouen-sur-Seine',
    'DTSTART;TZID=Europe/Paris:20270316T100000',
    'DTEND;TZID=Europe/Paris:20270316T113000',
    'RRULE:FREQ=WEEKLY;COUNT=4',
    'EXDATE;TZID=Europe/Paris:20270323T100000',
  )
  const moved = event(
    'UID:weekly@mairie',
    'RECURRENCE-ID;TZID=Europe/Paris:20270406T100000',
    `SUMMARY:${scams}`,
    'LOCATION:Le Lieu',
    'DTSTART;TZID=Europe/Paris:20270406T150000',
    'DTEND;TZID=Europe/Paris:20270406T160000',
  )
  const utc = event(
    'UID:utc@mairie',
    'SUMMARY:Appeler en vidéo',
    'DTSTART:20270110T130000Z',
    'DTEND:20270110T140000Z',
  )
  const past = event(
    'UID:old@mairie',
    `SUMMARY:${scams}`,
    'DTSTART:20200110T130000Z',
    'DTEND:20200110T140000Z',
  )
  const struck = event('UID:no@mairie', `SUMMARY:${scams}`, 'STATUS:CANCELLED', 'DTSTART:20270111T130000Z')
  const wholeDay = event('UID:day@mairie', `SUMMARY:${scams}`, 'DTSTART;VALUE=DATE:20270112')
  const file = calendar(weekly, moved, utc, past, struck, wholeDay)
  const usual = { place: 'Le Lieu, Saint-Ouen-sur-Seine' }
  const { path } = await upload(file, 'agenda.ics', usual)
  const { text } = await get(path)
  expect(text).toContain('4 nouvelles séances, rien de changé, aucune déjà là, 2 refusées')
  expect(text).toContain('Elle est annulée dans le fichier')
  expect(text).toContain('Il manque l’heure de début')
  await confirm(path)
  expect(await sessions()).toMatchObject([
    { at: '01-10 14:00', minutes: 60 },
    { at: '03-16 10:00', minutes: 90 },
    { at: '03-30 10:00', minutes: 90 },
    { at: '04-06 15:00', minutes: 60 },
  ])
  const again = await upload(file, 'agenda.ics', usual)
  expect((await get(again.path)).text).toContain('Rien de nouveau, rien de changé, 4 déjà là')
})

test.each([
  ['no file at all', '', 'Choisissez un fichier'],
  ['a letter', 'Chère Nadia,\n\nvoici le programme.', 'Il manque la colonne'],
  ['a broken agenda', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n', 'Cet agenda ne se lit pas'],
  [
    'an agenda that comes back every second',
    calendar(event('UID:1', 'SUMMARY:x', 'DTSTART:20270110T130000Z', 'RRULE:FREQ=SECONDLY')),
    'toutes les heures ou plus souvent',
  ],
  ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 1, 2]), 'Ce fichier ne se lit pas'],
])('%s is refused with a sentence, and the form is still there', async (_, file, sentence) => {
  const { status, text } = await upload(file)
  expect(status).toBe(422)
  expect(text).toContain(sentence)
  expect(text).toContain('name="file"')
})

test('a file of ten megabytes is refused before it is read', async () => {
  const { status } = await upload('x'.repeat(10 * 1024 * 1024))
  expect(status).toBe(413)
  // A little too large for a season: the page says so, with its form.
  const large = await upload('x'.repeat(3 * 1024 * 1024))
  expect(large.status).toBe(422)
  expect(large.text).toContain('Ce fichier dépasse 2\u00a0Mo')
})

test('a formula in a file stays text in the page, and is disarmed in the file of refused rows', async () => {
  const formula = '=HYPERLINK("http://evil.example","cliquez")'
  const { path } = await upload(
    sheet(['', formula, '<script>alert(1)</script>', '', '+1', '@x', '', '-2', '']),
  )
  const { text } = await get(path)
  expect(text).toContain('=HYPERLINK')
  expect(text).not.toContain('<script>alert')
  const refused = await get(`${path}/refused.csv`)
  expect(refused.text).toContain(`"'=HYPERLINK(`)
  for (const line of refused.text.slice(1).split('\r\n'))
    for (const cell of line.split(';')) expect(cell).not.toMatch(/^"?[=+@-]/)
})

test('names of people in other columns are not kept, and what was read is forgotten after a day', async () => {
  await upload(season)
  const rows = async () => (await there.owner.query('select rows::text from planning.imports')).rows
  expect((await rows()).length).toBeGreaterThan(0)
  for (const { rows: kept } of await rows()) expect(kept).not.toContain('Samira')
  const run = () => jobs(there.house)['planning.forget-imports']?.({}, { attempt: 1, lastAttempt: false })
  const until = there.now
  there.now = until.add({ hours: 23 })
  await run()
  expect((await rows()).length).toBeGreaterThan(0)
  there.now = until.add({ hours: 25 })
  await run()
  expect(await rows()).toEqual([])
  there.now = until
})

test('the template is taken as it is', async () => {
  const template = await get('/plan/import/modele.csv')
  expect(template.text).toContain('Référence;Activité;Lieu;Salle;Date;Début;Fin;Durée (minutes);Places')
  const { path } = await upload(template.text)
  expect((await get(path)).text).toContain(
    '2 nouvelles séances, rien de changé, aucune déjà là, aucune refusée',
  )
})
