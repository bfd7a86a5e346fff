import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import sharp from 'sharp'
import type { Env, MemberActor } from '#platform/http/env.ts'
import { testHouse } from '#platform/testing/house.ts'
import { seedSmallWorld } from '#platform/testing/small-world.ts'
import { publishProject } from './decide-project.ts'
import { routes } from './routes.tsx'

/** What a form sends: texts, lists of them, or files. */
type Fields = Record<string, string | string[] | File>

/** Two small centres, and a way to act as people do: by forms. */
export async function openWorkshop() {
  const at = await testHouse()
  const world = await seedSmallWorld(at.ownerUrl, at.house.seal, at.now)
  const member = (name: 'samira' | 'rox'): MemberActor => ({
    kind: 'member',
    member: world.members[name],
    role: name === 'samira' ? 'facilitator' : 'coordinator',
    centre: name === 'samira' ? world.centres.saintOuen : world.centres.roubaix,
    name,
  })
  const app = new Hono<Env>()
  app.use((c, next) => {
    c.set('lang', 'fr')
    return next()
  })
  app.route('/', routes(at.house))
  const get = (path: string, headers: Record<string, string> = {}) =>
    app.request(`http://localhost${path}`, { headers })
  const send = (path: string, fields: Fields = {}) => {
    const body = new FormData()
    for (const [name, value] of Object.entries(fields))
      for (const one of [value].flat()) body.append(name, one)
    return app.request(`http://localhost${path}`, { method: 'POST', body })
  }
  const picture = async (colour = '#1f6f8f') =>
    new File(
      [
        new Uint8Array(
          await sharp({ create: { width: 600, height: 400, channels: 3, background: colour } })
            .jpeg()
            .toBuffer(),
        ),
      ],
      'photo.jpg',
      { type: 'image/jpeg' },
    )
  /** A lamp begun by Yasmine; her page and the page of the lamp. */
  const begin = async (more: Fields = {}) => {
    const answer = await send('/projects', { ...lamp, ...more })
    const bench = answer.headers.get('location') ?? ''
    return { bench, mine: bench.replace(/\/\d+$/, ''), id: Number(/(\d+)$/.exec(bench)?.[1] ?? 0), answer }
  }
  /** The same, with a step and its picture, sent to the team. */
  const sent = async (more: Fields = {}) => {
    const begun = await begin(more)
    await send(`${begun.bench}/steps`, {
      words: 'Découpez le socle.',
      picture: await picture(),
      alt: 'Un socle en bois',
    })
    await send(`${begun.bench}/sendings`, { nobody: 'yes' })
    return begun
  }
  const publish = (project: number, sending = 1, who = member('samira')) =>
    at.house.inWork(who, (work) => publishProject(work, { project, sending, member: who }))
  const published = async (more: Fields = {}) => {
    const begun = await sent(more)
    const said = await publish(begun.id)
    if (!said.ok) throw new Error(said.refusal)
    return begun
  }
  const statusOf = async (id: number) =>
    (await at.owner.query('select status from projects.projects where id = $1', [id])).rows[0]?.status
  const once = () => randomUUID()
  return { at, world, member, get, send, picture, begin, sent, publish, published, statusOf, once }
}

/** What Yasmine types. */
export const lamp = {
  centre: 'saint-ouen',
  title: 'Lampe en bois',
  sentence: 'Une petite lampe de chevet en contreplaqué découpé.',
  machines: ['laser', 'electronics'],
  materials: 'wood',
  minutes: '240',
  difficulty: 'easy',
  licence: 'cc-by',
  madeBy: 'Yas',
  name: 'Yasmine',
  contact: '06 39 98 77 01',
}
