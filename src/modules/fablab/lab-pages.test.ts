import { Hono } from 'hono'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Env } from '#platform/http/env.ts'
import { hashOf } from '#platform/seal/index.ts'
import { type TestHouse, testHouse } from '#platform/testing/house.ts'
import { type SmallWorld, seedSmallWorld } from '#platform/testing/small-world.ts'
import { composeDoor } from './compose-lab-paper.ts'
import { usualRules } from './domain/vocabulary.ts'
import { type SmallLab, seedSmallLab } from './lab.fixture.ts'
import { labJobs } from './lab-jobs.ts'
import { labComposers } from './lab-messages.ts'
import { labRoutes } from './lab-routes.tsx'

let at: TestHouse
let world: SmallWorld
let lab: SmallLab
const nine = Temporal.Instant.from('2026-12-01T08:00:00Z')

beforeAll(async () => {
  at = await testHouse()
  world = await seedSmallWorld(at.ownerUrl, at.house.seal, at.now)
  lab = await seedSmallLab(at.owner, world)
  await at.owner.query(`update access.members set role = 'coordinator' where id = $1`, [world.members.rox])
  for (const member of Object.values(world.members))
    await at.owner.query(
      `insert into access.sign_ins (token_hash, member_id, created_at, seen_at, expires_at) values ($1, $2, $3, $3, $4)`,
      [hashOf(tokenOf(member)), member, nine.toString(), nine.add({ hours: 1000 }).toString()],
    )
})
afterAll(() => at.close())
beforeEach(async () => {
  at.now = nine
  await at.owner.query('update access.sign_ins set seen_at = $1', [nine.toString()])
  await at.owner.query(
    `delete from fablab.outages; delete from fablab.breakdowns; delete from fablab.stock_moves; delete from fablab.materials;
     delete from fablab.upkeep_plans; delete from fablab.presences; delete from fablab.makers;
     delete from fablab.hour_figures; delete from fablab.maker_figures; delete from fablab.induction_figures; delete from fablab.machine_use`,
  )
})

const tokenOf = (member: number) => `${'x'.repeat(40)}${String(member).padStart(3, '0')}`
type Name = keyof SmallWorld['members']
const app = () => {
  const server = new Hono<Env>()
  server.use((c, next) => {
    c.set('lang', 'fr')
    return next()
  })
  // Projects are counted by another module: none here.
  return server.route(
    '/',
    labRoutes(at.house, async () => []),
  )
}
const cookie = (who: Name | null) => (who ? { cookie: `maillage=${tokenOf(world.members[who])}` } : {})
const get = (who: Name | null, path: string) =>
  app().request(`http://localhost${path}`, { headers: cookie(who) })
const post = (who: Name | null, path: string, fields: Record<string, string>) =>
  app().request(`http://localhost${path}`, {
    method: 'POST',
    headers: cookie(who),
    body: new URLSearchParams(fields),
  })
const text = async (response: Response | Promise<Response>) =>
  (await (await response).text()).replace(/<style[^]*?<\/style>/, '').replaceAll('\u00a0', ' ')
const rows = async (query: string) => (await at.owner.query(query)).rows

/** Somebody at the door books a machine of today. */
const atTheDoor = (more: Record<string, string> = {}) =>
  post('yanis', '/fablab/bookings', {
    on: '2026-12-01',
    name: 'Amina',
    contact: '06 12 34 56 78',
    kind: 'make',
    slot: `${lab.machines.sewing}@2026-12-01T09:00:00Z`,
    ...more,
  })

