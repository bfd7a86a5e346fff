import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newToken } from '#platform/seal/index.ts'
import { type TestHouse, testHouse } from '#platform/testing/house.ts'
import { type SmallWorld, seedSmallWorld } from '#platform/testing/small-world.ts'
import { createApp } from '../src/app.tsx'
import { words } from '../src/modules/registrations/words.ts'

const origin = 'http://localhost'
const t = words('fr')

let there: TestHouse
let world: SmallWorld
let app: ReturnType<typeof createApp>
let joinPath: string

beforeAll(async () => {
  there = await testHouse()
  world = await seedSmallWorld(there.ownerUrl, there.house.seal, there.now)
  app = createApp(there.house)
  joinPath = `/sessions/${world.sessions.scams}/registrations`
})
afterAll(() => there.close())
beforeEach(async () => {
  await there.owner.query(`delete from registrations.decisions; delete from registrations.registrations; delete from people.residents;
    update programme.sessions set seats_taken = 0, status = 'published'`)
})

type Fields = Record<string, string>
const amina: Fields = { name: 'Amina', phone: '06 39 98 12 34', email: '', party: '1', language: 'fr' }

const post = (path: string, body: BodyInit, headers: Record<string, string> = {}) =>
  app.request(`${origin}${path}`, {
    method: 'POST',
    headers: { origin, referer: `${origin}/sessions/1`, 'accept-language': 'fr', ...headers },
    body,
  })
const join = (fields: Fields, path = joinPath) => post(path, new URLSearchParams(fields))
const get = (path: string) => app.request(`${origin}${path}`, { headers: { 'accept-language': 'fr' } })

/** Text as a page writes it. */
const written = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')

/** What is kept in the database, to see that nothing has changed. */
async function everything(): Promise<unknown> {
  const { rows } = await there.owner.query(`select
    (select coalesce(jsonb_agg(to_jsonb(r) order by id), '[]') from registrations.registrations r) as registrations,
    (select coalesce(jsonb_agg(to_jsonb(p) order by id), '[]') from people.residents p) as people,
    (select jsonb_agg(to_jsonb(s) order by id) from programme.sessions s) as sessions`)
  return rows[0]
}

describe('a form that cannot be accepted comes back', () => {
  const refusals: [string, Fields, string, string][] = [
    ['no name', { name: '' }, 'name', t('nameMissing')],
    ['a name of spaces only', { name: '   \u00a0\u2003 ' }, 'name', t('nameMissing')],
    ['ten thousand letters', { name: 'a'.repeat(10_000) }, 'name', t('nameTooLong')],
    ['no way to be reached', { phone: '', email: '' }, 'phone', t('contactMissing')],
    ['a phone cut short', { phone: '06 39 98' }, 'phone', t('phoneTooShort')],
    ['a phone with too many digits', { phone: '06 39 98 12 34 56' }, 'phone', t('phoneTooLong')],
    ['a phone of letters', { phone: 'je ne sais pas' }, 'phone', t('phoneMalformed')],
    ['an e-mail cut short', { phone: '', email: 'amina@' }, 'email', t('emailMalformed')],
    ['a party of nobody', { party: '0' }, 'party', t('partyOutOfRange')],
    ['a party of seven', { party: '7' }, 'party', t('partyOutOfRange')],
    ['half a person', { party: '1.5' }, 'party', t('partyOutOfRange')],
    ['a party in words', { party: 'beaucoup' }, 'party', t('partyOutOfRange')],
  ]
  test.each(refusals)(
    'after %s, with the sentence beside its cause and everything typed kept',
    async (_, change, field, sentence) => {
      const typed = { ...amina, ...change }
      const before = await everything()
      const response = await join(typed)
      const page = await response.text()
      expect(response.status).toBe(422)
      expect(page).toMatch(/<title>Erreur/)
      expect(page).toContain(written(sentence))
      // The list above leads to the field, and the field says the same beside it.
      expect(page).toContain(`href="#${field}"`)
      expect(page.split(written(sentence)).length - 1).toBeGreaterThanOrEqual(2)
      for (const name of ['name', 'phone', 'email']) {
        const value = typed[name]
        if (value?.trim()) expect(page).toContain(`value="${written(value)}"`)
      }
      expect(await everything()).toEqual(before)
    },
  )

  test('after the session was cancelled meanwhile, and says what comes close', async () => {
    await there.owner.query(`update programme.sessions set status = 'cancelled' where id = $1`, [
      world.sessions.scams,
    ])
    const response = await join(amina)
    expect(response.status).toBe(409)
    expect(await response.text()).toContain(written(t('isCancelled')))
  })

  test('after the session has started', async () => {
    there.now = there.now.add({ hours: 4 })
    const response = await join(amina)
    there.now = there.now.subtract({ hours: 4 })
    expect(response.status).toBe(409)
    expect(await response.text()).toMatch(/a (déjà )?commencé/)
  })

  test('after a party larger than the room', async () => {
    const response = await join({ ...amina, party: '3' }, `/sessions/${world.sessions.video}/registrations`)
    expect(response.status).toBe(422)
    expect(await response.text()).toContain(written(t('partyTooLarge')))
  })

  test('in Arabic when the page is in Arabic', async () => {
    const response = await post(joinPath, new URLSearchParams({ ...amina, name: '' }), {
      'accept-language': 'ar',
    })
    const page = await response.text()
    expect(page).toContain('dir="rtl"')
    expect(page).toContain(words('ar')('nameMissing'))
  })
})

