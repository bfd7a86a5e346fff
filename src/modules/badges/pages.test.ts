import { extractText } from 'unpdf'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { recordHours } from '#modules/team/index.ts'
import { hashOf } from '#platform/seal/index.ts'
import { testHouse } from '#platform/testing/house.ts'
import { seedSmallWorld } from '#platform/testing/small-world.ts'
import { createApp } from '../../app.tsx'
import { forgetBadges } from './db/credentials.ts'
import { codeOfId } from './domain/found.ts'

const site = 'http://localhost'
let at: Awaited<ReturnType<typeof testHouse>>
let world: Awaited<ReturnType<typeof seedSmallWorld>>
let app: ReturnType<typeof createApp>

beforeAll(async () => {
  at = await testHouse({ PUBLIC_URL: site })
  world = await seedSmallWorld(at.ownerUrl, at.house.seal, at.now)
  app = createApp(at.house)
})
afterAll(() => at.close())

type Who = 'samira' | 'nadia' | 'yanis' | 'rox'
const tokens = new Map<Who, string>()
async function cookieOf(who: Who): Promise<string> {
  if (!tokens.has(who)) {
    const token = who.padEnd(43, 'x')
    await at.owner.query(
      `insert into access.sign_ins (token_hash, member_id, created_at, seen_at, expires_at) values ($1, $2, $3, $3, $4)`,
      [hashOf(token), world.members[who], at.now.toString(), at.now.add({ hours: 10 }).toString()],
    )
    tokens.set(who, token)
  }
  return `maillage=${tokens.get(who)}`
}

async function get(path: string, who?: Who, lang = 'fr') {
  const cookie = who ? await cookieOf(who) : ''
  return app.request(`${site}${path}`, { headers: { cookie, 'accept-language': lang } })
}
async function post(path: string, fields: string[][] | FormData, who?: Who) {
  const cookie = who ? await cookieOf(who) : ''
  return app.request(`${site}${path}`, {
    method: 'POST',
    headers: { origin: site, cookie, 'accept-language': 'fr' },
    body: fields instanceof FormData ? fields : new URLSearchParams(fields),
  })
}
const seenAll = [
  ['achievement', 'scams'],
  ['seen', '0'],
  ['seen', '1'],
  ['seen', '2'],
]

/** Samira gives a badge; answers the pages of the team and of its holder. */
async function gives() {
  const given = await post('/badges/credentials', seenAll, 'samira')
  const slip = new URL(given.headers.get('location') ?? '', site).pathname
  const page = await (await get(slip, 'samira')).text()
  return { slip, code: slip.split('/').at(-1) ?? '', held: page.match(/\/b\/[\w-]{22}/)?.[0] ?? '' }
}

