export { type Able, type Against, type Fit, type For, fits, type Load, type Need } from './domain/fits.ts'
export { languages, type Skill, skills } from './domain/vocabulary.ts'
export { holds, type Window, windowsOf } from './domain/week.ts'
export { type Profile, readTeam, type TeamMember } from './read-team.ts'
