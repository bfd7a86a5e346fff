import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { checkCatalogue } from '#platform/i18n/check.ts'
import { type TestHouse, testHouse } from '#platform/testing/house.ts'
import { type SmallWorld, seedSmallWorld } from '#platform/testing/small-world.ts'
import { createApp } from '../../app.tsx'
import { authorise, withdrawAuthorisation } from './authorise.ts'
import { type SmallLab, seedSmallLab } from './lab.fixture.ts'
import { makersWords } from './makers-words.ts'

const site = 'http://localhost'
const morning = Temporal.Instant.from('2026-12-01T08:00:00Z')
const at10 = '2026-12-01T09:00:00Z'
const at11 = '2026-12-01T10:00:00Z'
const at12 = '2026-12-01T11:00:00Z'
const tomorrow = (hour: number) => `2026-12-02T${String(hour - 1).padStart(2, '0')}:00:00Z`

let at: TestHouse
let world: SmallWorld
let lab: SmallLab
let app: ReturnType<typeof createApp>

beforeAll(async () => {
  at = await testHouse({ PUBLIC_URL: site })
  world = await seedSmallWorld(at.ownerUrl, at.house.seal, morning)
  lab = await seedSmallLab(at.owner, world)
  app = createApp(at.house)
})
beforeEach(async () => {
  at.now = morning
  await at.owner.query('delete from fablab.makers; delete from fablab.presences')
})
afterAll(() => at.close())

const get = async (path: string, lang = 'fr') => {
  const answer = await app.request(`${site}${path}`, { headers: { 'accept-language': lang } })
  return { status: answer.status, html: await answer.text(), headers: answer.headers }
}
async function post(path: string, fields: Record<string, string>) {
  const answer = await app.request(`${site}${path}`, {
    method: 'POST',
    headers: { origin: site, 'accept-language': 'fr' },
    body: new URLSearchParams(fields),
  })
  return { status: answer.status, html: await answer.text(), to: answer.headers.get('location') ?? '' }
}
const count = async (what: string) =>
  Number((await at.owner.query(`select count(*) as n from ${what}`)).rows[0]?.n)

const fatou = { name: 'Fatou', phone: '06 39 98 00 01', age: 'adult' }
const karim = { name: 'Karim', phone: '06 39 98 00 02', age: 'adult' }
const book = (machine: number, at: string, more: Record<string, string> = {}) =>
  post(`/machines/${machine}/bookings`, { at, for: 'make', slots: '1', ...fatou, ...more })

/** The page of somebody who booked, as the link in her message opens it. */
async function ownPage(name = 'Fatou') {
  const { rows } = await at.owner.query(
    `select m.id, m.token_sealed from fablab.makers m join people.residents r on r.id = m.resident_id where r.name = $1`,
    [name],
  )
  return { id: Number(rows[0]?.id), address: `/makers/${at.house.seal.open(rows[0]?.token_sealed)}` }
}
const bruno = () =>
  ({
    kind: 'member',
    member: world.members.nadia,
    role: 'coordinator',
    centre: world.centres.saintOuen,
    name: 'Nadia',
  }) as const
const shown = (makerId: number) =>
  at.house.inWork(bruno(), (work) => authorise(work, { makerId, inductionId: lab.inductions.laser }))

describe('finding a machine', () => {
  test('a newcomer reads where the machines are, and which ask to be shown first', async () => {
    const { html, status } = await get('/machines')
    expect(status).toBe(200)
    expect(html).toContain(`/machines/${lab.machines.laser}"`)
    expect(html).toContain('Il faut une prise en main')
    expect(html).not.toContain('<script')
    const sewing = await get('/machines?kind=sewing')
    expect(sewing.html).not.toContain(`/machines/${lab.machines.laser}"`)
    expect((await get('/machines?town=nowhere&kind=drill')).status).toBe(200)
  })

  test('the laser says why one is shown first, offers an hour for it, and no hour to use it alone', async () => {
    const { html } = await get(`/machines/${lab.machines.laser}`)
    expect(html).toContain('D’abord, la prise en main')
    expect(html).toContain('for=induction')
    expect(html).toContain('2\u00a0h par jour au plus, 3\u00a0h par semaine.')
    // Nobody of the team is there tomorrow: nothing is shown then.
    expect(html).not.toContain('at=2026-12-02')
  })

  test('a sewing machine has links for each hour, week by week', async () => {
    const page = `/machines/${lab.machines.sewing}`
    const { html } = await get(page)
    expect(html).toContain('at=2026-12-01T09%3A00%3A00Z')
    expect(html).toContain('at=2026-12-02T09%3A00%3A00Z')
    expect(html).toContain(`${page}?from=2026-12-08`)
    expect((await get(`${page}?from=2026-12-08`)).html).toContain('Rien de libre')
    expect((await get(`${page}?from=nonsense`)).status).toBe(200)
    expect((await get('/machines/999999')).status).toBe(404)
  })

  test('reading never books', async () => {
    await get(`/machines/${lab.machines.sewing}/bookings/new?at=${at10}`)
    expect(await count('fablab.bookings')).toBe(0)
  })
})