describe('the day of the lab', () => {
  test('the reception books for somebody at the door, and sees her on the line of the machine', async () => {
    const booked = await atTheDoor()
    expect(booked.status).toBe(303)
    const page = await text(get('yanis', '/fablab'))
    expect(page).toContain('Amina')
    expect(page).toContain('Machine à coudre 1')
    expect(page).not.toContain('06 12 34')
  })
  test('a refusal keeps what was typed and says the reason', async () => {
    const refused = await atTheDoor({ slot: `${lab.machines.laser}@2026-12-01T09:00:00Z` })
    expect(refused.status).toBe(409)
    const page = await text(refused)
    expect(page).toContain('il faut une prise en main')
    expect(page).toContain('value="Amina"')
    for (const slot of [`${lab.machines.sewing}@2026-99-99T09:00:00Z`, '1@-271821-04-20T00:00:00Z', 'x'])
      expect((await atTheDoor({ slot })).status).toBe(422)
  })
  test('a class comes with its adult, and counts as one booking', async () => {
    const booked = await atTheDoor({ kind: 'group', name: 'École Jaurès', adult: 'M. Diallo', people: '12' })
    expect(booked.status).toBe(303)
    expect(await text(get('samira', '/fablab'))).toContain('groupe de 12')
  })
  test('who came is marked, counted once, and the mark is taken back', async () => {
    await atTheDoor()
    const [booking] = await rows('select id from fablab.bookings')
    expect((await post('yanis', `/fablab/bookings/${booking.id}/mark`, { came: 'present' })).status).toBe(409)
    at.now = Temporal.Instant.from('2026-12-01T09:05:00Z')
    const mark = (came: string) => post('yanis', `/fablab/bookings/${booking.id}/mark`, { came })
    expect((await mark('present')).status).toBe(303)
    await mark('present')
    expect(await rows('select minutes, bookings from fablab.hour_figures')).toEqual([
      { minutes: 60, bookings: 1 },
    ])
    expect(await rows('select makers from fablab.maker_figures')).toEqual([{ makers: 1 }])
    expect(await rows('select minutes from fablab.machine_use')).toEqual([{ minutes: 60 }])
    await mark('none')
    expect(await rows('select minutes, bookings from fablab.hour_figures')).toEqual([
      { minutes: 0, bookings: 0 },
    ])
    expect(await rows('select makers from fablab.maker_figures')).toEqual([{ makers: 0 }])
  })
  test('an erased maker leaves her hours in the figures', async () => {
    await atTheDoor()
    at.now = Temporal.Instant.from('2026-12-01T09:05:00Z')
    const [booking] = await rows('select id from fablab.bookings')
    await post('yanis', `/fablab/bookings/${booking.id}/mark`, { came: 'present' })
    await at.owner.query('delete from fablab.makers')
    expect(await rows('select minutes from fablab.hour_figures')).toEqual([{ minutes: 60 }])
  })
  test('heads are counted while the lab is open, without any name, and taken back', async () => {
    const opening = String(lab.openings.today)
    expect((await post('yanis', '/fablab/presences', { opening })).status).toBe(409)
    at.now = Temporal.Instant.from('2026-12-01T09:05:00Z')
    await post('yanis', '/fablab/presences', { opening, kind: 'sewing' })
    await post('yanis', '/fablab/presences', { opening })
    expect(await text(get('yanis', '/fablab'))).toContain('2 personnes venues')
    await post('yanis', '/fablab/presences', { opening, take: 'back' })
    expect(await text(get('yanis', '/fablab'))).toContain('1 personne venue')
  })
  test('another centre sees none of it', async () => {
    await atTheDoor()
    const page = await text(get('rox', '/fablab'))
    expect(page).not.toContain('Amina')
    const [booking] = await rows('select id from fablab.bookings')
    expect((await post('rox', `/fablab/bookings/${booking.id}/cancellation`, {})).status).toBe(404)
  })
})

