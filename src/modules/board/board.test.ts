import { Hono } from 'hono'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Env, MemberActor } from '#platform/http/env.ts'
import { testHouse } from '#platform/testing/house.ts'
import { seedSmallWorld } from '#platform/testing/small-world.ts'
import { boardOf } from './board.fixture.ts'
import { readNotices } from './db/notices.ts'
import { refuseNotice } from './decide-notice.ts'
import { closeNotice, finish, helped, stop } from './end.ts'
import { introduce, introduceMatch } from './introduce.ts'
import { jobs } from './jobs.ts'
import { readMatches } from './read-matches.ts'
import { routes } from './routes.tsx'

let at: Awaited<ReturnType<typeof testHouse>>
let world: Awaited<ReturnType<typeof seedSmallWorld>>
beforeAll(async () => {
  at = await testHouse()
  world = await seedSmallWorld(at.ownerUrl, at.house.seal, at.now)
})
afterAll(() => at.close())
beforeEach(() => at.owner.query('delete from board.neighbours; delete from board.figures'))

const {
  here,
  samira,
  rox,
  phones,
  post,
  readAll,
  publish,
  up,
  answers,
  proposed,
  queued,
  written,
  linkOf,
  idOf,
} = boardOf(() => ({ at, world }))

const server = () => {
  const app = new Hono<Env>()
  app.use((c, next) => {
    c.set('lang', 'fr')
    return next()
  })
  return app.route('/', routes(at.house))
}
const get = (path: string) => server().request(`http://localhost${path}`)
const send = (path: string, fields: Record<string, string | string[]>) => {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one)
  return server().request(`http://localhost${path}`, { method: 'POST', body })
}
const filled = {
  centre: 'saint-ouen',
  side: 'ask',
  subject: 'device-setup',
  sentence: 'Je cherche quelqu’un pour mettre en route ma tablette.',
  languages: 'fr',
  halfDays: ['week-morning', 'saturday-morning'],
  name: 'Monique',
  contact: phones.monique,
}

describe('writing on the board', () => {
  test('a notice is read by nobody before a member said yes, then by everybody, without its author', async () => {
    expect((await send('/board/notices', filled)).headers.get('location')).toBe('/board/sent')
    const [notice] = await readAll()
    expect(notice?.status).toBe('waiting')
    expect(await (await get('/board')).text()).not.toContain('tablette')
    expect((await get(`/board/${notice?.id}`)).status).toBe(404)
    const asVisitor = await at.house.inWork({ kind: 'visitor' }, (work) => readNotices(work, {}))
    expect(asVisitor).toEqual([])
    await publish(notice?.id ?? 0)
    for (const path of ['/board', `/board/${notice?.id}`, '/board/wall?centre=saint-ouen']) {
      const html = await (await get(path)).text()
      expect(html, path).toContain('tablette')
      for (const hers of ['Monique', '0639981201', '639981201', '06 39 98 12 01'])
        expect(html).not.toContain(hers)
    }
  })

  test('a sentence with a phone comes back with everything typed, and why', async () => {
    const answer = await send('/board/notices', { ...filled, sentence: 'Appelez le 06 12 34 56 78 ce soir' })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('Enlevez le numéro de la phrase')
    expect(html).toContain('06 12 34 56 78 ce soir')
    expect(html).toContain('value="Monique"')
    expect(await readAll()).toEqual([])
  })

  test('the database pins up no phone and no mail, whoever writes it', async () => {
    await post('monique')
    for (const sentence of ['Appelez 06 12 34 56 78', 'Écrivez à moi@exemple.fr', 'Voir https://exemple.fr'])
      await expect(
        at.owner.query('update board.notices set sentence = $1', [sentence]),
      ).rejects.toMatchObject({
        constraint: 'nobodys_contact_is_pinned_up',
      })
  })

  test('a contact holds three notices; the fourth changes nothing, and whoever typed it learns nothing', async () => {
    for (let i = 0; i < 4; i += 1)
      expect((await send('/board/notices', filled)).headers.get('location')).toBe('/board/sent')
    expect(await readAll()).toHaveLength(3)
    expect((await queued()).some(({ kind }) => kind === 'board.full')).toBe(true)
  })

  test('eight at once leave three, and the control without the lock shows the constraint behind it', async () => {
    await Promise.all(Array.from({ length: 8 }, () => post('karim')))
    expect(await readAll()).toHaveLength(3)
    await expect(
      at.owner.query(
        `insert into board.notices (centre_id, neighbour_id, pin, side, subject, sentence, written_in, languages, half_days, valid_until, created_at)
         select centre_id, neighbour_id, 1, side, subject, sentence, written_in, languages, half_days, valid_until, created_at
         from board.notices limit 1`,
      ),
    ).rejects.toMatchObject({ constraint: 'three_open_notices_each' })
    await at.owner.query('alter table board.notices drop constraint notices_pin_check')
    await at.owner.query('drop index board.three_open_notices_each')
    await at.owner.query(
      `insert into board.notices (centre_id, neighbour_id, pin, side, subject, sentence, written_in, languages, half_days, valid_until, created_at)
       select centre_id, neighbour_id, 1, side, subject, sentence, written_in, languages, half_days, valid_until, created_at
       from board.notices limit 1`,
    )
    expect(await readAll()).toHaveLength(4)
    await at.owner.query('delete from board.neighbours')
    await at.owner.query(
      'alter table board.notices add constraint notices_pin_check check (pin between 1 and 3)',
    )
    await at.owner.query(
      `create unique index three_open_notices_each on board.notices (neighbour_id, pin) where status in ('waiting', 'published', 'met')`,
    )
  })

  test('a place or a moment of another centre is refused', async () => {
    expect(await post('monique', { place: world.places.roubaix })).toMatchObject({ refusal: 'place-unknown' })
    const moment = { kind: 'session', id: world.sessions.roubaix } as const
    expect(await post('monique', { moment })).toMatchObject({ refusal: 'moment-unknown' })
  })

  test('whoever writes does not publish: the database says no to a resident', async () => {
    await post('monique')
    const [notice] = await readAll()
    await expect(
      at.house.inWork(here(), ({ tx }) =>
        tx
          .updateTable('board.notices')
          .set({ status: 'published' })
          .where('id', '=', notice?.id ?? 0)
          .execute(),
      ),
    ).rejects.toMatchObject({ code: '42501' })
  })
})

