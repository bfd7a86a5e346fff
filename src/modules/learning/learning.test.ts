import { Hono } from 'hono'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { loadCommunes } from '#modules/discovery/index.ts'
import { parseContact, sealContact } from '#modules/people/index.ts'
import type { Env } from '#platform/http/env.ts'
import { testHouse } from '#platform/testing/house.ts'
import { seedSmallWorld } from '#platform/testing/small-world.ts'
import { readLearners } from './db/learners.ts'
import { readPathFigures } from './db/walks.ts'
import { jobs } from './jobs.ts'
import { composers } from './messages.ts'
import { noteStep } from './note-step.ts'
import { centreOfLink, readFollowed } from './read-learner.ts'
import { routes } from './routes.tsx'
import { startPath } from './start-path.ts'

let at: Awaited<ReturnType<typeof testHouse>>
let world: Awaited<ReturnType<typeof seedSmallWorld>>

beforeAll(async () => {
  at = await testHouse()
  world = await seedSmallWorld(at.ownerUrl, at.house.seal, at.now)
  await at.house.inWork({ kind: 'system', centre: null }, (work) => loadCommunes(work))
  await at.owner.query(`update programme.activities set slug = 'spot-scams' where id = $1`, [
    world.activities.scams,
  ])
})
afterAll(() => at.close())
beforeEach(() => at.owner.query('delete from learning.learners; delete from learning.path_figures'))

const server = () => {
  const app = new Hono<Env>()
  app.use((c, next) => {
    c.set('lang', 'fr')
    return next()
  })
  return app.route('/', routes(at.house))
}
const get = (path: string) => server().request(`http://localhost${path}`)
const post = (path: string, fields: Record<string, string>) =>
  server().request(`http://localhost${path}`, { method: 'POST', body: new URLSearchParams(fields) })

const samira = () =>
  ({
    kind: 'member',
    member: world.members.samira,
    role: 'facilitator',
    centre: world.centres.saintOuen,
    name: 'Samira',
  }) as const
const rox = () =>
  ({
    kind: 'member',
    member: world.members.rox,
    role: 'coordinator',
    centre: world.centres.roubaix,
    name: 'Rox',
  }) as const
const here = () => ({ kind: 'resident', centre: world.centres.saintOuen }) as const

function sealed(phone = '06 12 34 56 78') {
  const contact = parseContact({ phone })
  if (!contact.ok) throw new Error(phone)
  return sealContact(at.house.seal, contact.value)
}

async function sets(path = 'keep-safe', contact: ReturnType<typeof sealed> | null = null) {
  const started = await at.house.inWork(here(), (work) =>
    startPath(work, at.house.seal, {
      centre: world.centres.saintOuen,
      path,
      name: 'Malika',
      contact,
      language: 'fr',
      position: null,
    }),
  )
  if (!started.ok) throw new Error(started.refusal)
  return started.value
}

/** Somebody with this contact was, or was not, at the session about scams. */
async function wasAt(contact: ReturnType<typeof sealed>, mark: string) {
  const { rows } = await at.owner.query(
    `with r as (
       insert into people.residents (centre_id, name, name_key, contact_key, phone_sealed, language, created_at, last_contact_at)
       values ($1, 'Malika', 'malika', $2, $3, 'fr', now(), now()) returning id),
     j as (insert into registrations.registrations
       (centre_id, session_id, resident_id, party, status, seats, source, language, token_hash, token_sealed, created_at)
       select $1, $4, id, 1, 'confirmed', 1, 'web', 'fr', $2, $3, now() from r returning id)
     insert into attendance.marks (centre_id, session_id, registration_id, mark, marked_by, marked_at)
       select $1, $4, id, $5, $6, now() from j returning registration_id`,
    [
      world.centres.saintOuen,
      contact.key,
      contact.phoneSealed,
      world.sessions.scams,
      mark,
      world.members.yanis,
    ],
  )
  return Number(rows[0].registration_id)
}