describe('a hostile or unusual name', () => {
  const names: [string, string, string][] = [
    ['a script', '<script>alert(1)</script>', '<script>alert(1)</script>'],
    ['an attribute', '" onfocus="alert(1)', '" onfocus="alert(1)'],
    ['a right-to-left override', 'Ami\u202ena\u2066', 'Ami na'],
    ['control characters', 'Ami\u0000na\u0007', 'Ami na'],
    ['emoji', 'Amina 🌻', 'Amina 🌻'],
    ['one letter', 'O', 'O'],
    ['Arabic', 'أمينة', 'أمينة'],
    ['a hole of a sentence', '{name} {0} {count, plural}', '{name} {0} {count, plural}'],
    [
      'a quote for the database',
      "Amina'); drop table people.residents; --",
      "Amina'); drop table people.residents; --",
    ],
  ]
  test.each(names)('%s is kept as a name and shown as text', async (_, name, kept) => {
    const response = await join({ ...amina, name })
    expect(response.status).toBe(303)
    const { rows } = await there.owner.query('select name from people.residents')
    expect(rows).toEqual([{ name: kept }])
    const page = await (await get(response.headers.get('location') as string)).text()
    expect(page).not.toContain('<script>alert')
    expect(page).not.toContain('" onfocus="')
    expect(page).not.toMatch(/[\u202a-\u202e]/u)
  })
})

describe('a request that is nobody’s form', () => {
  test('is refused above 64 kB with a page that says what to do', async () => {
    const response = await join({ ...amina, name: 'a'.repeat(70_000) })
    expect(response.status).toBe(413)
    expect(await response.text()).toContain('href="tel:')
  })

  test.each([
    ['application/x-www-form-urlencoded', 'name=%E0%A4%A&phone=%FF%FE&party=%'],
    ['application/x-www-form-urlencoded', Buffer.from([0xff, 0xfe, 0x00, 0x3d, 0x80])],
    ['multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="name"\r\n\r\nAmi'],
    ['multipart/form-data', 'no boundary at all'],
    ['text/plain', 'name=Amina'],
    ['application/json', '{"name":'],
  ])('in %s, broken, is a form to mend, never an error of ours', async (type, body) => {
    const response = await post(joinPath, body, { 'content-type': type })
    expect(response.status).toBe(422)
    expect(await response.text()).toMatch(/<title>Erreur.*aria-invalid="true"/)
  })

  test.each(['https://ailleurs.example', 'null', 'http://localhost.example'])(
    'from the origin %s is refused, and nothing is written',
    async (foreign) => {
      const before = await everything()
      const response = await post(joinPath, new URLSearchParams(amina), { origin: foreign })
      expect(response.status).toBe(403)
      expect(await response.text()).toContain('<main')
      expect(await everything()).toEqual(before)
    },
  )

  test.each([
    '/sessions/999999',
    '/sessions/99999999999999999999',
    '/places/999999',
    '/places/99999999999999999999',
    '/s/ZZZZZ',
    '/nulle-part',
    '/sessions/1/../../etc',
  ])('for %s says the page does not exist, and what to do', async (path) => {
    const response = await get(path)
    expect(response.status).toBe(404)
    const page = await response.text()
    expect(page).toContain('<main')
    expect(page).toContain('href="/"')
  })

  test('to join a session that does not exist is a 404, however long its number', async () => {
    for (const id of ['999999', '99999999999999999999'])
      expect((await join(amina, `/sessions/${id}/registrations`)).status).toBe(404)
  })

  test.each(['%00', '%E0%A4%A', '%FF', '<script>', '{}'])(
    'with %s in its address or its question never breaks',
    async (odd) => {
      for (const path of [`/sessions?near=${odd}`, `/registrations/${odd}`, `/s/${odd}`, `/?lang=${odd}`])
        expect((await get(path)).status, path).toBeLessThan(500)
    },
  )

  test('for machines answers a problem, not a page', async () => {
    const response = await get('/api/v1/nothing')
    expect(response.status).toBe(404)
    expect(response.headers.get('content-type')).toContain('application/problem+json')
  })
})

