export { record } from './audit.ts'
export { keyOf } from './create-key.ts'
export { requireMember, withMember } from './middleware.tsx'
export { SignedInAs, teamNav } from './pages/team-nav.tsx'
