import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { routes as accessRoutes } from '#modules/access/routes.tsx'
import { parseContact, sealContact } from '#modules/people/index.ts'
import { newTicket, register } from '#modules/registrations/index.ts'
import { createServer } from '#platform/http/server.ts'
import { checkCatalogue } from '#platform/i18n/check.ts'
import { languageCodes } from '#platform/i18n/index.ts'
import { plainFaults } from '#platform/testing/faults.ts'
import { type TestHouse, testHouse } from '#platform/testing/house.ts'
import { type SmallWorld, seedSmallWorld } from '#platform/testing/small-world.ts'
import type { MemberRole } from '#platform/work/index.ts'
import { recent } from './recent.ts'
import { routes } from './routes.tsx'
import { words } from './words.ts'

let there: TestHouse
let world: SmallWorld
let app: ReturnType<typeof createServer>
let amina: number
const origin = 'http://localhost'
// What a person may have typed as a first name: markup, quotes, eighty letters, two directions.
const names = [
  'Amina',
  '#panic("no")',
  '"] #set text(1pt)',
  'مريم B. $x^2$',
  'Ngọc Ánh',
  'Олена',
  'Zoé 🎉',
  '李',
  'Wolfeschlegelsteinhausenberger'.repeat(2),
]

beforeAll(async () => {
  there = await testHouse({ MAILLAGE_DEMO: 'on' })
  world = await seedSmallWorld(there.ownerUrl, there.house.seal, there.now)
  app = createServer(
    there.house,
    [accessRoutes(there.house), routes(there.house)],
    plainFaults,
    () => false,
    [],
  )
  const joined = []
  for (const [i, name] of names.entries()) joined.push(await join(name, `06 39 98 12 3${i}`))
  amina = joined[0] ?? 0
  await there.owner.query(
    `insert into attendance.marks (centre_id, session_id, registration_id, mark, marked_by, marked_at) values ($1, $2, $3, 'present', $4, $5)`,
    [world.centres.saintOuen, world.sessions.scams, amina, world.members.yanis, there.now.toString()],
  )
})
afterAll(() => there.close())

async function join(name: string, phone: string): Promise<number> {
  const contact = parseContact({ phone })
  if (!contact.ok) throw new Error(contact.refusal)
  const joined = await there.house.inWork({ kind: 'resident', centre: world.centres.saintOuen }, (work) =>
    register(work, {
      sessionId: world.sessions.scams,
      name,
      contact: sealContact(there.house.seal, contact.value),
      party: 1,
      language: 'fr',
      throughHelper: false,
      source: 'web',
      ticket: newTicket(there.house.seal),
    }),
  )
  if (!joined.ok) throw new Error(joined.refusal)
  const { rows } = await there.owner.query('select max(id) as id from registrations.registrations')
  return rows[0].id
}

const get = (path: string, cookie = '', lang = 'fr') =>
  app.request(`${origin}${path}`, { headers: { cookie, 'accept-language': lang } })

async function enter(role: MemberRole): Promise<string> {
  const response = await app.request(`${origin}/sign-in/demo`, {
    method: 'POST',
    headers: { origin },
    body: new URLSearchParams({ role }),
  })
  return (response.headers.getSetCookie()[0] ?? '').split(';')[0] ?? ''
}

async function read(response: Response) {
  const bytes = new Uint8Array(await response.arrayBuffer())
  const raw = Buffer.from(bytes).toString('latin1')
  const pdf = await getDocumentProxy(bytes)
  const { text } = await extractText(pdf, { mergePages: true })
  const fonts = [...raw.matchAll(/\/BaseFont\s*\/([^\s/]+)/g)].map(([, font]) => font ?? '')
  // Letters only: lines break where the paper ends, and letters of two directions come in the order they are drawn.
  return { pages: pdf.numPages, letters: text.normalize('NFKC').replace(/\s/g, ''), raw, fonts }
}
/** A letter and its accent may be drawn as two: then it is read twice. */
const once = (letters: string) => letters.replace(/(.)\1+/gu, '$1')
const lettersOf = (text: string) => text.replace(/\s/g, '')

describe.each(languageCodes)('the team prints in %s', (lang) => {
  test.each([
    ['roll', () => `session=${world.sessions.scams}`],
    ['tags', () => `session=${world.sessions.scams}`],
    ['certificate', () => `session=${world.sessions.scams}&registration=${amina}`],
    ['certificate', () => `member=${world.members.samira}`],
  ] as const)('a %s of one page, tagged, in our own typefaces', async (kind, query) => {
    const response = await get(`/print/${kind}.pdf?${query()}`, await enter('coordinator'), lang)
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toBe('no-store')
    const { pages, raw, fonts } = await read(response)
    expect(pages).toBe(1)
    expect(raw).toContain('pdfuaid:part')
    expect(fonts.length).toBeGreaterThan(0)
    for (const font of fonts) expect(font).toMatch(/\+(AtkinsonHyperlegible|NotoSans|NotoNaskhArabic)-/)
  })
})

test('names are printed as they were typed, and nothing in them is obeyed', async () => {
  const cookie = await enter('coordinator')
  for (const kind of ['roll', 'tags']) {
    const { letters } = await read(await get(`/print/${kind}.pdf?session=${world.sessions.scams}`, cookie))
    for (const name of names.filter((one) => !/[\p{Script=Arabic}\p{Script=Han}]/u.test(one)))
      expect(once(letters), kind).toContain(once(lettersOf(name.replace('🎉', ''))))
    expect(letters, kind).toContain('$x^2$')
    // A name we have no letter of is a sign that somebody is there.
    expect(letters, kind).toContain('...')
  }
})