describe('the link of a registration', () => {
  test('pressed twice, the button gives the same registration, once', async () => {
    const [first, second] = [
      await join(amina),
      await join({ ...amina, name: '  AMINA ', phone: '+33 6 39 98 12 34' }),
    ]
    expect(second.headers.get('location')).toBe(first.headers.get('location'))
    const { rows } = await there.owner.query('select count(*)::int as n from registrations.registrations')
    expect(rows).toEqual([{ n: 1 }])
  })

  test('only shows: looking ten times changes nothing, and every page of it may be looked at', async () => {
    const link = (await join(amina)).headers.get('location') as string
    const before = await everything()
    for (const path of [
      link,
      `${link}/session.ics`,
      `${link}/cancellation`,
      `${link}/acceptance`,
      `${link}/party`,
      link.replace('/registrations/', '/r/'),
    ])
      for (const method of ['GET', 'HEAD']) await app.request(`${origin}${path}`, { method })
    expect(await everything()).toEqual(before)
  })

  test('forged, opens nothing and says so, for reading and for acting', async () => {
    const link = (await join(amina)).headers.get('location') as string
    const before = await everything()
    for (const token of [newToken(), 'x', 'a'.repeat(5000), `${link.split('/').pop()?.slice(0, -1)}~`]) {
      expect((await get(`/registrations/${token}`)).status).toBe(404)
      for (const act of ['cancellation', 'acceptance'])
        expect((await post(`/registrations/${token}/${act}`, '')).status).toBe(404)
      expect((await post(`/registrations/${token}/party`, new URLSearchParams({ party: '2' }))).status).toBe(
        404,
      )
    }
    expect(await everything()).toEqual(before)
  })

  test('cancels once; a second press says it is cancelled and gives no chair back twice', async () => {
    const link = (await join({ ...amina, party: '3' })).headers.get('location') as string
    expect((await post(`${link}/cancellation`, '')).status).toBe(303)
    expect((await post(`${link}/cancellation`, '')).status).toBeLessThan(500)
    const { rows } = await there.owner.query('select seats_taken from programme.sessions where id = $1', [
      world.sessions.scams,
    ])
    expect(rows).toEqual([{ seats_taken: 0 }])
  })

  test('is told to no other site and kept by no cache', async () => {
    const response = await get((await join(amina)).headers.get('location') as string)
    expect(response.headers.get('cache-control')).toContain('no-store')
    expect(response.headers.get('referrer-policy')).toBe('same-origin')
    const csp = response.headers.get('content-security-policy') ?? ''
    expect(csp).toContain("default-src 'none'")
    expect(csp).not.toContain('unsafe')
    expect(csp).not.toContain('script-src')
  })
})

test('what breaks on our side is logged by number, with no phone and no token, and the page gives that number', async () => {
  const link = (await join(amina)).headers.get('location') as string
  await there.owner.query('alter table registrations.registrations rename column party to gone')
  const lines: string[] = []
  const real = process.stderr.write
  process.stderr.write = ((line: string) => lines.push(line) > 0) as typeof process.stderr.write
  try {
    const response = await get(link)
    expect(response.status).toBe(500)
    const report = JSON.parse(lines.find((line) => line.startsWith('{')) ?? '{}')
    expect(await response.text()).toContain(report.reference)
    expect(report).toMatchObject({ method: 'GET', route: '/registrations/:token' })
    expect(lines.join('')).not.toContain(link.split('/').pop())
  } finally {
    process.stderr.write = real
    await there.owner.query('alter table registrations.registrations rename column gone to party')
  }
})

describe('old browsers, proxies and broken tools', () => {
  test('a form posted from the public address is accepted behind a proxy that ends TLS', async () => {
    const body = () => new URLSearchParams(amina)
    const proxied = (from: string) =>
      app.request(`http://127.0.0.1:3000${joinPath}`, {
        method: 'POST',
        headers: { origin: from },
        body: body(),
      })
    expect((await proxied(origin)).status).toBe(303)
    expect((await proxied('https://elsewhere.example')).status).toBe(403)
  })

  test('a field sent twice, or a referer that is no address, gets the page back and not a fault', async () => {
    const twice = new URLSearchParams([...Object.entries(amina), ['phone', '06 39 98 00 00']])
    expect((await post(joinPath, twice)).status).toBe(422)
    const broken = await post(joinPath, new URLSearchParams({ ...amina, name: '' }), { referer: 'http://[' })
    expect(broken.status).toBe(422)
  })

  test('the address of a form, opened again, leads to its page', async () => {
    expect((await get(joinPath)).headers.get('location')).toBe(joinPath.replace('/registrations', ''))
    const token = newToken()
    expect((await get(`/registrations/${token}/party?lang=en`)).headers.get('location')).toBe(
      `/registrations/${token}?lang=en`,
    )
  })
})
