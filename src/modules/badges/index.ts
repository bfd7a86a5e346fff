export { type Achievement, achievementOf } from './domain/achievements.ts'
export { type Issued, issueBadge } from './issue-badge.ts'
export { revokeBadge } from './revoke-badge.ts'
