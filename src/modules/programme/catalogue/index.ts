import type { ReadyMade } from '../domain/activity.ts'
import { discovery } from './discovery.ts'
import { entrepreneurship } from './entrepreneurship.ts'
import { learning } from './learning.ts'
import { training } from './training.ts'

/** The ready-made catalogue: what any centre can plan on its first day, in four themes and six formats. */
export const readyMade = [
  ...discovery,
  ...learning,
  ...training,
  ...entrepreneurship,
] as const satisfies readonly ReadyMade[]

export type ReadySlug = (typeof readyMade)[number]['slug']