describe('a member decides', () => {
  test('only of her own centre, once', async () => {
    await post('monique')
    const [notice] = await readAll()
    const id = notice?.id ?? 0
    expect(await publish(id, rox())).toMatchObject({ refusal: 'notice-unknown' })
    expect(await publish(id)).toMatchObject({ ok: true })
    expect(await publish(id)).toMatchObject({ refusal: 'decided-already' })
    const no = { notice: id, sentence: 'money' as const }
    const byRox = at.house.inWork(rox(), (work) => refuseNotice(work, { ...no, member: rox() }))
    expect(await byRox).toMatchObject({ refusal: 'notice-unknown' })
  })

  test('a refusal leaves by message, in a ready sentence', async () => {
    await post('monique')
    const [notice] = await readAll()
    const id = notice?.id ?? 0
    await at.house.inWork(samira(), (work) =>
      refuseNotice(work, { notice: id, sentence: 'a-session-does-it', member: samira() }),
    )
    const message = await written('board.refused', id)
    expect(message).toMatchObject({ channel: 'sms', to: '+33639981201' })
    expect(message?.body).toMatch(/pas affichée.*\/board\/me\//)
    expect(await written('board.published', id)).toBeNull()
  })
})

describe('two people are put in touch', () => {
  test('an answer is seen by the team only; then each gets the other’s first name, a day and a place', async () => {
    const notice = await up('monique')
    expect(await answers('karim', notice)).toMatchObject({ ok: true })
    const before = await (await get(`/board/me/${await linkOf('Monique')}`)).text()
    expect(before).not.toContain('Karim')
    const id = await proposed()
    const moment = { kind: 'session', id: world.sessions.scams } as const
    const put = () =>
      at.house.inWork(samira(), (work) => introduce(work, { introduction: id, moment, member: samira() }))
    expect(await put()).toMatchObject({ ok: true })
    expect(await put()).toMatchObject({ refusal: 'decided-already' })
    const [toMonique, toKarim] = [
      await written('board.introduced-author', id),
      await written('board.introduced-other', id),
    ]
    expect(toMonique?.to).toBe('+33639981201')
    expect(toMonique?.body).toContain('Karim')
    expect(toKarim?.body).toContain('Monique')
    expect(toKarim?.body).toContain('mardi 1er décembre, 12 h')
    for (const { body = '' } of [toMonique ?? {}, toKarim ?? {}]) expect(body).not.toMatch(/63998120/)
    const page = await (await get(`/board/me/${await linkOf('Karim')}`)).text()
    expect(page).toContain('Avec Monique')
    expect(page).toContain('Le Lieu')
    expect(page).not.toContain('639981201')
    expect((await get(`/board/${notice}`)).status).toBe(404)
  })

  test('the rules propose an ask and an offer that are alike, and refuse to join two that are not', async () => {
    const ask = await up('monique')
    const offer = await up('karim', { side: 'offer', sentence: 'Je fais de belles photos de boutique.' })
    const other = await up('odile', {
      side: 'offer',
      subject: 'sewing',
      sentence: 'Je montre la couture à tous.',
    })
    const { proposals } = await at.house.inWork(samira(), (work) =>
      readMatches(work, world.centres.saintOuen),
    )
    expect(proposals.map((one) => [one.ask.id, one.fits.map((fit) => fit.offer.id)])).toEqual([
      [ask, [offer]],
    ])
    const pair = (offered: number, member = samira()) =>
      at.house.inWork(member, (work) =>
        introduceMatch(work, { ask, offer: offered, moment: { kind: 'call' }, member }),
      )
    expect(await pair(other)).toMatchObject({ refusal: 'do-not-fit' })
    expect(await pair(offer, rox())).toMatchObject({ refusal: 'notice-unknown' })
    expect(await pair(offer)).toMatchObject({ ok: true })
    expect((await readAll()).find(({ id }) => id === ask)?.status).toBe('met')
    expect((await readAll()).find(({ id }) => id === offer)?.status).toBe('published')
  })

  test('done is thanked and counted; stopped is told, and the ask is shown again', async () => {
    const notice = await up('monique')
    await answers('karim', notice)
    const id = await proposed()
    await at.house.inWork(samira(), (work) =>
      introduce(work, { introduction: id, moment: { kind: 'call' }, member: samira() }),
    )
    const [monique, karim] = [await idOf('Monique'), await idOf('Karim')]
    await answers('odile', notice)
    const stranger = await at.house.inWork(here(), (work) =>
      stop(work, { introduction: id, by: karim + 1000 }),
    )
    expect(stranger).toMatchObject({ refusal: 'introduction-unknown' })
    expect(
      await at.house.inWork(here(), (work) => stop(work, { introduction: id, by: karim })),
    ).toMatchObject({
      ok: true,
    })
    expect((await written('board.stopped-author', id))?.body).toContain('Karim')
    expect((await readAll())[0]?.status).toBe('published')
    await answers('karim', notice)
    await at.house.inWork(samira(), (work) =>
      introduce(work, { introduction: id, moment: { kind: 'call' }, member: samira() }),
    )
    await at.house.inWork(here(), (work) => finish(work, { introduction: id, by: monique }))
    expect((await written('board.thanks-other', id))?.body).toContain('Monique')
    expect((await readAll())[0]?.status).toBe('done')
    const { rows } = await at.owner.query('select asks, introductions, done from board.figures')
    expect(rows).toEqual([{ asks: 1, introductions: 2, done: 1 }])
  })

  test('whoever answers her own notice is answered the same, and meets nobody', async () => {
    const notice = await up('monique')
    expect(await answers('monique', notice)).toMatchObject({ ok: true })
    expect(await proposed()).toBe(0)
  })
})

describe('one’s own page', () => {
  test('closes, and erases everything when one says so twice', async () => {
    const notice = await up('monique')
    const link = `/board/me/${await linkOf('Monique')}`
    const closed = await send(`${link}/closures`, { notice: String(notice) })
    expect(closed.headers.get('location')).toBe(`${link}?said=closed`)
    expect((await send(`${link}/erasures`, {})).status).toBe(422)
    expect((await send(`${link}/erasures`, { sure: 'yes' })).headers.get('location')).toBe('/board/erased')
    expect((await get(link)).status).toBe(404)
    expect(await readAll()).toEqual([])
  })

  test('an ask is shown again when the other one erases herself', async () => {
    const notice = await up('monique')
    await answers('karim', notice)
    const id = await proposed()
    await at.house.inWork(samira(), (work) =>
      introduce(work, { introduction: id, moment: { kind: 'call' }, member: samira() }),
    )
    await send(`/board/me/${await linkOf('Karim')}/erasures`, { sure: 'yes' })
    expect((await readAll())[0]?.status).toBe('published')
  })

  test('nobody closes another’s notice, and a forged link opens nothing', async () => {
    const notice = await up('monique')
    await up('karim', { side: 'offer' })
    const karim = await idOf('Karim')
    const closed = at.house.inWork(here(), (work) => closeNotice(work, { notice, neighbour: karim }))
    expect(await closed).toMatchObject({ refusal: 'notice-unknown' })
    for (const forged of ['x', 'x'.repeat(22), '%00', '..%2F..', `${'x'.repeat(22)}'--`]) {
      expect((await get(`/board/me/${forged}`)).status).toBe(404)
      expect((await send(`/board/me/${forged}/erasures`, { sure: 'yes' })).status).toBe(404)
    }
  })
})

test('when the session they meet at is moved or cancelled, both are told again, once', async () => {
  const notice = await up('monique')
  await answers('karim', notice)
  const id = await proposed()
  const moment = { kind: 'session', id: world.sessions.video } as const
  await at.house.inWork(samira(), (work) => introduce(work, { introduction: id, moment, member: samira() }))
  const told = async () =>
    (await queued()).filter(({ kind, ref }) => kind.startsWith('board.introduced') && ref === id).length
  const follow = () => jobs(at.house)['board.follow']?.({}, {} as never)
  const before = await told()
  await follow()
  expect(await told()).toBe(before)
  await at.owner.query(
    `update programme.sessions set starts_at = starts_at + interval '1 hour', ends_at = ends_at + interval '1 hour' where id = $1`,
    [world.sessions.video],
  )
  await follow()
  await follow()
  expect(await told()).toBe(before + 2)
  await at.owner.query(`update programme.sessions set status = 'cancelled' where id = $1`, [
    world.sessions.video,
  ])
  await follow()
  await follow()
  expect(await told()).toBe(before + 4)
  expect((await written('board.introduced-author', id))?.body).toContain("L'équipe vous appelle")
})

test('help asked for at a moment of the centre is given there, said done by the team, and counted', async () => {
  const moment = { kind: 'session', id: world.sessions.scams } as const
  const notice = await up('monique', { subject: 'machine-help', machine: 'laser', moment })
  const html = await (await get(`/board/${notice}`)).text()
  expect(html).toContain('Aide demandée pour Reconnaître un message piège')
  const say = (member: MemberActor) => at.house.inWork(member, (work) => helped(work, { notice, member }))
  expect(await say(rox())).toMatchObject({ refusal: 'notice-unknown' })
  expect(await say(samira())).toMatchObject({ ok: true })
  expect(await say(samira())).toMatchObject({ refusal: 'notice-unknown' })
  expect((await at.owner.query('select sum(done)::int as done from board.figures')).rows).toEqual([
    { done: 1 },
  ])
})

test('a notice past its day is taken down by night, and somebody is forgotten after a year', async () => {
  const notice = await up('monique', { days: 14 })
  const { now } = at
  at.now = now.add({ hours: 24 * 15 })
  expect((await get(`/board/${notice}`)).status).toBe(404)
  await jobs(at.house)['board.expire']?.({}, {} as never)
  expect((await readAll())[0]?.status).toBe('expired')
  at.now = now
  await at.owner.query(`update board.neighbours set last_step_at = now() - interval '13 months'`)
  await jobs(at.house)['board.forget']?.({}, {} as never)
  expect(await readAll()).toEqual([])
})

test('a notice is reported once for each reason, and nobody can report one that is not up', async () => {
  const notice = await up('monique')
  for (const reason of ['money', 'money', 'hurtful'])
    expect((await send(`/board/${notice}/reports`, { reason })).headers.get('location')).toBe(
      '/board/reported',
    )
  const { rows } = await at.owner.query('select reason from board.reports order by 1')
  expect(rows.map((row) => row.reason)).toEqual(['hurtful', 'money'])
  expect((await send('/board/999999/reports', { reason: 'money' })).status).toBe(404)
})

test('addresses and fields somebody damaged are answered, and write nothing', async () => {
  for (const path of [
    '/board?centre=%00&side=x',
    '/board/0',
    '/board/99999999999999999999',
    '/board/new?centre=%F0',
  ])
    expect((await get(path)).status).toBeLessThan(500)
  for (const fields of [
    {},
    { centre: 'saint-ouen' },
    { ...filled, languages: ['xx'], halfDays: '[]' },
    { ...filled, side: 'both' },
    { ...filled, subject: "photos'; drop table board.notices --" },
    { ...filled, sentence: '\u202e<script>alert(1)</script>@' },
    { ...filled, contact: '\u0000' },
  ])
    expect([303, 422]).toContain((await send('/board/notices', fields)).status)
  expect(await readAll()).toEqual([])
})
