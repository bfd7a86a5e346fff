import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Composer } from '#platform/messages/index.ts'
import { readFigures } from './db/figures.ts'
import { readProjects } from './db/projects.ts'
import { askForChange, decideMake } from './decide-project.ts'
import { jobs } from './jobs.ts'
import { composers } from './messages.ts'
import { lamp, openWorkshop } from './projects.fixture.ts'

let shop: Awaited<ReturnType<typeof openWorkshop>>
beforeAll(async () => {
  shop = await openWorkshop()
})
afterAll(() => shop.at.close())
beforeEach(() =>
  shop.at.owner.query(
    'delete from projects.projects; delete from projects.authors; delete from projects.figures',
  ),
)

const text = async (path: string) => (await shop.get(path)).text()
const count = async (table: string) =>
  Number((await shop.at.owner.query(`select count(*) from projects.${table}`)).rows[0].count)
const written = (kind: string, ref: number) => {
  const compose = composers(shop.at.house)[kind] as Composer
  return shop.at.house.inWork({ kind: 'system', centre: shop.world.centres.saintOuen }, (work) =>
    compose(work, ref, 1),
  )
}
const change = (project: number, sending = 1, who = shop.member('samira')) =>
  shop.at.house.inWork(who, (work) =>
    askForChange(work, { project, sending, sentence: 'picture', member: who }),
  )

