import type { House } from '#platform/house.ts'
import type { Jobs, Timetable } from '#platform/jobs/index.ts'
import { forgetAuthors } from './db/authors.ts'

/** How long an author is remembered after the last thing she did, and a draft she never sent. */
const keptMonths = { author: 12, draft: 3 } as const

export const jobs = (house: House): Jobs => ({
  'projects.forget': async () => {
    await house.inWork({ kind: 'system', centre: null }, (work) => {
      const now = work.now.toZonedDateTimeISO('UTC')
      const monthsAgo = (months: number) => now.subtract({ months }).toInstant()
      return forgetAuthors(work, {
        before: monthsAgo(keptMonths.author),
        draftsBefore: monthsAgo(keptMonths.draft),
      })
    })
  },
})

export const timetable: Timetable = [{ match: '35 2 * * *', task: 'projects.forget' }]