describe('giving a badge', () => {
  test('waits until everything was seen, and keeps what was ticked', async () => {
    const page = await post('/badges/credentials', seenAll.slice(0, 2), 'samira')
    const html = await page.text()
    expect(page.status).toBe(422)
    expect(html).toContain('le badge attendra que tout soit vu')
    expect(html).toMatch(/value="0" checked/)
    expect(html).not.toMatch(/value="1" checked/)
  })

  test('leads to a link one aims at, which opens the badge and tells nobody’s name', async () => {
    const { slip, held } = await gives()
    expect((await get(slip, 'rox')).status).toBe(403)
    const page = await get(held)
    const html = await page.text()
    expect(page.status).toBe(200)
    expect(page.headers.get('referrer-policy')).toBe('same-origin')
    expect(page.headers.get('cache-control')).toBe('no-store')
    expect(html).toContain('Je reconnais les messages piégés')
    expect(html).not.toContain('Samira')
    expect(await (await get(held, undefined, 'ar')).text()).toContain('أتعرف على الرسائل المخادعة')
    expect((await get('/b/AAAAAAAAAAAAAAAAAAAAAA')).status).toBe(404)
    expect(await (await get('/badges', 'nadia')).text()).toContain('Je reconnais les messages piégés')
  })

  test('of another centre is not for her to see or to take back', async () => {
    const { code } = await gives()
    await at.owner.query(`update access.members set role = 'coordinator' where id = $1`, [world.members.rox])
    expect((await get(`/badges/credentials/${code}`, 'rox')).status).toBe(404)
    const taken = await post(`/badges/credentials/${code}/revocation`, [['reason', 'mistake']], 'rox')
    expect(taken.status).toBe(404)
    expect(await (await get(`/verify?c=${code}`)).text()).toContain('Ce badge est bon')
  })

  test('is undone with a reason, by one of two who press at once, and redone', async () => {
    const { slip, code, held } = await gives()
    expect((await post(`${slip}/revocation`, [], 'nadia')).status).toBe(422)
    const both = await Promise.all([
      post(`${slip}/revocation`, [['reason', 'someone-else']], 'nadia'),
      post(`${slip}/revocation`, [['reason', 'mistake']], 'samira'),
    ])
    expect(both.map(({ status }) => status).toSorted()).toEqual([303, 409])
    expect(await (await get(`/verify?c=${code}`)).text()).toContain('Ce badge n’est pas bon')
    expect(await (await get(held)).text()).toContain('Ce badge a été retiré')
    expect((await post(`${slip}/restoration`, [], 'nadia')).status).toBe(303)
    expect(await (await get(`/verify?c=${code}`)).text()).toContain('Ce badge est bon')
  })

  test('what was signed is never changed, whoever asks the database', async () => {
    await gives()
    const nadia = {
      kind: 'member',
      member: world.members.nadia,
      role: 'coordinator',
      centre: world.centres.saintOuen,
      name: 'Nadia',
    } as const
    const change = at.house.inWork(nadia, ({ tx }) =>
      tx.updateTable('badges.credentials').set({ document: '{}' }).execute(),
    )
    await expect(change).rejects.toMatchObject({ code: '42501' })
  })
})

describe('holding a badge', () => {
  test('its files say they are files, and each one is verified', async () => {
    const { held } = await gives()
    const types = {
      svg: 'image/svg+xml',
      png: 'image/png',
      json: 'application/ld+json',
      jwt: 'application/jwt',
    }
    for (const [file, type] of Object.entries(types)) {
      const answer = await get(`${held}/badge.${file}`)
      expect(answer.headers.get('content-type'), file).toContain(type)
      expect(answer.headers.get('content-disposition')).toContain(`scams.${file}`)
      const form = new FormData()
      form.append('file', new File([await answer.arrayBuffer()], `scams.${file}`))
      form.append('text', '')
      const html = await (await post('/verifications', form)).text()
      expect(html, file).toContain('Ce badge est bon')
    }
  })

  test('the attestation bears the name typed for it, the code to verify it, and the name is kept nowhere', async () => {
    const { held, code } = await gives()
    const name = 'Élodie Marchand-Nguyen'
    const paper = await post(`${held}/attestation`, [['name', name]])
    expect(paper.headers.get('content-type')).toBe('application/pdf')
    const { text } = await extractText(new Uint8Array(await paper.arrayBuffer()), { mergePages: true })
    for (const said of ['Élodie', 'Je reconnais les messages', 'centre de Saint-Ouen', code])
      expect(text).toContain(said)
    const { rows } = await at.owner.query(
      `select count(*)::int as n from badges.credentials c where c::text like '%lodie%'`,
    )
    expect(rows).toEqual([{ n: 0 }])
    const empty = await post(`${held}/attestation`, [['name', ' ']])
    expect(empty.status).toBe(422)
    expect(await empty.text()).toContain('Écrivez le nom')
  })

  test('erased, nothing of it is left but a bit nobody is given again', async () => {
    const { held, code } = await gives()
    const file = await (await get(`${held}/badge.json`)).text()
    expect((await post(`${held}/erasures`, [])).headers.get('location')).toBe('/badges/erased')
    expect((await get(held)).status).toBe(404)
    expect((await post(`${held}/erasures`, [])).status).toBe(404)
    expect(await (await get(`/verify?c=${code}`)).text()).toContain('son porteur l’a effacé')
    // The file its holder kept is hers, and stays good.
    expect(await (await post('/verifications', [['text', file]])).text()).toContain('Ce badge est bon')
    const { rows } = await at.owner.query(
      `select count(*)::int as left from badges.status_entries e
       where not exists (select from badges.credentials c where c.status_list = e.list and c.status_index = e.index)`,
    )
    expect(rows).toEqual([{ left: 1 }])
  })

  test('ten years on it is forgotten, and not a day before', async () => {
    await gives()
    const forget = (years: number) =>
      at.house.inWork({ kind: 'system', centre: null }, (work) =>
        forgetBadges(work, at.now.toZonedDateTimeISO('UTC').subtract({ years }).toInstant()),
      )
    expect(await forget(10)).toBe(0)
    await at.owner.query(
      `update badges.credentials set issued_at = now() - interval '11 years' where id = (select id from badges.credentials limit 1)`,
    )
    expect(await forget(10)).toBe(1)
  })
})

