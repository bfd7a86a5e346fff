import { strToU8, zipSync } from 'fflate'
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Env } from '#platform/http/env.ts'
import { testHouse } from '#platform/testing/house.ts'
import { seedSmallWorld } from '#platform/testing/small-world.ts'
import { bringPackage } from './bring-package.ts'
import { readCompletions, readExercises } from './db/packages.ts'
import { openPackage } from './open-package.ts'
import { smallExercise } from './package.fixture.ts'
import { routes } from './routes.tsx'

let at: Awaited<ReturnType<typeof testHouse>>
let world: Awaited<ReturnType<typeof seedSmallWorld>>
let app: Hono<Env>

beforeAll(async () => {
  at = await testHouse()
  world = await seedSmallWorld(at.ownerUrl, at.house.seal, at.now)
  app = new Hono<Env>()
  app.use(async (c, next) => {
    c.set('lang', 'fr')
    c.set('member', null)
    await next()
  })
  app.route('/', routes(at.house))
})
afterAll(() => at.close())

const nadia = () =>
  ({
    kind: 'member',
    member: world.members.nadia,
    role: 'coordinator',
    centre: world.centres.saintOuen,
    name: 'Nadia',
  }) as const
const bring = (file: Uint8Array) =>
  at.house.inWork(nadia(), (work) =>
    bringPackage(work, { centre: world.centres.saintOuen, member: world.members.nadia, file }),
  )

describe('an exercise brought in', () => {
  test('is there once, whoever brings the same file again', async () => {
    expect(await bring(smallExercise())).toMatchObject({ ok: true, value: { title: 'Vrai ou faux' } })
    await bring(smallExercise())
    expect(await at.house.inWork({ kind: 'visitor' }, (work) => readExercises(work, null))).toHaveLength(1)
  })

  test('is lent to its box file by file, and only what belongs to it', async () => {
    const [exercise] = await at.house.inWork({ kind: 'visitor' }, (work) => readExercises(work, null))
    const file = await app.request(`/exercises/${exercise?.id}/files/content/content.json`)
    expect(await file.json()).toMatchObject({ answer: 'Répondre' })
    expect(file.headers.get('access-control-allow-origin')).toBe('*')
    for (const path of [
      '../h5p.json',
      'content/../../x.json',
      'nothing.json',
      '%2e%2e/package.json',
      'h5p.php',
    ])
      expect((await app.request(`/exercises/${exercise?.id}/files/${path}`)).status, path).toBe(404)
    for (const path of ['../package.json', '%2e%2e%2fpackage.json', 'nothing.js'])
      expect((await app.request(`/exercises/player/${path}`)).status, path).toBe(404)
  })

  test('finished, it is counted without a name, and the team sees how often and how well', async () => {
    const [exercise] = await at.house.inWork({ kind: 'visitor' }, (work) => readExercises(work, null))
    const finish = (score: string) =>
      app.request(`/exercises/${exercise?.id}/completions`, {
        method: 'POST',
        body: new URLSearchParams({ score }),
      })
    expect((await finish('1')).status).toBe(303)
    await finish('0.5')
    await finish('no score')
    const figures = await at.house.inWork(nadia(), (work) => readCompletions(work, world.centres.saintOuen))
    expect(figures.get(exercise?.id ?? 0)).toEqual({ people: 3, mean: 0.75 })
  })
})

describe('what is not an exercise is refused, and fills no memory', () => {
  test.each<[string, Uint8Array, string]>([
    ['a text', strToU8('hello'), 'not-h5p'],
    ['nothing', new Uint8Array(), 'not-h5p'],
    ['an archive of something else', zipSync({ 'a.txt': strToU8('a') }), 'not-h5p'],
    ['one without its content', zipSync({ 'h5p.json': strToU8('{"title":"x"}') }), 'not-h5p'],
  ])('%s', async (_, file, refusal) => {
    expect(await bring(file)).toMatchObject({ ok: false, refusal })
  })

  test('a small file that hides a large one', () => {
    const bomb = zipSync({ 'h5p.json': strToU8('{}'), 'content/big.txt': new Uint8Array(130_000_000) })
    expect(bomb.length).toBeLessThan(1_000_000)
    expect(openPackage(bomb)).toEqual({ ok: false, refusal: 'too-much-inside' })
  })

  test('paths that climb out, and files that could act as a page, are left out', () => {
    const opened = openPackage(
      smallExercise({ '../../etc/x.json': '{}', 'content/page.html': '<script>', 'content/run.php': '' }),
    )
    const paths = opened.ok ? [...opened.value.files.keys()] : []
    expect(paths).toContain('content/content.json')
    expect(paths.filter((path) => /\.\.|html|php/.test(path))).toEqual([])
  })
})
