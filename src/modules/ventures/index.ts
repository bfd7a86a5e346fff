export { applyToCohort, confirmSeat } from './apply-to-cohort.ts'
export { type Beginning, becomeFounder } from './become-founder.ts'
export { bookClinic } from './book-clinic.ts'
export { standFounder } from './change-founder.ts'
export { readApplication, readApplications, writePresence } from './db/applications.ts'
export { readCohortMeetings } from './db/cohorts.ts'
export {
  readFounder,
  readFounderByLink,
  readFounders,
  touchFounder,
} from './db/founders.ts'
export { decideApplication, scoreApplication } from './decide-application.ts'
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
export { moveCohort, openCohort } from './open-cohort.ts'
export { sayMilestone } from './say-milestone.ts'