describe('a breakdown', () => {
  const report = (more: Record<string, string> = {}) =>
    post(null, `/machines/${lab.machines.sewing}/breakdown`, { cause: 'stops', words: '', ...more })

  test('is reported without a name; the second report is counted, and nobody but the team reads it', async () => {
    expect((await report({ words: 'Elle saute des points' })).status).toBe(303)
    await report()
    expect(await rows('select times, words from fablab.breakdowns')).toEqual([
      { times: 2, words: 'Elle saute des points' },
    ])
    expect(await text(get('samira', '/fablab/upkeep'))).toContain('signalée 2 fois')
    expect((await get(null, '/fablab/upkeep')).status).toBe(303)
    expect((await get('yanis', '/fablab/upkeep')).status).toBe(403)
    expect(await text(get('rox', '/fablab/upkeep'))).not.toContain('Elle saute')
  })
  test.each([
    ['appelez le 06 12 34 56 78', 422],
    ['amina@exemple.fr', 422],
    ['', 303],
    ['la courroie de 3 mm', 303],
  ])('its words name nobody: %s', async (words, status) => {
    expect((await report({ words })).status).toBe(status)
  })
  test('stops the machine: who comes today is moved to the twin and told, and it returns', async () => {
    await atTheDoor()
    await report()
    const [{ id }] = await rows('select id from fablab.breakdowns')
    const path = `/fablab/machines/${lab.machines.sewing}/outages`
    const form = { cause: 'breakdown', when: 'now', report: String(id) }
    const preview = await text(post('samira', path, form))
    expect(preview).toContain('Amina')
    expect(preview).toContain('Machine à coudre 2')
    expect(await rows('select 1 from fablab.outages')).toEqual([])
    const done = await post('samira', path, { ...form, sure: 'yes' })
    expect(done.headers.get('location')).toContain('moved=1&cancelled=0')
    expect(await rows('select machine_id from fablab.bookings')).toEqual([{ machine_id: lab.machines.twin }])
    expect(await rows('select status from fablab.breakdowns')).toEqual([{ status: 'confirmed' }])
    expect(await text(get(null, `/machines/${lab.machines.sewing}/wall`))).toContain('Hors service')
    at.now = at.now.add({ minutes: 5 })
    expect((await post('samira', `/fablab/machines/${lab.machines.sewing}/return`, {})).status).toBe(303)
    at.now = at.now.add({ minutes: 70 })
    expect(await text(get(null, `/machines/${lab.machines.sewing}/wall`))).toContain('Libre')
  })
  test('the wall says taken, never by whom', async () => {
    await atTheDoor()
    at.now = Temporal.Instant.from('2026-12-01T09:10:00Z')
    const page = await text(get(null, `/machines/${lab.machines.sewing}/wall`))
    expect(page).toContain('Prise')
    expect(page).not.toContain('Amina')
  })
})

describe('opening hours', () => {
  const form = (more: Record<string, string> = {}) => ({
    room: String(lab.spaces.lab),
    kind: 'bookable',
    day: '2026-12-08',
    from: '10:00',
    to: '12:00',
    supervisor: String(world.members.nadia),
    until: '',
    ...more,
  })
  test('repeat every week at the same hour on the wall, and say which week clashes', async () => {
    const added = await post('samira', '/fablab/openings', form({ until: '2026-12-29' }))
    expect(added.headers.get('location')).toContain('added=4')
    const again = await post(
      'samira',
      '/fablab/openings',
      form({ day: '2026-12-15', from: '11:00', until: '2026-12-22' }),
    )
    expect(again.status).toBe(409)
    expect(await text(again)).toContain('15 déc')
    await at.owner.query(`delete from fablab.openings where starts_at > '2026-12-07'`)
  })
  test('closing says who loses a booking before anything is done, then tells them', async () => {
    await atTheDoor({ slot: `${lab.machines.sewing}@2026-12-02T09:00:00Z`, on: '2026-12-02' })
    const path = `/fablab/openings/${lab.openings.tomorrow}/removal`
    const asked = await text(post('samira', path, {}))
    expect(asked).toContain('1 réservation sera annulée')
    expect(asked).toContain('Amina')
    expect(await rows('select status from fablab.bookings')).toEqual([{ status: 'booked' }])
    expect((await post('rox', path, { sure: 'yes' })).status).toBe(404)
    expect((await post('samira', path, { sure: 'yes' })).status).toBe(303)
    expect(await rows('select status, cancelled_by from fablab.bookings')).toEqual([
      { status: 'cancelled', cancelled_by: 'opening' },
    ])
    await post('samira', '/fablab/openings', form({ day: '2026-12-02', to: '18:00', supervisor: '' }))
  })
  test('are kept as typed when something is wrong', async () => {
    const wrong = await post('samira', '/fablab/openings', form({ day: 'demain', from: '25:00' }))
    expect(wrong.status).toBe(422)
    const page = await text(wrong)
    expect(page).toContain('value="demain"')
    expect(page).toContain('Écrivez une date')
  })
})

