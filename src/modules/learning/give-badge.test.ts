import { afterAll, beforeAll, expect, test } from 'vitest'
import { testHouse } from '#platform/testing/house.ts'
import { seedSmallWorld } from '#platform/testing/small-world.ts'
import { readLearner } from './db/learners.ts'
import { badgeOf, giveBadge } from './give-badge.ts'
import { noteStep } from './note-step.ts'
import { readPaths } from './read-paths.ts'
import { startPath } from './start-path.ts'

let at: Awaited<ReturnType<typeof testHouse>>
let world: Awaited<ReturnType<typeof seedSmallWorld>>
beforeAll(async () => {
  at = await testHouse()
  world = await seedSmallWorld(at.ownerUrl, at.house.seal, at.now)
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

test('every path of the network has its badge', () => {
  expect(readPaths().filter(({ id }) => !badgeOf(id))).toEqual([])
})

test('a learner whose every step is done gets the badge of her path, once, and finds it on her page; before, she is told what is left', async () => {
  const path = readPaths().find(({ id }) => id === 'keep-safe')
  if (!path) throw new Error('no such path')
  const centre = world.centres.saintOuen
  const started = await at.house.inWork(samira(), (work) =>
    startPath(work, at.house.seal, {
      centre,
      path: path.id,
      name: 'Amina',
      contact: null,
      language: 'fr',
      position: null,
    }),
  )
  const id = started.ok ? started.value.learner : 0
  const give = () =>
    at.house.inWork(samira(), async (work) => {
      const learner = await readLearner(work, id)
      return learner ? giveBadge(work, at.house, { learner, path: path.id }) : null
    })
  expect(await give()).toMatchObject({ refusal: 'path-unfinished' })
  await at.house.inWork(samira(), async (work) => {
    const learner = await readLearner(work, id)
    if (learner)
      for (const { id: step } of path.steps)
        await noteStep(work, { learner, path: path.id, step, isDone: true })
  })
  const [first, second] = [await give(), await give()]
  expect(first).toMatchObject({ ok: true })
  expect(second).toEqual(first)
  const { rows } = await at.owner.query('select count(*)::int as n from badges.credentials')
  expect(rows).toEqual([{ n: 1 }])
  const walks = await at.owner.query('select badge_token_sealed from learning.walks where learner_id = $1', [
    id,
  ])
  expect(at.house.seal.open(walks.rows[0].badge_token_sealed)).toBe(first?.ok ? first.value.token : '')
})
