import { badges, games, learners } from '#fixtures/play.ts'
import type { centres } from '#fixtures/world.ts'
import { issueBadge, revokeBadge } from '#modules/badges/index.ts'
import { openEngine, readyPacks } from '#modules/games/index.ts'
import { noteStep, pathOf, readLearner, startPath } from '#modules/learning/index.ts'
import type { House } from '#platform/house.ts'
import type { MemberActor } from '#platform/http/env.ts'

type Centre = (typeof centres)[number]
type Engine = ReturnType<typeof openEngine>['engine']
type Game = (typeof games)[number]

/** What was played and learned in a centre. A centre where a game was opened already is left as it is. */
export async function loadPlay(house: House, centre: Centre): Promise<void> {
  const facilitator = await facilitatorOf(house, centre)
  if (!facilitator) return
  const { engine } = openEngine(house, () => '')
  if ((await engine.readGames(facilitator)).length > 0) return
  for (const game of games.filter(({ centre: slug }) => slug === centre.slug))
    await play(engine, facilitator, game)
  await giveBadges(house, facilitator, centre.slug)
  for (const { name, path, done } of learners.filter(({ centre: slug }) => slug === centre.slug))
    await house.inWork(facilitator, async (work) => {
      const number = facilitator.centre as number
      const started = await startPath(work, house.seal, {
        centre: number,
        path,
        name,
        contact: null,
        language: 'fr',
        position: null,
      })
      const learner = started.ok ? await readLearner(work, started.value.learner) : null
      if (!learner) return
      for (const { id: step } of pathOf(path)?.steps.slice(0, done) ?? [])
        await noteStep(work, { learner, path, step, isDone: true })
    })
}

/** Badges given for what was seen. */
async function giveBadges(house: House, facilitator: MemberActor, slug: string): Promise<void> {
  for (const badge of badges.filter(({ centre }) => centre === slug))
    await house.inWork(facilitator, async (work) => {
      const given = await issueBadge(work, house, { achievement: badge.achievement })
      if (given.ok && 'takenBack' in badge) await revokeBadge(work, { id: given.value.id, reason: 'mistake' })
    })
}

async function facilitatorOf(house: House, { slug }: Centre): Promise<MemberActor | null> {
  const centre = await house.inWork({ kind: 'system', centre: null }, ({ tx }) =>
    tx.selectFrom('network.centres').select('id').where('slug', '=', slug).executeTakeFirstOrThrow(),
  )
  const row = await house.inWork({ kind: 'system', centre: centre.id }, ({ tx }) =>
    tx
      .selectFrom('access.members')
      .select(['id', 'name'])
      .where('centre_id', '=', centre.id)
      .where('role', 'in', ['facilitator', 'coordinator'])
      .orderBy('role', 'desc')
      .orderBy('id')
      .executeTakeFirst(),
  )
  return row
    ? { kind: 'member', member: row.id, role: 'facilitator', centre: centre.id, name: row.name }
    : null
}

/** Opens a game; unless it waits, plays it to its end with hands raised, as a room without phones would. */
async function play(engine: Engine, facilitator: MemberActor, wanted: Game): Promise<void> {
  const pack = readyPacks().find(({ id }) => id === wanted.pack)
  if (!pack) throw new Error(`the demo plays « ${wanted.pack} », which is no pack`)
  const items = pack.items.filter(({ kind }) => kind === 'sort').slice(0, wanted.questions)
  const { game } = await engine.open(facilitator, {
    session: null,
    title: pack.title,
    items: items.map((item) => ({ pack: pack.id, item })),
    choices: { names: 'animal', teams: 0, timer: null, podium: false, again: false },
  })
  if ('waiting' in wanted) return
  for (const [at, item] of items.entries()) {
    const move = (gesture: 'next' | 'close') =>
      engine.move(facilitator, {
        game,
        gesture,
        seen:
          gesture === 'next'
            ? { phase: at === 0 ? 'lobby' : 'shown', position: at }
            : { phase: 'asking', position: at + 1 },
      })
    await move('next')
    const wrong = Math.floor((wanted.people + at) / wanted.oneWrongIn)
    const right = item.kind === 'sort' ? item.verdict : 'safe'
    await engine.countHands(facilitator, {
      game,
      position: at + 1,
      counts: { [right]: wanted.people - wrong, [right === 'safe' ? 'suspicious' : 'safe']: wrong },
    })
    await move('close')
  }
  await engine.move(facilitator, { game, gesture: 'end', seen: { phase: 'shown', position: items.length } })
}