describe('inductions', () => {
  test('are given one to one, begin again, and are taken back only once sure', async () => {
    await atTheDoor()
    const [maker] = await rows('select id from fablab.makers')
    const form = { maker: String(maker.id), induction: String(lab.inductions.laser) }
    expect((await post('yanis', '/fablab/authorisations', form)).status).toBe(403)
    expect((await post('samira', '/fablab/authorisations', form)).status).toBe(303)
    expect(await text(get('samira', '/fablab/makers'))).toContain('valable')
    const sure = await text(post('samira', '/fablab/authorisations/withdrawal', form))
    expect(sure).toContain('Retirer « Découpe laser » à Amina')
    expect(await rows('select 1 from fablab.authorisations where withdrawn_at is not null')).toEqual([])
    await post('samira', '/fablab/authorisations/withdrawal', { ...form, sure: 'yes' })
    expect(await text(get('samira', '/fablab/makers?standing=withdrawn'))).toContain('retirée')
    expect(await rows('select given from fablab.induction_figures')).toEqual([{ given: 1 }])
  })
  test('after a workshop go to those the roll says present, and to nobody else', async () => {
    await at.owner.query(`update programme.activities set slug = 'laser-cutting' where id = $1`, [
      world.activities.scams,
    ])
    const join = async (name: string, mark: string | null) => {
      const [{ id }] = (
        await at.owner.query(
          `with p as (insert into people.residents (centre_id, name, name_key, contact_key, phone_sealed, language, created_at, last_contact_at)
             values ($1, $2, $3, $4, $4, 'fr', now(), now()) returning id)
           insert into registrations.registrations (centre_id, session_id, resident_id, party, status, seats, source, language, token_hash, token_sealed, created_at)
             select $1, $5, id, 1, 'confirmed', 1, 'web', 'fr', $4, $4, now() from p returning id`,
          [
            world.centres.saintOuen,
            name,
            name.toLowerCase(),
            Buffer.from(name.padEnd(32)),
            world.sessions.scams,
          ],
        )
      ).rows
      if (mark)
        await at.owner.query(
          'insert into attendance.marks (centre_id, session_id, registration_id, mark, marked_by, marked_at) values ($1, $2, $3, $4, $5, now())',
          [world.centres.saintOuen, world.sessions.scams, id, mark, world.members.samira],
        )
      return Number(
        (await at.owner.query('select resident_id from registrations.registrations where id = $1', [id]))
          .rows[0].resident_id,
      )
    }
    const [came, away] = [await join('Fatou', 'present'), await join('Lucie', null)]
    at.now = Temporal.Instant.from('2026-12-01T11:30:00Z')
    await at.owner.query('update access.sign_ins set seen_at = $1', [at.now.toString()])
    const page = await text(get('samira', '/fablab/inductions'))
    expect(page).toContain('Fatou')
    expect(page).not.toContain('Lucie')
    const fields = new URLSearchParams([
      ['induction', String(lab.inductions.laser)],
      ['people', String(came)],
      ['people', String(away)],
    ])
    const done = await app().request(`http://localhost/fablab/inductions/sessions/${world.sessions.scams}`, {
      method: 'POST',
      headers: cookie('samira'),
      body: fields,
    })
    expect(done.headers.get('location')).toContain('validated=1')
    expect(await rows('select resident_id from fablab.makers')).toEqual([{ resident_id: came }])
  })
  test('of its own are written by the coordinator, and promises already made stay', async () => {
    const form = { slug: 'kiln', titleFr: 'Four à émail', validMonths: '6', unusedMonths: '' }
    expect((await post('samira', '/fablab/inductions', form)).status).toBe(403)
    expect((await post('nadia', '/fablab/inductions', form)).status).toBe(303)
    expect((await post('nadia', '/fablab/inductions', form)).status).toBe(409)
    const [{ id }] = await rows(`select id from fablab.inductions where slug = 'kiln'`)
    await post('nadia', `/fablab/inductions/${id}`, { ...form, validMonths: '3' })
    expect(await rows(`select valid_months from fablab.inductions where slug = 'kiln'`)).toEqual([
      { valid_months: 3 },
    ])
    expect((await post('nadia', `/fablab/inductions/${lab.inductions.laser}`, form)).status).toBe(404)
  })
})

