/**
 * How many points each criterion of a pair is worth; together 100. Needs weigh most: a mentor is there for them. Our own
 * proposal, to be settled with coordinators: no published weights exist for mentoring at the scale of a centre.
 */
export const weights = { needs: 40, sector: 20, halfDays: 15, language: 10, daytime: 10, room: 5 } as const