describe('finding out where one stands, without script', () => {
  /** Follows the pages as a browser does, pressing one of their buttons, until there is no question left. */
  async function answers(word: string): Promise<{ pages: number; html: string }> {
    let html = await (await get('/skills/questions')).text()
    let pages = 1
    for (;;) {
      const button = [...html.matchAll(/<button[^>]*name="a" value="([^"]+)"[^>]*>(.*?)<\/button>/gs)].find(
        ([, , inside]) => inside?.includes(word),
      )
      if (!button) return { pages, html }
      html = await (await get(`/skills/questions?a=${button[1]}`)).text()
      pages += 1
    }
  }

  test('ten questions at most, one a page, then what one can do and what would help', async () => {
    const { pages, html } = await answers('Avec de l’aide')
    expect(pages).toBe(11)
    expect(html).toContain('Ce qui aiderait ensuite')
    expect(html).toContain('Ce que vous savez faire')
    const said = html.slice(html.indexOf('<main'), html.indexOf('</main')).replace(/<[^>]+>/g, ' ')
    expect(said).not.toMatch(/niveau \d|\d+ ?\/ ?\d+|\d ?%|score|note/i)
  })

  test('who cannot do anything yet is asked four questions and welcomed', async () => {
    const { pages, html } = await answers('Pas encore')
    expect(pages).toBe(5)
    expect(html).toContain('Vous faites vos premiers pas')
  })

  test('a town, and the two next sessions there appear, those of what would help first', async () => {
    const html = await (await get('/skills/outcome?a=c1a-c2h&near=93400')).text()
    expect(html).toContain('Reconnaître un message piège')
    expect(html.match(/<article/g)).toHaveLength(2)
  })

  test('an address somebody damaged still opens a page, and nothing is written anywhere', async () => {
    for (const a of ['', '%00', 'p9z', `${'p2a-'.repeat(5000)}`, '%E2%80%AE<script>'])
      expect((await get(`/skills/questions?a=${a}&near=%00`)).status).toBe(200)
    expect((await get('/skills/outcome')).headers.get('location')).toBe('/skills')
  })

  test('easy French is one touch away, and stays from page to page', async () => {
    const html = await (await get('/skills/questions?easy=1')).text()
    expect(html).toContain('name="easy" value="1"')
  })
})

describe('following a path', () => {
  test('without a number the link is given at once, and opens the page of the path', async () => {
    const answer = await post('/learners', { path: 'keep-safe', centre: 'saint-ouen', name: 'Malika' })
    expect(answer.status).toBe(303)
    const page = await get(answer.headers.get('location') ?? '')
    expect(page.status).toBe(200)
    const html = await page.text()
    expect(html).toContain('Bonjour Malika')
    expect(html).toContain('Rien de fait encore sur 6.')
    expect(page.headers.get('cache-control')).toBe('no-store')
  })

  test('with a number the link leaves by message and is shown to nobody', async () => {
    const answer = await post('/learners', {
      path: 'keep-safe',
      centre: 'saint-ouen',
      contact: '06 12 34 56 78',
    })
    expect(answer.headers.get('location')).toBe('/paths/sent')
    const [learner] = await at.house.inWork(samira(), (work) => readLearners(work, 9))
    const message = await at.house.inWork({ kind: 'system', centre: world.centres.saintOuen }, (work) =>
      Promise.resolve(composers(at.house)['learning.link']?.(work, learner?.id ?? 0, 1)),
    )
    expect(message?.to).toBe('+33612345678')
    expect(message?.body).toMatch(/http:\/\/localhost\/l\/[\w-]{22}/)
  })

  test('the same number twice is one learner with two paths, and one message a day', async () => {
    const first = await sets('keep-safe', sealed())
    const second = await sets('job-search', sealed('+33 6 12 34 56 78'))
    expect(second.learner).toBe(first.learner)
    const { rows } = await at.owner.query(
      `select path from learning.walks where learner_id = $1 order by path`,
      [first.learner],
    )
    expect(rows.map(({ path }) => path)).toEqual(['job-search', 'keep-safe'])
  })

  test('two who type the same number at the same time are one learner', async () => {
    const both = await Promise.all([sets('keep-safe', sealed()), sets('keep-safe', sealed())])
    expect(both[0].learner).toBe(both[1].learner)
    // The control: without the guard of the table, a second row of the same number would be written.
    const again = () =>
      at.owner.query(
        `insert into learning.learners (centre_id, contact_key, phone_sealed, language, token_hash, token_sealed, started_at, last_step_at)
         select centre_id, contact_key, phone_sealed, language, $1, token_sealed, started_at, last_step_at from learning.learners`,
        [Buffer.alloc(32, 9)],
      )
    await expect(again()).rejects.toThrow(/one_learner_per_contact/)
  })

  test('a form with something missing comes back with all that was typed', async () => {
    const answer = await post('/learners', {
      path: 'keep-safe',
      centre: '',
      name: 'Malika',
      contact: '06 12',
    })
    const html = await answer.text()
    expect(answer.status).toBe(422)
    expect(html).toContain('value="Malika"')
    expect(html).toContain('Il manque des chiffres à ce numéro.')
    expect(html).toContain('Choisissez le centre le plus proche')
  })

  test('games and exercises are hers to note and to take back; sessions are the team’s', async () => {
    const { token } = await sets()
    const noting = (step: string, done = 'yes') =>
      post(`/l/${token}/steps`, { path: 'keep-safe', step, done })
    expect((await noting('scams')).status).toBe(303)
    expect(await (await get(`/l/${token}`)).text()).toContain('1 étape faite sur 6.')
    expect((await noting('scams', 'no')).status).toBe(303)
    expect(await (await get(`/l/${token}`)).text()).toContain('Rien de fait encore')
    const refused = await noting('spot-scams')
    expect(refused.status).toBe(409)
    expect(await refused.text()).toContain('Cette étape est notée par l’équipe.')
    expect((await noting('unheard-of')).status).toBe(422)
  })

  test('a session she was present at is done by itself; one she missed is not', async () => {
    const contact = sealed()
    const { learner } = await sets('keep-safe', contact)
    const read = () =>
      at.house.inWork(samira(), async (work) => {
        const found = (await readLearners(work, 9)).find(({ id }) => id === learner)
        if (!found) throw new Error('learner')
        return (await readFollowed(work, found))[0]?.progress
      })
    expect((await read())?.done).toBe(0)
    const registration = await wasAt(contact, 'present')
    expect((await read())?.steps[0]?.done).toBe('attended')
    await at.owner.query(
      `insert into attendance.marks (centre_id, session_id, registration_id, mark, marked_by, marked_at) values ($1, $2, $3, 'absent', $4, now())`,
      [world.centres.saintOuen, world.sessions.scams, registration, world.members.yanis],
    )
    expect((await read())?.steps[0]?.done).toBe(null)
  })

  test('the last step finishes the path, and the figures count it without a name, once', async () => {
    const { learner } = await sets()
    const all = ['spot-scams', 'scams', 'passwords', 'update', 'privacy', 'senscyber']
    for (const step of all)
      await at.house.inWork(samira(), async (work) => {
        const found = (await readLearners(work, 9)).find(({ id }) => id === learner)
        if (!found) throw new Error('learner')
        const noted = await noteStep(work, { learner: found, path: 'keep-safe', step, isDone: true })
        expect(noted).toEqual({ ok: true, value: { finished: step === 'senscyber' } })
        return noted
      })
    const figures = await at.house.inWork(samira(), readPathFigures)
    expect(figures.find(({ path }) => path === 'keep-safe')?.finished).toBe(1)
  })

  test('erased, nothing is left but a number of people', async () => {
    const { token } = await sets()
    await post(`/l/${token}/steps`, { path: 'keep-safe', step: 'scams', done: 'yes' })
    const answer = await post(`/l/${token}/erasures`, {})
    expect(answer.headers.get('location')).toBe('/paths/erased')
    expect((await get(`/l/${token}`)).status).toBe(404)
    for (const table of ['learners', 'walks', 'steps', 'observed', 'notes'])
      expect((await at.owner.query(`select 1 from learning.${table}`)).rowCount, table).toBe(0)
  })

  test('a link that is forged, cut or empty opens nothing', async () => {
    for (const token of ['x', 'A'.repeat(22), '%00', '..%2F..'])
      expect((await get(`/l/${token}`)).status).toBe(404)
    expect(await centreOfLink(at.house, 'A'.repeat(22))).toBe(null)
  })
})

