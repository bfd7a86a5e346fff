/** The nomadic team's stops: what coordinators and residents do with them. */

export { type PlannedStop, readPlannedStops } from './db/stop.ts'
export { readPlaceZone } from './db/stop-place.ts'
export { readToldOfStop, readWaitingTowns } from './db/subscription.ts'
export {
  type AddNomadicPlace,
  lacksOf,
  type Outing,
  type StopLack,
  stopLacks,
  type Window,
} from './domain/stop.ts'
export { addNomadicPlace } from './place-add.ts'
export { cancelStop, equipStop, moveStop, readStop } from './stop-change.ts'
export { sayStop } from './stop-messages.ts'
export { type PlanStop, planStop, type StopRefusal } from './stop-plan.ts'
export { readSubscription, type Subscribe, subscribe, unsubscribe } from './subscription.ts'
