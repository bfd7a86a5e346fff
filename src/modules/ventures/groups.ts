/** What is done with cohorts and clinics: the demo leads its founders through them. */
export { applyToCohort, confirmSeat } from './apply-to-cohort.ts'
export { bookClinic } from './book-clinic.ts'
export { readApplication, readApplications, writePresence } from './db/applications.ts'
export { readCohortMeetings } from './db/cohorts.ts'
export { decideApplication, scoreApplication } from './decide-application.ts'
export { openClinic } from './open-clinic.ts'
export { moveCohort, openCohort } from './open-cohort.ts'