describe('booking without an account', () => {
  test('a first name and a phone are enough; sent twice, it is the same booking', async () => {
    const first = await book(lab.machines.sewing, at10)
    expect(first.status).toBe(303)
    expect(first.to).toMatch(/^\/bookings\/[\w-]{22}$/)
    const again = await book(lab.machines.sewing, at10)
    expect(again.to).toBe(`${first.to}?again=yes`)
    expect(await count('fablab.bookings')).toBe(1)
    const page = await get(first.to)
    expect(page.html).toContain('C’est réservé, Fatou')
    expect(page.headers.get('cache-control')).toBe('no-store')
    expect((await get(again.to)).html).toContain('Vous aviez déjà réservé')
  })

  test('what was typed is kept, with a sentence beside what is missing', async () => {
    const { status, html } = await book(lab.machines.sewing, at10, { name: '', phone: '06', age: '' })
    expect(status).toBe(422)
    for (const said of ['Écrivez votre prénom', 'Il manque des chiffres', 'Dites si vous avez 18 ans'])
      expect(html).toContain(said)
    expect(html).toContain('value="06"')
    expect(await count('fablab.makers')).toBe(0)
  })

  test('somebody under 18 names an adult; too young for the machine, she is told and nothing is kept', async () => {
    const minor = { age: 'minor', birthYear: '2016', adult: '' }
    expect((await book(lab.machines.sewing, at10, minor)).html).toContain(
      'Écrivez le nom de l’adulte responsable',
    )
    const young = await book(lab.machines.laser, at10, { ...minor, adult: 'Salima', for: 'induction' })
    expect([young.status, young.html.includes('n’est pas pour cet âge')]).toEqual([409, true])
    expect(await count('fablab.makers')).toBe(0)
    const alone = await book(lab.machines.sewing, tomorrow(10), { ...minor, adult: 'Salima' })
    expect(alone.html).toContain('une personne de l’équipe doit être là')
    expect((await book(lab.machines.sewing, at10, { ...minor, adult: 'Salima' })).status).toBe(303)
  })

  test('a taken hour is waited for, with a rank, and given when it is freed', async () => {
    const first = await book(lab.machines.sewing, at12)
    expect((await book(lab.machines.sewing, at12, karim)).html).toContain('Quelqu’un vient de réserver')
    const form = await get(`/machines/${lab.machines.sewing}/bookings/new?at=${at12}`)
    expect(form.html).toContain('J’attends une place')
    const waits = await book(lab.machines.sewing, at12, { ...karim, wait: 'yes' })
    expect((await get(waits.to)).html).toContain('Vous êtes la 1re personne')
    await post(`${first.to}/cancellation`, {})
    expect((await get(first.to)).html).toContain('C’est annulé, Fatou')
    expect((await get(waits.to)).html).toContain('C’est réservé, Karim')
  })

  test('a booking goes into an agenda, and out of it', async () => {
    const { to } = await book(lab.machines.sewing, at10)
    const { html, headers } = await get(`${to}/booking.ics`)
    expect(headers.get('content-type')).toContain('text/calendar')
    expect(html).toContain('DTSTART:20261201T090000Z')
    expect(html).not.toContain('Fatou')
    await post(`${to}/cancellation`, {})
    expect((await get(`${to}/booking.ics`)).html).toContain('STATUS:CANCELLED')
  })

  test('a forged link opens the same page for everybody', async () => {
    for (const path of [
      '/bookings/rien',
      `/bookings/${'A'.repeat(22)}`,
      '/makers/rien',
      `/makers/${'A'.repeat(22)}`,
    ])
      expect((await get(path)).status, path).toBe(404)
    expect((await post(`/makers/${'A'.repeat(22)}/erasures`, {})).status).toBe(404)
    expect((await post('/bookings/rien/cancellation', {})).status).toBe(404)
  })
})