test('everybody who came has an attestation, each on her own page', async () => {
  const cookie = await enter('coordinator')
  const all = await read(await get(`/print/certificate.pdf?session=${world.sessions.scams}`, cookie))
  expect(all.pages).toBe(1)
  expect(all.letters).toContain('Amina')
  await there.owner.query(
    `insert into attendance.marks (centre_id, session_id, registration_id, mark, marked_by, marked_at) values ($1, $2, $3, 'present', $4, $5)`,
    [world.centres.saintOuen, world.sessions.scams, amina + 8, world.members.yanis, there.now.toString()],
  )
  const two = await read(await get(`/print/certificate.pdf?session=${world.sessions.scams}`, cookie))
  expect(two.pages).toBe(2)
})

test('a stop has a poster of its own: when, where, how to find it; none once it is cancelled', async () => {
  const { rows } = await there.owner.query(
    `insert into network.stops (centre_id, place_id, starts_at, ends_at, how_to_find) values ($1, $2, $3, $4, $5) returning id`,
    [
      world.centres.saintOuen,
      world.places.saintOuen,
      there.now.add({ hours: 48 }).toString(),
      there.now.add({ hours: 51 }).toString(),
      { fr: 'Sur la place du marché, auvent orange.' },
    ],
  )
  const stop = rows[0].id
  for (const kind of ['poster', 'flyer', 'strips']) {
    const { pages, letters } = await read(await get(`/print/${kind}.pdf?stop=${stop}`))
    expect(pages).toBe(1)
    expect(letters).toContain(lettersOf('auvent orange'))
    expect(letters).toContain(`/stops/${stop}`)
    // The centre's own number, as one dials it.
    expect(letters).toContain('0199002412')
  }
  await there.owner.query(`update network.stops set status = 'cancelled' where id = $1`, [stop])
  expect((await get(`/print/poster.pdf?stop=${stop}`)).status).toBe(404)
})

test('the page of print shows what one chose, and says when there is nothing', async () => {
  const cookie = await enter('coordinator')
  const page = async (query: string) => (await get(`/print?${query}`, cookie)).text()
  expect(await page('')).toContain(`/print/poster.svg?centre=${world.centres.saintOuen}`)
  expect(await page('kind=programme&period=week')).toMatch(/programme\.svg\?centre=\d+&amp;from=/)
  expect(await page('kind=programme&theme=training')).toContain('Rien à imprimer')
  expect(await page('kind=roll')).toContain('Choisissez une séance')
  expect(await page(`kind=roll&session=${world.sessions.scams}`)).not.toContain('roll.svg')
})

test('who has not come gets no attestation', async () => {
  const path = `/print/certificate.pdf?session=${world.sessions.scams}&registration=${amina + 1}`
  expect((await get(path, await enter('coordinator'))).status).toBe(404)
})

test('sheets with names are for the team of the centre: others get no letter of them', async () => {
  for (const kind of ['roll', 'tags', 'certificate'])
    for (const as of ['pdf', 'svg']) {
      const path = `/print/${kind}.${as}?session=${world.sessions.scams}&registration=${amina}`
      expect((await get(path)).headers.get('location')).toMatch(/^\/sign-in/)
      // Hosted by Samira, so a facilitator of the centre may; the other session is nobody's to open but the coordinator's.
      const elsewhere = `/print/${kind}.${as}?session=${world.sessions.roubaix}`
      expect((await get(elsewhere, await enter('coordinator'))).status).toBe(404)
      const notHers = `/print/${kind}.${as}?session=${world.sessions.video}`
      expect((await get(notHers, await enter('facilitator'))).status).toBe(404)
    }
  const hers = await get(`/print/certificate.pdf?member=${world.members.nadia}`, await enter('facilitator'))
  expect(hers.status).toBe(404)
})

test('a poster is for everybody, and may be kept by a browser; what is not public is not printed', async () => {
  const poster = await get(`/print/poster.pdf?session=${world.sessions.scams}`)
  expect(poster.status).toBe(200)
  expect(poster.headers.get('cache-control')).toMatch(/^public/)
  await there.owner.query(`update programme.sessions set status = 'draft' where id = $1`, [
    world.sessions.video,
  ])
  expect((await get(`/print/poster.pdf?session=${world.sessions.video}`)).status).toBe(404)
  expect((await get('/print/poster.pdf')).status).toBe(404)
  expect((await get(`/print/secret.pdf?session=${world.sessions.scams}`)).status).toBe(404)
})

test('the same sheet asked twice is printed once; a failure is tried again', async () => {
  let times = 0
  const answer = recent(2, async (question) => {
    times++
    if (question === 'bad') throw new Error('no')
    return question
  })
  await Promise.all([answer('a'), answer('a')])
  await answer('b')
  await answer('a')
  expect(times).toBe(2)
  await answer('c')
  await answer('b')
  expect(times).toBe(4)
  await expect(answer('bad')).rejects.toThrow('no')
  await expect(answer('bad')).rejects.toThrow('no')
  expect(times).toBe(6)
})

test('the words of paper are whole in every language', () => {
  checkCatalogue(words as never)
})
