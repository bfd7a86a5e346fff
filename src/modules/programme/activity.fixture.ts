import { type TestHouse, testHouse } from '#platform/testing/house.ts'
import { type SmallWorld, seedSmallWorld } from '#platform/testing/small-world.ts'
import type { Actor } from '#platform/work/index.ts'
import { createActivity } from './activity-create.ts'
import { loadActivities } from './activity-load.ts'
import { readActivities } from './db/activity.ts'
import type { Activity, ActivityContent } from './domain/activity.ts'

/** A network with the ready-made catalogue, two coordinators and the network manager. */
export interface ActivityHouse {
  there: TestHouse
  world: SmallWorld
  /** Coordinator of Saint-Ouen. */
  nadia: Actor
  /** Coordinator of Roubaix. */
  bruno: Actor
  /** Of the network. */
  claire: Actor
  /** Activities of the asker’s own. */
  own(actor?: Actor): Promise<Activity[]>
  create(actor?: Actor, over?: Partial<ActivityContent>): Promise<number>
  aReadyMade(): Promise<number>
}

/** An activity as somebody would write it. */
export const anActivity = (over: Partial<ActivityContent> = {}): ActivityContent => ({
  theme: 'learning',
  format: 'workshop',
  level: 'beginner',
  audience: 'everyone',
  needs: ['new-phone', 'photos'],
  skills: ['smartphone'],
  languages: ['fr', 'ar'],
  minutes: 90,
  capacity: 8,
  hosts: 1,
  hostSkills: ['smartphone'],
  equipment: ['phones'],
  preparation: 15,
  tidy: 10,
  texts: {
    fr: {
      title: 'Ranger son téléphone',
      summary: 'Faire de la place.',
      description: 'Nous trions.',
      bring: '',
    },
  },
  ...over,
})

/** Opens it, once the product has brought its catalogue. */
export async function activityHouse(): Promise<ActivityHouse> {
  const there = await testHouse()
  const world = await seedSmallWorld(there.ownerUrl, there.house.seal, there.now)
  await there.house.inWork({ kind: 'system', centre: null }, loadActivities)
  const of = (member: number, role: 'coordinator' | 'network-manager', centre: number | null): Actor => ({
    kind: 'member',
    member,
    role,
    centre,
    name: 'Somebody',
  })
  const nadia = of(world.members.nadia, 'coordinator', world.centres.saintOuen)
  return {
    there,
    world,
    nadia,
    bruno: of(world.members.rox, 'coordinator', world.centres.roubaix),
    claire: of(world.members.claire, 'network-manager', null),
    own: (actor = nadia) =>
      there.house.inWork(actor, (work) =>
        readActivities(work, 'centre' in actor ? actor.centre : null, { whose: 'own' }),
      ),
    create: (actor = nadia, over = {}) =>
      there.house.inWork(actor, (work) =>
        createActivity(work, { content: anActivity(over), status: 'ready' }),
      ),
    aReadyMade: async () =>
      (await there.owner.query(`select id from programme.activities where slug = 'spot-scams'`)).rows[0].id,
  }
}