describe('somebody who types another’s phone', () => {
  test('learns nothing of what she booked: what stands in the way is on her own page', async () => {
    await book(lab.machines.sewing, at10)
    await book(lab.machines.sewing, tomorrow(10))
    const third = await book(lab.machines.sewing, tomorrow(12))
    expect(third.status).toBe(409)
    expect(third.html).toContain('votre page vous dit pourquoi')
    expect(third.html).not.toContain('le nombre de réservations permis')
    // The control: on her own page the rule is said.
    const { address } = await ownPage()
    const told = await post(`${address}/bookings`, { machine: String(lab.machines.sewing), at: tomorrow(12) })
    expect(told.html).toContain('le nombre de réservations permis')
  })

  test('is not led to a booking she made earlier, whichever hour is guessed', async () => {
    const first = await book(lab.machines.sewing, at12)
    at.now = morning.add({ minutes: 11 })
    const guessed = await book(lab.machines.sewing, at12)
    expect([guessed.status, guessed.html.includes(first.to)]).toEqual([409, false])
  })

  test('cannot use a machine on the strength of a number: only a link proves one was shown', async () => {
    await book(lab.machines.sewing, at10)
    await shown((await ownPage()).id)
    const answer = await book(lab.machines.laser, at11)
    expect([answer.status, answer.html.includes('votre page vous dit pourquoi')]).toEqual([409, true])
  })

  test('gets the same answer for a known and an unknown number, and the link leaves only for the known one', async () => {
    await book(lab.machines.sewing, at10)
    const links = () => count(`graphile_worker._private_jobs where payload ->> 'kind' = 'fablab.link'`)
    const { rows } = await at.owner.query('select slug from network.centres where id = $1', [
      world.centres.saintOuen,
    ])
    const ask = (phone: string) => post('/makers/links', { centre: rows[0]?.slug, phone })
    const before = await links()
    const unknown = await ask('06 39 98 77 77')
    expect(await links()).toBe(before)
    const known = await ask(fatou.phone)
    expect(await links()).toBe(before + 1)
    expect([known.status, known.to]).toEqual([unknown.status, unknown.to])
    expect((await ask('abc')).status).toBe(422)
    expect((await post('/makers/links', { centre: 'nowhere', phone: fatou.phone })).status).toBe(422)
  })
})