describe('the machines', () => {
  const form = (more: Record<string, string> = {}) => ({
    name: 'Brodeuse',
    kind: 'embroidery',
    room: String(lab.spaces.lab),
    slot: '60',
    day: '180',
    week: '360',
    minAge: '0',
    supervision: 'young',
    withRoom: 'yes',
    what_fr: 'Broder un motif.',
    safety_fr: 'Cheveux attachés\nDoigts loin de l’aiguille',
    documents_fr: 'Notice | https://exemple.fr/notice.pdf',
    ...more,
  })
  test('are written by the coordinator with their safety sheet, and retired when nobody is coming', async () => {
    expect((await post('samira', '/fablab/machines', form())).status).toBe(403)
    expect(
      (await post('nadia', '/fablab/machines', form({ documents_fr: 'Notice | http://exemple.fr' }))).status,
    ).toBe(422)
    expect((await post('nadia', '/fablab/machines', form())).status).toBe(303)
    expect((await post('nadia', '/fablab/machines', form())).status).toBe(409)
    const [machine] = await rows(`select id, texts from fablab.machines where name = 'Brodeuse'`)
    expect(machine.texts.fr.safety).toEqual(['Cheveux attachés', 'Doigts loin de l’aiguille'])
    expect(await text(get('nadia', `/fablab/machines/${machine.id}`))).toContain('Doigts loin')
    const retire = (id: number) => post('nadia', `/fablab/machines/${id}/retirement`, { to: 'retired' })
    await atTheDoor()
    expect((await retire(lab.machines.sewing)).status).toBe(409)
    expect((await retire(machine.id)).status).toBe(303)
    expect((await get(null, `/machines/${machine.id}/breakdown`)).status).toBe(404)
    expect((await get('rox', `/fablab/machines/${machine.id}`)).status).toBe(404)
  })
  test('have a light picture in which nothing of the camera is left', async () => {
    const noise = Buffer.from(Array.from({ length: 1200 * 900 * 3 }, (_, i) => (i * 7919) % 251))
    const jpeg = await sharp(noise, { raw: { width: 1200, height: 900, channels: 3 } })
      .withExif({ IFD0: { Artist: 'Nadia' } })
      .jpeg()
      .toBuffer()
    const send = (bytes: Uint8Array<ArrayBuffer>) => {
      const body = new FormData()
      body.set('photo', new File([bytes], 'machine.jpg'))
      return app().request(`http://localhost/fablab/machines/${lab.machines.laser}/photo`, {
        method: 'POST',
        headers: cookie('nadia'),
        body,
      })
    }
    expect((await send(new TextEncoder().encode('<script>'))).status).toBe(422)
    expect((await send(new Uint8Array(jpeg))).status).toBe(303)
    const shown = await get(null, `/machines/${lab.machines.laser}/photo`)
    expect(shown.headers.get('content-type')).toBe('image/webp')
    const picture = Buffer.from(await shown.arrayBuffer())
    expect(picture.length).toBeLessThanOrEqual(40 * 1024)
    expect((await sharp(picture).metadata()).exif).toBeUndefined()
  })
})

describe('the stock', () => {
  const material = {
    name: 'Fil PLA',
    kind: 'material',
    unit: 'g',
    lowMark: '200',
    machineKinds: '3d-printer',
  }
  test('tells one story: what came in, was used, and is left', async () => {
    const added = await post('samira', '/fablab/stock', material)
    const path = added.headers.get('location') ?? ''
    expect((await post('samira', '/fablab/stock', { ...material, name: 'fil pla' })).status).toBe(409)
    await post('samira', `${path}/moves`, { move: 'received', amount: '1000' })
    expect((await post('samira', `${path}/moves`, { move: 'used', amount: '2000' })).status).toBe(409)
    await post('samira', `${path}/moves`, { move: 'used', amount: '850' })
    expect(await text(get('samira', path))).toContain('à racheter')
    expect(await text(get('samira', '/fablab'))).toContain('1 matière à racheter')
    await post('samira', `${path}/moves`, { move: 'counted', amount: '400' })
    expect(await rows('select kind, change, after from fablab.stock_moves order by id')).toEqual([
      { kind: 'received', change: 1000, after: 1000 },
      { kind: 'used', change: -850, after: 150 },
      { kind: 'counted', change: 250, after: 400 },
    ])
    expect((await get('rox', path)).status).toBe(404)
  })
  test('is told to the coordinator once a week, when something is low', async () => {
    await post('samira', '/fablab/stock', material)
    const message = await at.house.inWork(
      { kind: 'system', centre: world.centres.saintOuen },
      (work) =>
        labComposers(at.house)['fablab.stock-low']?.(work, world.members.nadia, 1) ?? Promise.resolve(null),
    )
    expect(message?.body).toContain('Fil PLA')
    await labJobs(at.house)['fablab.stock-low']?.({}, {} as never)
  })
})

describe('figures', () => {
  test('that leave the centre say « moins de 11 »', async () => {
    await atTheDoor()
    at.now = Temporal.Instant.from('2026-12-01T09:05:00Z')
    const [booking] = await rows('select id from fablab.bookings')
    await post('yanis', `/fablab/bookings/${booking.id}/mark`, { came: 'present' })
    expect(await text(get('samira', '/fablab/figures'))).toContain('Machine à coudre, décembre 2026')
    const csv = await (await get('samira', '/fablab/figures.csv')).text()
    expect(csv).toContain('moins de 11')
    expect(csv).not.toContain('Amina')
    expect((await get('yanis', '/fablab/figures.csv')).status).toBe(403)
  })
})

