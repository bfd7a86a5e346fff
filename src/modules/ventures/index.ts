export { type Beginning, becomeFounder } from './become-founder.ts'
export { standFounder } from './change-founder.ts'
export { readFounder, readFounderByLink, readFounders, touchFounder } from './db/founders.ts'
export {
  type Founder,
  type FounderNeed,
  type FounderProfile,
  founderNeeds,
  type Sector,
  sectors,
  spokenLanguages,
} from './domain/vocabulary.ts'
export * as groups from './groups.ts'
export { centreOfFounder } from './link.ts'
export { sayMilestone } from './say-milestone.ts'
