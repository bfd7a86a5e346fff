export { type Beginning, becomeFounder } from './become-founder.ts'
export { bookClinic } from './book-clinic.ts'
export { standFounder } from './change-founder.ts'
export {
  readFounder,
  readFounderByLink,
  readFounders,
  touchFounder,
  writeFounderProfile,
} from './db/founders.ts'
export {
  type Founder,
  type FounderNeed,
  type FounderProfile,
  founderNeeds,
  type Sector,
  sectors,
  spokenLanguages,
} from './domain/vocabulary.ts'
export { centreOfFounder } from './link.ts'
export { openClinic } from './open-clinic.ts'
export { sayMilestone } from './say-milestone.ts'
