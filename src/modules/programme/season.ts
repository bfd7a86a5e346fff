/** Planning a season: what a coordinator's pages and imports do with sessions and series. */
export { type Assign, assign } from './assign.ts'
export { readOccupations, readTravel } from './db/occupations.ts'
export { deleteDraft, readSeriesSessions } from './db/season.ts'
export {
  type Clash,
  clashesOf,
  freeTimes,
  type Occupation,
  type Resource,
  type ResourceKind,
  type Wish,
} from './domain/clash.ts'
export { type Choice, readChoice, type Skip, writeChoice } from './domain/series.ts'
export {
  type Draft,
  type DraftDate,
  draftSeries,
  type SeriesPlan,
  type SeriesRefusal,
} from './draft-series.ts'
export { type PlanSeries, planSeries } from './plan-series.ts'
export { publish } from './publish.ts'
