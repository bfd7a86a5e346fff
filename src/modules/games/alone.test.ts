import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { testHouse } from '#platform/testing/house.ts'
import { seedSmallWorld } from '#platform/testing/small-world.ts'
import { bringPack } from './bring-pack.ts'
import type { Item } from './domain/pack.ts'
import { jobs } from './jobs.ts'
import { composers } from './messages.ts'
import { smallPack } from './pack.fixture.ts'
import { createServerFor } from './pages.fixture.ts'

let at: Awaited<ReturnType<typeof testHouse>>
let world: Awaited<ReturnType<typeof seedSmallWorld>>
let app: ReturnType<typeof createServerFor>

beforeAll(async () => {
  at = await testHouse()
  world = await seedSmallWorld(at.ownerUrl, at.house.seal, at.now)
  app = createServerFor(at.house)
  await bring(stringify(smallPack))
})
afterAll(() => at.close())

const samira = () =>
  ({
    kind: 'member',
    member: world.members.samira,
    role: 'facilitator',
    centre: world.centres.saintOuen,
    name: 'Samira',
  }) as const
const bring = (file: string) =>
  at.house.inWork(samira(), (work) =>
    bringPack(work, { centre: world.centres.saintOuen, member: world.members.samira, file }),
  )
const page = async (path: string) => {
  const answer = await app.request(path)
  return { status: answer.status, html: (await answer.text()).replaceAll('\u00a0', ' ') }
}
const post = (path: string, fields: Record<string, string>) =>
  app.request(path, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { origin: 'http://localhost' },
  })
const place = (kind: Item['kind']) => smallPack.items.findIndex((item) => item.kind === kind) + 1

describe('alone at home', () => {
  test('a person sees what there is to play, and begins without giving anything', async () => {
    expect((await page('/games')).html).toContain('Petit jeu')
    const { html } = await page('/games/small-pack')
    expect(html).toContain('/games/small-pack/1')
    expect(html).not.toContain('<script')
  })

  test.each<[Item['kind'], string, string]>([
    ['choose', 'choice=b', 'Bien vu'],
    ['choose', 'choice=a', 'Ce n’est pas ça'],
    ['sort', 'choice=suspicious', 'Bien vu'],
    ['order', 'order.a=2&order.b=3&order.c=1', 'Bien vu'],
    ['clues', 'choice=sender&choice=link', 'Bien vu'],
    ['clues', 'choice=sender', 'Presque'],
    ['budget', 'amount.sleep=8&amount.screens=2', 'pas de bonne réponse'],
    ['story', 'way=b&choice=a', 'L’argent est parti'],
    ['estimate', 'number=10', 'Bien vu'],
    ['discuss', 'choice=a', 'Pourquoi ?'],
  ])('answering « %s » with %s teaches at once', async (kind, query, said) => {
    const { status, html } = await page(`/games/small-pack/${place(kind)}?${query}`)
    expect(status).toBe(200)
    expect(html).toContain(said)
    expect(html).toContain('Voici pourquoi.')
    expect(html).toContain('Transférez au 33700.')
  })

  test('a story goes on scene by scene, without a script', async () => {
    const { html } = await page(`/games/small-pack/${place('story')}?choice=b`)
    expect(html).toContain('800 euros')
    expect(html).toContain('value="b"')
    expect(html).not.toContain('Voici pourquoi.')
  })

  test('an answer that is none is asked again in words, and whoever prefers may pass', async () => {
    const asked = await page(`/games/small-pack/${place('order')}?order.a=1&order.b=1&order.c=1`)
    expect(asked.status).toBe(422)
    expect(asked.html).toContain('une place différente')
    expect((await page(`/games/small-pack/${place('order')}?see=1`)).html).toContain('Voici pourquoi.')
  })

  test('a passphrase is judged and never written: neither in an address nor in a page', async () => {
    const answer = await post(`/games/small-pack/${place('passphrase')}`, {
      phrase: 'cheval rouge pluie tambour',
    })
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe(`/games/small-pack/${place('passphrase')}?strength=4`)
    const { html } = await page(answer.headers.get('location') ?? '')
    expect(html).toContain('très solide')
    expect(html).not.toContain('cheval')
  })

  test.each([
    '/games/nothing',
    '/games/small-pack/99',
    '/games/small-pack/0',
    '/g/forged',
    '/games/small-pack/1000',
  ])('%s says so in a page, not in an accident', async (path) => {
    expect((await page(path)).status).toBe(404)
  })

  test('hostile words in an address are shown as words', async () => {
    const { html } = await page(`/games/small-pack/1?choice=%3Cscript%3E&part=%3Cb%3E&way=%00`)
    expect(html).not.toContain('<script>')
  })
})

