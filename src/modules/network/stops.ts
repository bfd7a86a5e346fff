/** The nomadic team's stops: what coordinators and residents do with them. */

export { type Round, readRounds } from './db/round.ts'
export { type PlannedStop, readPlannedStops } from './db/stop.ts'
export { readPlaceZone } from './db/stop-place.ts'
export { readToldOfStop, readWaitingTowns } from './db/subscription.ts'
export type { Leg, LegProblem } from './domain/round.ts'
export {
  type AddNomadicPlace,
  lacksOf,
  type Outing,
  type StopLack,
  stopLacks,
  type Window,
} from './domain/stop.ts'
export { addNomadicPlace } from './place-add.ts'
export { draftRound, planRound, type RoundDay, type RoundPlan, type RoundRefusal } from './round-plan.ts'
export { cancelStop, equipStop, moveStop, readStop } from './stop-change.ts'
export { sayStop } from './stop-messages.ts'
export { type PlanStop, planStop, type StopRefusal } from './stop-plan.ts'
export { readSubscription, type Subscribe, subscribe, unsubscribe } from './subscription.ts'
