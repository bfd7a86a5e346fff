import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '#platform/work/index.ts'
import { type ActivityHouse, activityHouse, anActivity } from './activity.fixture.ts'
import { changeActivity } from './activity-change.ts'
import { copyActivity } from './activity-copy.ts'
import { readActivity, updateActivity } from './db/activity.ts'
import type { Activity } from './domain/activity.ts'

let { there, nadia, bruno, claire, own, create, aReadyMade } = {} as ActivityHouse
beforeAll(async () => {
  ;({ there, nadia, bruno, claire, own, create, aReadyMade } = await activityHouse())
})
afterAll(() => there.close())
beforeEach(() => there.owner.query('delete from programme.activities where centre_id is not null'))

describe('an activity belongs to somebody', () => {
  test('a coordinator writes and rewrites her own; another centre does not even see it', async () => {
    const id = await create()
    const asks = (actor: Actor) =>
      there.house.inWork(actor, (work) => changeActivity(work, { id, revision: 1, status: 'retired' }))
    expect(await asks(bruno)).toEqual({ ok: false, refusal: 'activity-unknown' })
    expect(await asks(claire)).toEqual({ ok: false, refusal: 'activity-unknown' })
    expect(await asks(nadia)).toEqual({ ok: true, value: id })
    expect((await own()).map(({ status, revision }) => [status, revision])).toEqual([['retired', 2]])
  })

  test('a ready-made one is changed by the network manager alone; a centre changes its copy', async () => {
    const id = await aReadyMade()
    const { revision } = (await there.house.inWork(claire, (work) =>
      readActivity(work, null, id),
    )) as Activity
    const change = (actor: Actor) =>
      there.house.inWork(actor, (work) => changeActivity(work, { id, revision, content: anActivity() }))
    expect(await change(nadia)).toEqual({ ok: false, refusal: 'activity-not-yours' })
    const copied = await there.house.inWork(nadia, (work) => copyActivity(work, id))
    expect(copied.ok).toBe(true)
    expect((await own()).map(({ status, texts }) => [status, texts.fr.title])).toEqual([
      ['draft', 'Vrai ou faux message\u202f?'],
    ])
    expect((await change(claire)).ok).toBe(true)
  })

  test('control: were the use case to forget, the database would still refuse', async () => {
    const id = await aReadyMade()
    const { revision } = (await there.house.inWork(claire, (work) =>
      readActivity(work, null, id),
    )) as Activity
    const forgets = (actor: Actor) =>
      there.house.inWork(actor, (work) => updateActivity(work, id, revision, { status: 'retired' }))
    expect(await forgets(nadia)).toBe(false)
    expect(await forgets(bruno)).toBe(false)
    expect(await forgets(claire)).toBe(true)
  })

  test('two people who save the same activity: the second is told, and nothing of the first is lost', async () => {
    const id = await create()
    const save = (minutes: number) =>
      there.house.inWork(nadia, (work) =>
        changeActivity(work, { id, revision: 1, content: anActivity({ minutes }) }),
      )
    const both = await Promise.all([save(45), save(60)])
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true])
    expect(both.find(({ ok }) => !ok)).toMatchObject({ refusal: 'changed-meanwhile' })
  })

  test('two activities of one name have each their own address', async () => {
    await create()
    await create(bruno)
    await create()
    expect((await own()).map(({ slug }) => slug)).toEqual(['ranger-son-telephone', 'ranger-son-telephone-3'])
  })
})
