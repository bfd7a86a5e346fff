export { readFounder, readFounderByLink, readFounders } from './db/founders.ts'
export {
  type Founder,
  type FounderNeed,
  founderNeeds,
  type Sector,
  type Stage,
  sectors,
  stages,
} from './domain/vocabulary.ts'
export { centreOfFounder } from './link.ts'