describe('the rules of the house', () => {
  test('are six numbers within bounds, of the coordinator', async () => {
    const rules = {
      bookingsAhead: '3',
      daysAhead: '28',
      absencesAllowed: '2',
      absenceDays: '60',
      pauseDays: '14',
      supervisedUnder: '16',
    }
    expect((await get('samira', '/fablab/rules')).status).toBe(403)
    const wrong = await post('nadia', '/fablab/rules', { ...rules, daysAhead: '999' })
    expect(wrong.status).toBe(422)
    expect(await text(wrong)).toContain('value="999"')
    expect((await post('nadia', '/fablab/rules', rules)).status).toBe(303)
    expect(await rows('select bookings_ahead from fablab.house_rules')).toEqual([{ bookings_ahead: 3 }])
    await at.owner.query('delete from fablab.house_rules')
  })
})

describe('paper', () => {
  test('labels and the sign of the door are printed', async () => {
    for (const path of [`/fablab/machines/${lab.machines.laser}/label`, '/fablab/door']) {
      const pdf = await get('samira', path)
      expect(pdf.headers.get('content-type')).toBe('application/pdf')
      expect(
        Buffer.from(await pdf.arrayBuffer())
          .subarray(0, 5)
          .toString(),
      ).toBe('%PDF-')
    }
  })
  test('the sign of the door says which days it is about, each once, and when one comes without booking', async () => {
    const rooms = { centre: 1, place: 1, space: 1, supervisor: null }
    const hours = (day: string, from: number, to: number, kind: 'bookable' | 'open-lab') => ({
      ...rooms,
      id: from,
      kind,
      startsAt: Temporal.Instant.from(`2026-12-${day}T${from}:00:00+01:00`),
      endsAt: Temporal.Instant.from(`2026-12-${day}T${to}:00:00+01:00`),
    })
    const { sheets } = await composeDoor('fr', 'https://maillage.test', {
      name: 'Saint-Ouen',
      timeZone: 'Europe/Paris',
      town: 'saint-ouen',
      rules: usualRules,
      openings: [
        hours('05', 10, 12, 'open-lab'),
        hours('05', 13, 18, 'bookable'),
        hours('07', 14, 18, 'bookable'),
      ],
    })
    expect(sheets[0]).toMatchObject({
      hoursTitle: 'Ouvert du samedi 5 décembre au lundi 7 décembre',
      days: [
        {
          day: 'samedi 5 décembre',
          hours: [
            { how: 'accès libre', isFree: true },
            { how: 'sur réservation', isFree: false },
          ],
        },
        { day: 'lundi 7 décembre', hours: [{ isFree: false }] },
      ],
    })
  })
})

describe('upkeep', () => {
  test('falls due by hours of use and by weeks, and begins again when it is done', async () => {
    const path = `/fablab/machines/${lab.machines.sewing}/upkeep`
    await post('samira', path, { task: 'Huiler', everyHours: '1', everyWeeks: '' })
    await post('samira', path, { task: 'Changer l’aiguille', everyWeeks: '4', everyHours: '' })
    expect(await text(get('samira', '/fablab'))).toContain('Rien ne vous attend')
    await atTheDoor()
    at.now = Temporal.Instant.from('2026-12-01T09:05:00Z')
    const [booking] = await rows('select id from fablab.bookings')
    await post('yanis', `/fablab/bookings/${booking.id}/mark`, { came: 'present' })
    expect(await text(get('samira', '/fablab'))).toContain('1 entretien à faire')
    at.now = at.now.add({ hours: 24 * 28 })
    await at.owner.query('update access.sign_ins set seen_at = $1', [at.now.toString()])
    expect(await text(get('samira', '/fablab'))).toContain('2 entretiens à faire')
    const plans = await rows('select id from fablab.upkeep_plans order by id')
    for (const { id } of plans) await post('samira', `/fablab/upkeep/${id}`, { do: 'done' })
    expect(await text(get('samira', '/fablab'))).not.toContain('à faire')
  })
  test('a plan that never comes back is not kept', async () => {
    const refused = await post('samira', `/fablab/machines/${lab.machines.sewing}/upkeep`, { task: 'Huiler' })
    expect(refused.status).toBe(422)
  })
})