describe('hours given', () => {
  test('earn a badge from ten hours on, the same one however often it is asked for', async () => {
    const asks = (id: string) => post('/badges/hours', [['achievement', id]], 'yanis')
    expect((await asks('hours-10')).status).toBe(409)
    const system = { kind: 'system', centre: world.centres.saintOuen } as const
    await at.house.inWork(system, (work) =>
      recordHours(work, world.centres.saintOuen, [
        {
          session: world.sessions.scams,
          member: world.members.yanis,
          organisation: null,
          day: '2026-11-02',
          minutes: 400,
        },
        {
          session: world.sessions.video,
          member: world.members.yanis,
          organisation: null,
          day: '2026-11-03',
          minutes: 200,
        },
      ]),
    )
    expect(await (await get('/badges/hours', 'yanis')).text()).toContain('10 heures données')
    const [one, two] = [await asks('hours-10'), await asks('hours-10')]
    expect(one.status).toBe(303)
    expect(one.headers.get('location')).toBe(two.headers.get('location'))
    expect((await asks('hours-25')).status).toBe(409)
    // A badge of hours is counted, never given by hand.
    const byHand = await post('/badges/credentials', [['achievement', 'hours-100']], 'nadia')
    expect(byHand.status).toBe(404)
  })
})

describe('verifying', () => {
  test('asks for something when nothing is given', async () => {
    const page = await post('/verifications', [['text', ' ']])
    expect(page.status).toBe(422)
    expect(await page.text()).toContain('Choisissez un fichier, ou collez un lien.')
  })

  test('says in a sentence what is wrong, and shows words of a stranger as words', async () => {
    const form = new FormData()
    form.append('file', new File(['%PDF-1.7 …'], 'a.pdf'))
    expect(await (await post('/verifications', form)).text()).toContain('visez le code imprimé dessus')
    const { held } = await gives()
    const badge = JSON.parse(await (await get(`${held}/badge.json`)).text())
    badge.credentialSubject.achievement.name = '<script>alert(1)</script>'
    badge.issuer = { id: 'https://evil.example', type: ['Profile'], name: '{name}<b>' }
    const html = await (await post('/verifications', [['text', JSON.stringify(badge)]])).text()
    expect(html).toContain('Ce badge n’est pas bon')
    expect(html).toContain('La clé n’est pas à celui qui dit donner le badge.')
    expect(html).not.toContain('<script>alert')
    expect(html).not.toContain('{name}<b>')
  })

  test('finds a badge by the code printed on paper', async () => {
    const { rows } = await at.owner.query('select id from badges.credentials limit 1')
    const code = codeOfId(rows[0].id)
    expect(await (await post('/verifications', [['text', code]])).text()).toContain('Ce badge est bon')
  })
})
