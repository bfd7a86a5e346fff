import { Hono } from 'hono'
import { readTowns } from '#modules/network/index.ts'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, Routes } from '#platform/http/env.ts'
import { answerPage } from '#ui/answer.tsx'
import { hasPhoto } from './db/has-photo.ts'
import { readOpenings } from './db/hours.ts'
import { readMachine, readMachines } from './db/machines.ts'
import { type Machine, machineKinds } from './domain/vocabulary.ts'
import { numberIn } from './lab-frame.tsx'
import { makersWords } from './makers-words.ts'
import { MachinePage } from './pages/machine.tsx'
import { MachinesPage } from './pages/machines.tsx'
import { readInductionSessions } from './read-inductions-near.ts'
import { readWeek } from './read-slots.ts'
import { words } from './words.ts'

const visitor = { kind: 'visitor' } as const
/** A lab says when it is open next, twice; a machine, its next three open labs. */
const days = 14
const nextOpenings = 2
const nextOpenLabs = 3

/** Finding a machine, and reading what it does. */
export function machineRoutes(house: House): Routes {
  const app = new Hono<Env>()
  app.get('/machines', (c) => showMachines(c, house))
  app.get('/machines/:id{[0-9]+}', (c) => showMachine(c, house))
  return app
}

async function showMachines(c: Ctx, house: House): Promise<Response> {
  const town = c.req.query('town') ?? ''
  const kind = machineKinds.find((one) => one === c.req.query('kind')) ?? null
  const view = await house.inWork(visitor, async (work) => {
    const towns = await readTowns(work)
    const all = await readMachines(work)
    const centre = towns.find(({ slug }) => slug === town)?.centre
    const machines = all.filter(
      (machine) =>
        (centre === undefined || machine.centre === centre) && (kind === null || machine.kind === kind),
    )
    const openings = await readOpenings(work, { from: work.now, to: work.now.add({ hours: 24 * days }) })
    const places = Map.groupBy(machines, ({ place }) => place.id)
    return {
      towns: towns.filter((one) => all.some((machine) => machine.centre === one.centre)),
      places: [...places.values()].flatMap((there) => {
        const place = there[0]?.place
        if (!place) return []
        const ofPlace = openings.filter((opening) => opening.place === place.id)
        return [{ place, machines: there, openings: ofPlace.slice(0, nextOpenings) }]
      }),
    }
  })
  const t = makersWords(c.var.lang)
  return answerPage(
    c,
    house,
    { title: t('make'), description: t('makeLead'), theme: 'training' },
    <MachinesPage lang={c.var.lang} {...view} town={town} kind={kind} now={house.now()} />,
  )
}

/** A machine one can still come to; null: none, or put away. */
export async function machineOf(c: Ctx, house: House): Promise<Machine | null> {
  const machine = await house.inWork(visitor, (work) => readMachine(work, numberIn(c)))
  return machine?.status === 'in-service' ? machine : null
}

/** The page of a machine, with what stands in the way if something does. */
export async function showMachine(
  c: Ctx,
  house: House,
  problem?: string,
  status?: number,
): Promise<Response> {
  const machine = await machineOf(c, house)
  if (!machine) return c.notFound()
  const view = await house.inWork(visitor, async (work) => {
    const window = { from: work.now, to: work.now.add({ hours: 24 * days }) }
    const openings = await readOpenings(work, { space: machine.space.id, ...window })
    return {
      week: await readWeek(work, machine, c.req.query('from')),
      openLabs: openings.filter(({ kind }) => kind === 'open-lab').slice(0, nextOpenLabs),
      sessions: await readInductionSessions(work, machine),
      photo: await hasPhoto(work, machine.id),
    }
  })
  const t = words(c.var.lang)
  return answerPage(
    c,
    house,
    {
      title: `${machine.name}, ${machine.place.city}`,
      description: t(`kind.${machine.kind}`),
      theme: 'training',
      ...(status && { status }),
    },
    <MachinePage
      lang={c.var.lang}
      machine={machine}
      {...view}
      now={house.now()}
      helpPhone={house.settings.phone}
      problem={problem}
    />,
  )
}