describe('three questions, later', () => {
  beforeEach(() => at.owner.query('delete from games.boosters; delete from graphile_worker._private_jobs'))
  const ask = (contact: string) => post('/games/small-pack/boosters', { contact, centre: 'saint-ouen' })
  const rows = async () => (await at.owner.query('select * from games.boosters')).rows
  const planned = async () =>
    (await at.owner.query(`select run_at, payload from graphile_worker._private_jobs order by run_at`)).rows

  test('somebody who says yes is written to in one, three and six months at ten in the morning, and no more', async () => {
    expect((await ask('06 12 34 56 78')).status).toBe(303)
    const jobs = await planned()
    expect(jobs.map(({ run_at }) => String(run_at))).toEqual([
      '2027-01-01T09:00:00Z',
      '2027-03-01T09:00:00Z',
      // Ten o'clock in summer time.
      '2027-06-01T08:00:00Z',
    ])
  })

  test('pressing twice, or asking again, plans nothing more', async () => {
    await Promise.all([ask('06 12 34 56 78'), ask('06.12.34.56.78'), ask('+33 6 12 34 56 78')])
    expect(await rows()).toHaveLength(1)
    expect(await planned()).toHaveLength(3)
  })

  test('the number is sealed: whoever steals the table cannot call', async () => {
    await ask('06 12 34 56 78')
    expect(JSON.stringify(await rows())).not.toMatch(/612345678/)
  })

  test('a number that does not work is asked again, with what was typed', async () => {
    const answer = await ask('06 12')
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('value="06 12"')
  })

  const messageOf = async () => {
    const [row] = await rows()
    return at.house.inWork({ kind: 'system', centre: world.centres.saintOuen }, async (work) =>
      composers(at.house)['games.booster']?.(work, row.id, 1),
    )
  }

  test('the message has one link, which asks three questions, or stops it all', async () => {
    await ask('06 12 34 56 78')
    const message = await messageOf()
    expect(message).toMatchObject({ channel: 'sms', to: '+33612345678' })
    const link = new URL(message?.body.match(/http\S+/)?.[0] ?? '')
    const opened = await page(link.pathname + link.search)
    expect(opened.html).toContain('part=month-1')
    expect(await rows()).toHaveLength(1)
    const stopped = await post(`${link.pathname}/end`, {})
    expect(await stopped.text()).toContain('effacé')
    expect(await rows()).toHaveLength(0)
    expect((await page(link.pathname)).status).toBe(404)
  })

  test('a message planned for somebody who stopped does not leave', async () => {
    await ask('06 12 34 56 78')
    const [row] = await rows()
    await at.owner.query('delete from games.boosters')
    const message = await at.house.inWork({ kind: 'system', centre: world.centres.saintOuen }, async (work) =>
      composers(at.house)['games.booster']?.(work, row.id, 1),
    )
    expect(message).toBeNull()
  })

  test('seven months later nothing is left of it', async () => {
    await ask('06 12 34 56 78')
    const then = at.now
    at.now = then.toZonedDateTimeISO('UTC').add({ months: 7, days: 1 }).toInstant()
    await jobs(at.house)['games.forget-boosters']?.({}, { attempt: 1, lastAttempt: false })
    at.now = then
    expect(await rows()).toHaveLength(0)
  })
})

describe('a game an association wrote', () => {
  test('brought again it replaces itself; a file that is none says where', async () => {
    const again = await bring(stringify({ ...smallPack, title: { fr: 'Petit jeu, revu' } }))
    expect(again.ok).toBe(true)
    expect((await page('/games')).html).toContain('Petit jeu, revu')
    const broken = await bring(stringify({ ...smallPack, items: [{ id: 'x', kind: 'riddle' }] }))
    expect(broken).toMatchObject({ ok: false, refusal: 'not-a-pack' })
    expect(JSON.stringify(broken)).toContain('items · 1')
    await bring(stringify(smallPack))
  })

  test('what leaves can come back: a pack downloaded and brought again is the same', async () => {
    const { html } = await page('/games/small-pack.yaml')
    expect(await bring(html)).toMatchObject({ ok: true, value: smallPack })
  })

  test('a bomb of references, a page of another kind, or nothing at all is refused in words', async () => {
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c,*c,*c]`
    for (const file of [bomb, '<!doctype html>', '', '{', '!!js/function "x"', '\0\0'])
      expect((await bring(file)).ok).toBe(false)
  })

  test('only that centre can take it away', async () => {
    const rox = {
      kind: 'member',
      member: world.members.rox,
      role: 'receptionist',
      centre: world.centres.roubaix,
      name: 'Rox',
    } as const
    await expect(
      at.house.inWork({ ...rox, role: 'coordinator' }, (work) =>
        bringPack(work, {
          centre: world.centres.saintOuen,
          member: world.members.rox,
          file: stringify(smallPack),
        }),
      ),
    ).rejects.toThrow(/row-level security/)
  })
})