describe('showing what one made', () => {
  test('Yasmine says what it is and holds her page at once; what she typed comes back when something is wrong', async () => {
    const wrong = await shop.send('/projects', {
      ...lamp,
      sentence: 'Appelez le 06 12 34 56 78',
      madeBy: 'yas@exemple.fr',
    })
    expect(wrong.status).toBe(422)
    const again = await wrong.text()
    expect(again).toContain('value="Lampe en bois"')
    expect(again).toMatch(/value="laser" checked/)
    expect(again).toContain('Enlevez le numéro')
    expect(again).toContain('Enlevez l’adresse e-mail')
    const { bench, mine } = await shop.begin()
    expect(bench).toMatch(/^\/projects\/me\/[A-Za-z0-9_-]{22}\/\d+$/)
    expect((await shop.get(bench)).headers.get('cache-control')).toBe('no-store')
    expect(await text(mine)).toContain('Bonjour Yasmine')
  })

  test('somebody who types another’s phone opens nothing of hers, and she is sent a link', async () => {
    const hers = await shop.begin()
    const other = await shop.begin({ title: 'Autre chose' })
    expect(other.mine).not.toBe(hers.mine)
    expect(await text(other.mine)).not.toContain('Lampe en bois')
    expect((await shop.get(`${other.mine}/${hers.id}`)).status).toBe(404)
    for (const contact of [lamp.contact, '06 39 98 77 99'])
      expect(
        (await shop.send('/projects/links', { centre: 'saint-ouen', contact })).headers.get('location'),
      ).toBe('/projects/sent')
    const { rows } = await shop.at.owner.query('select id from projects.authors order by id limit 1')
    expect((await written('projects.link', Number(rows[0].id)))?.body).toContain(hers.mine)
  })

  test('she needs no contact', async () => {
    const { mine } = await shop.begin({ contact: '' })
    expect((await shop.get(mine)).status).toBe(200)
  })

  test('steps come in order, move, and close the gap when one goes', async () => {
    const { bench } = await shop.begin()
    for (const words of ['Première chose', 'Deuxième chose', 'Troisième chose'])
      await shop.send(`${bench}/steps`, { words })
    const order = async () => {
      const { rows } = await shop.at.owner.query(
        'select id, words, position from projects.steps order by position',
      )
      return rows
    }
    const [first, second] = await order()
    await shop.send(`${bench}/steps/${second.id}/moves`, { to: 'up' })
    expect((await order()).map(({ words }) => words[0])).toEqual(['D', 'P', 'T'])
    await shop.send(`${bench}/steps/${second.id}/removals`)
    expect((await order()).map(({ position }) => position)).toEqual([1, 2])
    await shop.send(`${bench}/steps/${first.id}`, {
      words: 'Première chose, mieux dite',
      picture: await shop.picture(),
      alt: 'Une chose',
    })
    expect(await text(bench)).toMatch(/mieux dite[\s\S]*alt="Une chose"/)
    await shop.send(`${bench}/steps/${first.id}`, { words: 'Première chose', alt: '', without: 'yes' })
    expect(await count('pictures')).toBe(0)
  })

  test('a picture without words for who does not see it is not taken', async () => {
    const { bench } = await shop.begin()
    const answer = await shop.send(`${bench}/steps`, { words: 'Découpez.', picture: await shop.picture() })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toMatch(/Découpez\.[\s\S]*id="alt-e"/)
    expect(await count('steps')).toBe(0)
  })

  test('what is no picture or no file of ours is refused in words, and the rest is kept', async () => {
    const { bench } = await shop.begin()
    const page = new File(['<!doctype html>'], 'photo.jpg', { type: 'image/jpeg' })
    const answer = await shop.send(`${bench}/steps`, { words: 'Découpez.', picture: page, alt: 'Un socle' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toMatch(/JPEG, PNG ou WebP[\s\S]*value="Un socle"/)
    const heavy = new File([new Uint8Array(9_000_001)], 'photo.jpg', { type: 'image/jpeg' })
    expect(
      await (await shop.send(`${bench}/pictures`, { picture: heavy, alt: 'Un socle' })).text(),
    ).toContain('trop grande')
    const active = new File(['<svg onload="x()"></svg>'], 'plan.svg')
    expect((await shop.send(`${bench}/files`, { file: active })).status).toBe(422)
    expect([await count('pictures'), await count('files')]).toEqual([0, 0])
  })

  test('twenty-five steps sent at once leave twenty, one after the other', async () => {
    const { bench } = await shop.begin()
    await Promise.all(
      Array.from({ length: 25 }, (_, i) => shop.send(`${bench}/steps`, { words: `Chose ${i}` })),
    )
    const { rows } = await shop.at.owner.query(
      'select array_agg(position order by position) as all from projects.steps',
    )
    expect(rows[0].all).toEqual(Array.from({ length: 20 }, (_, i) => i + 1))
    // The control: one who does not wait for the lock meets the constraint behind it.
    await expect(
      shop.at.owner.query(
        'insert into projects.steps (centre_id, project_id, position, words) select centre_id, project_id, position, words from projects.steps where position = 20',
      ),
    ).rejects.toMatchObject({ constraint: 'one_step_per_position' })
  })
})

describe('a member looks first', () => {
  test('nobody sees a project, its pictures or its files before her yes; then everybody, and nothing of who made it', async () => {
    const { id, bench, mine } = await shop.begin()
    await shop.send(`${bench}/files`, { file: new File(['%PDF-1.7\n'], 'Yasmine Benali.pdf') })
    expect((await shop.send(`${bench}/sendings`, { nobody: 'yes' })).status).toBe(422)
    await shop.send(`${bench}/steps`, {
      words: 'Découpez le socle.',
      picture: await shop.picture(),
      alt: 'Un socle en bois',
    })
    expect((await shop.send(`${bench}/sendings`)).status).toBe(422)
    await shop.send(`${bench}/sendings`, { nobody: 'yes' })
    const { rows } = await shop.at.owner.query(
      'select i.id as picture, f.id as file from projects.pictures i, projects.files f',
    )
    const [{ picture, file }] = rows
    const public_ = [`/projects/${id}`, `/projects/pictures/${picture}/page.webp`, `/projects/files/${file}`]
    for (const path of public_) expect((await shop.get(path)).status, path).toBe(404)
    expect((await shop.get(`${mine}/pictures/${picture}/thumb.jpg`)).status).toBe(200)
    expect(await shop.publish(id)).toMatchObject({ ok: true })
    for (const path of public_) expect((await shop.get(path)).status, path).toBe(200)
    for (const path of ['/projects', `/projects/${id}`]) {
      const html = await text(path)
      expect(html).toContain('Lampe en bois')
      expect(html).not.toMatch(/Yasmine|63998|Benali/)
    }
    expect(await text(`/projects/${id}`)).toContain('Fait par Yas')
  })

  test('a picture is asked for once, then only whether it is still shown', async () => {
    const { id, bench } = await shop.published()
    const { rows } = await shop.at.owner.query('select id from projects.pictures')
    const path = `/projects/pictures/${rows[0].id}/page.webp`
    const first = await shop.get(path)
    expect(first.headers.get('content-type')).toBe('image/webp')
    expect(first.headers.get('cache-control')).toContain('immutable')
    const tag = first.headers.get('etag') ?? ''
    expect((await shop.get(path, { 'if-none-match': tag })).status).toBe(304)
    await shop.send(`${bench}/returns`)
    expect((await shop.get(path, { 'if-none-match': tag })).status).toBe(404)
    expect(await shop.statusOf(id)).toBe('draft')
  })

  test('a file is saved, never opened, and named after the project', async () => {
    const { bench, id } = await shop.begin({ title: 'Lampe « été » <b>' })
    await shop.send(`${bench}/files`, {
      file: new File(['<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>'], '../../x.html'),
    })
    await shop.send(`${bench}/steps`, { words: 'Découpez.', picture: await shop.picture(), alt: 'Un socle' })
    await shop.send(`${bench}/sendings`, { nobody: 'yes' })
    await shop.publish(id)
    const { rows } = await shop.at.owner.query('select id from projects.files')
    const file = await shop.get(`/projects/files/${rows[0].id}`)
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="lampe-e-te-b-1.svg"')
    expect(file.headers.get('content-type')).toBe('application/octet-stream')
  })

  test('what was changed under her eyes is not what she said yes to', async () => {
    const { id, bench } = await shop.sent()
    await shop.send(`${bench}/returns`)
    await shop.send(`${bench}/steps`, { words: 'Autre chose, que personne n’a lu.' })
    await shop.send(`${bench}/sendings`, { nobody: 'yes' })
    expect(await shop.publish(id, 1)).toMatchObject({ refusal: 'decided-already' })
    expect(await shop.publish(id, 2)).toMatchObject({ ok: true })
  })

  test('she asks for a change in a ready sentence; the author reads it, mends, and sends again', async () => {
    const { id, bench } = await shop.sent()
    expect(await change(id)).toMatchObject({ ok: true })
    const message = await written('projects.changes', id)
    expect(message).toMatchObject({ channel: 'sms', to: '+33639987701' })
    expect(message?.body).toContain('/projects/me/')
    expect(await text(bench)).toContain('près d’une fenêtre')
    await shop.send(`${bench}/sendings`, { nobody: 'yes' })
    expect(await shop.publish(id, 2)).toMatchObject({ ok: true })
    expect(await written('projects.changes', id)).toBeNull()
  })

  test('of another centre, she decides nothing', async () => {
    const { id } = await shop.sent()
    expect(await shop.publish(id, 1, shop.member('rox'))).toMatchObject({ refusal: 'project-unknown' })
    await shop.publish(id)
    expect(await change(id, 1, shop.member('rox'))).toMatchObject({ refusal: 'project-unknown' })
  })

  test('whoever makes does not publish, and changes nothing that is out of her hands: the database says no', async () => {
    const { id, bench } = await shop.published()
    const here = { kind: 'resident', centre: shop.world.centres.saintOuen } as const
    expect((await shop.send(`${bench}/steps`, { words: 'En douce.' })).status).toBe(303)
    expect((await shop.send(`${bench}/facts`, { ...lamp, title: 'En douce' })).status).toBe(303)
    await expect(
      shop.at.house.inWork(here, ({ tx }) =>
        tx.updateTable('projects.projects').set({ title: 'En douce' }).where('id', '=', id).execute(),
      ),
    ).rejects.toMatchObject({ code: '42501' })
    const touched = await shop.at.house.inWork(here, ({ tx }) =>
      tx
        .updateTable('projects.steps')
        .set({ words: 'En douce' })
        .where('project_id', '=', id)
        .executeTakeFirst(),
    )
    expect(Number(touched.numUpdatedRows)).toBe(0)
    expect(await text(`/projects/${id}`)).not.toContain('En douce')
  })

  test('no phone and no mail is shown, whatever writes it', async () => {
    await shop.sent()
    for (const update of [
      `projects.projects set title = 'Appelez 06 12 34 56 78'`,
      `projects.projects set made_by = 'a@b.fr'`,
      `projects.steps set words = 'www.exemple.fr'`,
      `projects.pictures set alt = '٠٦١٢٣٤٥٦٧٨'`,
    ])
      await expect(shop.at.owner.query(`update ${update}`)).rejects.toMatchObject({
        constraint: 'nobodys_contact_is_shown',
      })
  })

  test('a report is read by the team, and whoever reported is not known', async () => {
    const { id } = await shop.published()
    for (let i = 0; i < 3; i += 1) await shop.send(`/projects/${id}/reports`, { reason: 'face' })
    expect(await count('reports')).toBe(1)
    expect(await change(id)).toMatchObject({ ok: true })
    expect(await count('reports')).toBe(0)
    expect((await shop.get(`/projects/${id}`)).status).toBe(404)
  })
})

describe('making the same', () => {
  const decide = (make: number, shown: boolean, name: 'samira' | 'rox' = 'samira') =>
    shop.at.house.inWork(shop.member(name), (work) =>
      decideMake(work, { make, shown, member: shop.member(name) }),
    )

  test('is counted once, however often the form is sent', async () => {
    const { id } = await shop.published()
    const once = shop.once()
    await Promise.all(Array.from({ length: 6 }, () => shop.send(`/projects/${id}/makes`, { once })))
    expect(await text(`/projects/${id}`)).toContain('1 personne l’a refait')
    await shop.send(`/projects/${id}/makes`, { once: shop.once() })
    expect(await text(`/projects/${id}`)).toContain('2 personnes l’ont refait')
    expect((await shop.send(`/projects/${id}/makes`, { once: 'not-a-number' })).status).toBe(303)
    expect(await count('makes')).toBe(2)
  })

  test('with a picture, it waits for a member of that centre; refused, nothing is left of it', async () => {
    const { id } = await shop.published()
    const alt = 'La même lampe, peinte en bleu'
    for (let i = 0; i < 2; i += 1)
      await shop.send(`/projects/${id}/makes`, { once: shop.once(), picture: await shop.picture(), alt })
    expect(await text(`/projects/${id}`)).not.toContain(alt)
    const { rows } = await shop.at.owner.query(
      'select make_id as make, id from projects.pictures where make_id is not null order by 1',
    )
    expect((await shop.get(`/projects/pictures/${rows[0].id}/page.jpg`)).status).toBe(404)
    expect(await decide(Number(rows[0].make), true, 'rox')).toMatchObject({ refusal: 'decided-already' })
    expect(await decide(Number(rows[0].make), true)).toMatchObject({ ok: true })
    expect(await decide(Number(rows[1].make), false)).toMatchObject({ ok: true })
    expect(await text(`/projects/${id}`)).toContain(alt)
    expect(await text(`/projects/${id}`)).toContain('1 personne l’a refait')
  })

  test('of what is not published, it cannot be said', async () => {
    const { id } = await shop.sent()
    expect((await shop.send(`/projects/${id}/makes`, { once: shop.once() })).status).toBe(404)
    expect((await shop.send(`/projects/${id}/reports`, { reason: 'face' })).status).toBe(404)
  })

  test('another project starts from it, and says so only while it may be seen', async () => {
    const { id, bench } = await shop.published()
    expect(await text(`/projects/new?centre=saint-ouen&from=${id}`)).toContain('D’après')
    const remix = await shop.published({ title: 'Lampe haute', remixOf: String(id) })
    expect(await text(`/projects/${remix.id}`)).toContain(`href="/projects/${id}"`)
    expect(await text(`/projects/${id}`)).toContain('Lampe haute')
    await shop.send(`${bench}/returns`)
    expect(await text(`/projects/${remix.id}`)).not.toContain(`href="/projects/${id}"`)
    const unseen = await shop.begin({ title: 'Lampe basse', remixOf: String(id) })
    const { rows } = await shop.at.owner.query('select remix_of from projects.projects where id = $1', [
      unseen.id,
    ])
    expect(rows[0].remix_of).toBeNull()
  })
})

describe('leaving', () => {
  test('she erases one project, or everything, and nothing is left', async () => {
    const { bench, mine } = await shop.published()
    expect((await shop.send(`${bench}/removals`)).status).toBe(422)
    expect((await shop.send(`${bench}/removals`, { sure: 'yes' })).headers.get('location')).toBe(
      `${mine}?said=removed`,
    )
    await shop.published()
    expect((await shop.send(`${mine}/erasures`)).status).toBe(422)
    const other = await shop.begin()
    expect((await shop.send(`${other.mine}/erasures`, { sure: 'yes' })).headers.get('location')).toBe(
      '/projects/erased',
    )
    expect((await shop.get(other.mine)).status).toBe(404)
  })

  test('a link of twenty-two signs that is nobody’s, or anything else, opens nothing', async () => {
    for (const token of ['A'.repeat(22), 'rien', '%00', "'or 1=1--"]) {
      expect((await shop.get(`/projects/me/${encodeURIComponent(token)}`)).status).toBe(404)
      expect(
        (await shop.send(`/projects/me/${encodeURIComponent(token)}/1/steps`, { words: 'Rien du tout' }))
          .status,
      ).toBe(404)
    }
  })

  test('a year after her last step she is forgotten: a free project stays, tied to nobody; the rest goes', async () => {
    const free = await shop.published()
    const kept = await shop.published({ licence: '' })
    const draft = await shop.begin()
    await shop.at.owner.query(`update projects.authors set last_step_at = now() - interval '400 days'`)
    const recent = await shop.begin({ title: 'Tout neuf' })
    await shop.at.owner.query(
      `update projects.authors set last_step_at = now() where id = (select max(id) from projects.authors)`,
    )
    const now = shop.at.now
    shop.at.now = Temporal.Now.instant()
    await jobs(shop.at.house)['projects.forget']?.({} as never, {} as never)
    shop.at.now = now
    expect(await count('authors')).toBe(1)
    expect((await shop.get(`/projects/${free.id}`)).status).toBe(200)
    expect((await shop.get(`/projects/${kept.id}`)).status).toBe(404)
    expect([await shop.statusOf(draft.id), await shop.statusOf(recent.id)]).toEqual([undefined, 'draft'])
    expect((await shop.get(free.mine)).status).toBe(404)
  })
})

test('a long list is read page by page, and each project is on one of them', async () => {
  const { id } = await shop.published()
  await shop.at.owner.query(
    `insert into projects.projects (centre_id, title, sentence, machines, materials, minutes, difficulty, written_in, created_at, status, decided_at, decided_by, first_published_at)
     select centre_id, 'Lampe ' || chr(64 + n), sentence, machines, materials, minutes, difficulty, written_in, created_at, status, decided_at, decided_by, first_published_at
     from projects.projects, generate_series(1, 26) n where id = $1`,
    [id],
  )
  const on = async (page: string) =>
    [...(await text(`/projects?machine=laser&page=${page}`)).matchAll(/<a href="\/projects\/(\d+)">/g)].map(
      ([, one]) => one,
    )
  const [first, second] = [await on('1'), await on('2')]
  expect([first.length, second.length]).toEqual([24, 3])
  expect(new Set([...first, ...second]).size).toBe(27)
  expect(await text('/projects?machine=laser')).toContain(
    'machine=laser&amp;difficulty=&amp;centre=&amp;page=2',
  )
  for (const odd of ['0', '-1', '99999999', 'x'])
    expect((await shop.get(`/projects?page=${odd}`)).status).toBe(200)
  expect(await on('3')).toEqual([])
})

test('a draft nobody came back to is not kept a year; one that was sent is', async () => {
  const draft = await shop.begin()
  const sent = await shop.sent()
  await shop.at.owner.query(`update projects.authors set last_step_at = now() - interval '120 days'`)
  const now = shop.at.now
  shop.at.now = Temporal.Now.instant()
  await jobs(shop.at.house)['projects.forget']?.({} as never, {} as never)
  shop.at.now = now
  expect([await shop.statusOf(draft.id), await shop.statusOf(sent.id)]).toEqual([undefined, 'waiting'])
  expect((await shop.get(draft.mine)).status).toBe(200)
})

test('a centre holds only so much nobody has looked at: whoever sends without end fills no disk', async () => {
  const { bench } = await shop.begin()
  const open = await shop.published()
  const bring = async () =>
    (await shop.send(`${bench}/pictures`, { picture: await shop.picture(), alt: 'Un socle' })).status
  const make = async () =>
    shop.send(`/projects/${open.id}/makes`, {
      once: shop.once(),
      picture: await shop.picture(),
      alt: 'La même lampe',
    })
  expect(await bring()).toBe(303)
  // Forty-two files of ten megabytes, of nothing but zeros: the database folds them to almost nothing.
  await shop.at.owner.query(
    `with drafts as (
       insert into projects.projects (centre_id, title, sentence, machines, materials, minutes, difficulty, written_in, created_at)
       select centre_id, 'Encore un', sentence, machines, materials, minutes, difficulty, written_in, created_at
       from projects.projects, generate_series(1, 7) where id = $1 returning id, centre_id)
     insert into projects.files (centre_id, project_id, place, kind, bytes)
     select centre_id, id, n, 'pdf', decode(repeat('00', 10000000), 'hex') from drafts, generate_series(1, 6) n`,
    [open.id],
  )
  expect(await bring()).toBe(422)
  expect(await (await make()).text()).toContain('Trop de choses attendent')
  expect((await shop.send(`${bench}/steps`, { words: 'Des mots, il y a toujours la place.' })).status).toBe(
    303,
  )
  expect((await shop.send(`/projects/${open.id}/makes`, { once: shop.once() })).status).toBe(303)
  await shop.at.owner.query(`delete from projects.projects where title = 'Encore un'`)
  expect(await bring()).toBe(303)
  expect((await make()).status).toBe(303)
})

test('a link holds twenty projects; the next one is refused in words', async () => {
  const { mine } = await shop.begin()
  for (let i = 1; i < 20; i += 1) await shop.send(`${mine}/projects`, lamp)
  const answer = await shop.send(`${mine}/projects`, lamp)
  expect(answer.status).toBe(409)
  expect(await answer.text()).toContain('Vingt réalisations au plus')
  expect(await count('projects')).toBe(20)
})

test('figures count a project once, by month, machine and licence, and outlive it', async () => {
  const { bench, id } = await shop.published()
  await shop.send(`/projects/${id}/makes`, { once: shop.once() })
  await shop.send(`${bench}/returns`)
  await shop.send(`${bench}/sendings`, { nobody: 'yes' })
  await shop.publish(id, 2)
  await shop.send(`${bench}/removals`, { sure: 'yes' })
  const figures = await shop.at.house.inWork(shop.member('samira'), readFigures)
  expect(figures.map(({ about, which, count: n }) => `${about} ${which} ${n}`).toSorted()).toEqual([
    'licence cc-by 1',
    'machine electronics 1',
    'machine laser 1',
    'makes  1',
    'projects  1',
    'with-machine  1',
  ])
})

test('the list is narrowed by machine, difficulty and centre; a wish that is none shows all', async () => {
  const { id } = await shop.published()
  await shop.published({ title: 'Sac en tissu', machines: 'sewing', difficulty: 'hard' })
  const titles = async (query: string) =>
    [...(await text(`/projects?${query}`)).matchAll(/<a href="\/projects\/\d+">([^<]+)/g)].map(
      ([, title]) => title,
    )
  expect(await titles('machine=laser')).toEqual(['Lampe en bois'])
  expect(await titles('difficulty=hard&centre=saint-ouen')).toEqual(['Sac en tissu'])
  expect(await titles('centre=roubaix-centre')).toEqual([])
  expect(await titles("machine='or 1=1--&centre=%00")).toEqual(['Sac en tissu', 'Lampe en bois'])
  const visible = await shop.at.house.inWork({ kind: 'visitor' }, (work) =>
    readProjects(work, { machine: 'laser' }),
  )
  expect(visible.map((one) => one.id)).toEqual([id])
})