describe('one’s own page', () => {
  const press = (address: string, machine: number, at: string, more: Record<string, string> = {}) =>
    post(`${address}/bookings`, { machine: String(machine), at, ...more })

  test('once shown, one press books an hour, and the page says what is left of the week', async () => {
    await book(lab.machines.sewing, tomorrow(10))
    const { address, id } = await ownPage()
    expect((await get(`${address}/machines/${lab.machines.laser}`)).html).toContain('On vous montre')
    await shown(id)
    expect((await get(`${address}/machines/${lab.machines.laser}`)).html).toContain(`value="${at10}"`)
    const booked = await press(address, lab.machines.laser, at10)
    expect(booked.to).toMatch(/booked=\d+$/)
    const page = await get(booked.to)
    expect(page.html).toContain('C’est réservé, Fatou')
    expect(page.html).toContain('il vous reste 2\u00a0h sur 3\u00a0h')
  })

  test('each broken rule is said in its own words, and leaves nothing behind', async () => {
    await book(lab.machines.sewing, at12)
    const { address, id } = await ownPage()
    const { laser, twin } = lab.machines
    const refused = async (answer: Promise<{ status: number; html: string }>, words: string) => {
      const { status, html } = await answer
      expect([status, html.includes(words)], words).toEqual([409, true])
      expect(await count('fablab.bookings')).toBe(1)
    }
    await refused(press(address, laser, at10), 'il faut une prise en main valable')
    await shown(id)
    await refused(
      press(address, laser, at10, { slots: '3' }),
      'trop d’heures sur ce type de machine ce jour-là',
    )
    await refused(press(address, laser, at12), 'déjà réservé une machine à cette heure-là')
    await refused(press(address, twin, at12), 'déjà réservé une machine à cette heure-là')
    await refused(press(address, laser, '2026-12-04T09:00:00Z'), 'n’est pas ouvert aux réservations')
    await refused(press(address, laser, tomorrow(11)), 'une personne de l’équipe doit être là')
    await refused(press(address, laser, '2026-12-01T09:17:00Z'), 'créneaux entiers')
    await refused(press(address, laser, '2026-11-30T09:00:00Z'), 'déjà passée')
    await at.house.inWork(bruno(), (work) =>
      withdrawAuthorisation(work, { makerId: id, inductionId: lab.inductions.laser }),
    )
    await refused(press(address, laser, at10), 'retirée depuis le')
  })

  test('a lapsed induction is said with its day, and asked for again in one press', async () => {
    await book(lab.machines.sewing, tomorrow(10))
    const { address, id } = await ownPage()
    await shown(id)
    await at.owner.query(
      `update fablab.authorisations set granted_at = '2026-01-10T09:00Z', expires_at = '2027-01-10T09:00Z'`,
    )
    const told = await press(address, lab.machines.laser, at10)
    expect(told.html).toContain('perdue, faute d’usage depuis le vendredi 10 juillet')
    expect(told.html).toContain(`/machines/${lab.machines.laser}#induction`)
    const asked = await press(address, lab.machines.laser, at10, { for: 'induction' })
    expect(asked.status).toBe(303)
  })

  test('nobody cancels what is not hers', async () => {
    await book(lab.machines.sewing, at10)
    await book(lab.machines.twin, at10, karim)
    const { rows } = await at.owner.query(`select b.id from fablab.bookings b where b.machine_id = $1`, [
      lab.machines.twin,
    ])
    const { address } = await ownPage()
    expect((await post(`${address}/bookings/${rows[0]?.id}/cancellation`, {})).status).toBe(404)
    expect(await count(`fablab.bookings where status = 'booked'`)).toBe(2)
    const own = await get(address)
    expect(own.html).not.toContain('Karim')
  })

  test('whoever wants to be forgotten is, and her hour goes to who waits', async () => {
    await book(lab.machines.sewing, at12)
    const waits = await book(lab.machines.sewing, at12, { ...karim, wait: 'yes' })
    const { address } = await ownPage()
    expect((await post(`${address}/erasures`, {})).to).toBe('/makers/erased')
    expect((await get(address)).status).toBe(404)
    expect(await count('fablab.makers')).toBe(1)
    expect((await get(waits.to)).html).toContain('C’est réservé, Karim')
  })

  test('what makes no sense is refused with a sentence, never with an error', async () => {
    await book(lab.machines.sewing, at10)
    const { address } = await ownPage()
    for (const fields of [
      {},
      { machine: 'x', at: at10 },
      { machine: '1', at: 'yesterday' },
      { machine: '1' },
      { machine: '1', at: '-271821-04-20T00:00:00Z' },
      { machine: '1', at: '2026-99-99T10:00:00Z' },
    ])
      expect((await post(`${address}/bookings`, fields as Record<string, string>)).status).toBe(422)
    expect((await press(address, 999_999, at10)).status).toBe(404)
  })
})

describe('« je suis là »', () => {
  const page = () => `/openings/${lab.openings.open}/presences`

  test('is counted without a name while the lab is open, and only then', async () => {
    expect((await get(page())).html).toContain('Le FabLab est fermé')
    expect((await post(page(), { people: '2' })).status).toBe(409)
    at.now = Temporal.Instant.from('2026-12-03T10:00:00Z')
    expect((await get(page())).html).toContain('ouvert jusqu’à')
    const said = await post(page(), { people: '2' })
    expect(said.status).toBe(303)
    expect((await get(said.to)).html).toContain('C’est compté')
    expect(Number((await at.owner.query('select sum(people) as n from fablab.presences')).rows[0]?.n)).toBe(2)
    expect((await get('/openings/999999/presences')).status).toBe(404)
    expect((await post('/openings/999999/presences', {})).status).toBe(404)
  })
})

test('every page speaks three languages', async () => {
  expect(() => checkCatalogue(makersWords as never)).not.toThrow()
  for (const lang of ['en', 'ar'])
    for (const path of ['/machines', `/machines/${lab.machines.laser}`, '/makers', '/makers/links'])
      expect((await get(path, lang)).status, `${path} ${lang}`).toBe(200)
})