describe('the learners of a centre', () => {
  test('another centre sees none of them, and cannot note or erase anything', async () => {
    const { learner } = await sets()
    expect(await at.house.inWork(rox(), (work) => readLearners(work, 9))).toEqual([])
    await expect(
      at.house.inWork(rox(), (work) =>
        work.tx
          .insertInto('learning.walks')
          .values({
            learner_id: learner,
            centre_id: world.centres.roubaix,
            path: 'job-search',
            started_at: at.now,
          })
          .execute(),
      ),
    ).rejects.toThrow(/row-level security/)
    // The control: the facilitator of the centre sees her.
    expect(await at.house.inWork(samira(), (work) => readLearners(work, 9))).toHaveLength(1)
  })

  test('a visitor reads no learner, and what somebody attended is told to no visitor', async () => {
    const contact = sealed('06 98 76 54 32')
    await sets('keep-safe', contact)
    expect(await at.house.inWork({ kind: 'visitor' }, (work) => readLearners(work, 9))).toEqual([])
    await wasAt(contact, 'present')
    const asked = (actor: Parameters<typeof at.house.inWork>[0]) =>
      at.house.inWork(actor, async (work) => {
        const { readAttended } = await import('#modules/attendance/index.ts')
        return (await readAttended(work, [contact.key])).get(contact.key.toString('hex'))
      })
    expect(await asked({ kind: 'visitor' })).toBeUndefined()
    expect(await asked({ kind: 'resident', centre: world.centres.roubaix })).toBeUndefined()
    expect(await asked(here())).toMatchObject([{ slug: 'spot-scams' }])
  })

  test('a year after the last step, she is forgotten; the figures stay', async () => {
    await sets()
    const { learner } = await sets('job-search')
    await at.owner.query(
      `update learning.learners set last_step_at = now() - interval '13 months' where id = $1`,
      [learner],
    )
    await jobs(at.house)['learning.forget']?.({}, {} as never)
    const left = await at.house.inWork(samira(), (work) => readLearners(work, 9))
    expect(left).toHaveLength(1)
    const figures = await at.house.inWork(samira(), readPathFigures)
    expect(figures.find(({ path }) => path === 'job-search')?.started).toBe(1)
  })
})
