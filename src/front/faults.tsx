import { randomBytes } from 'node:crypto'
import { apiFaults, isForMachines } from '#platform/api/index.ts'
import type { House } from '#platform/house.ts'
import type { Ctx } from '#platform/http/env.ts'
import type { Faults } from '#platform/http/faults.ts'
import { answerPage } from '#ui/answer.tsx'
import { reportOf } from './fault-report.ts'
import { FaultPage } from './pages/fault-page.tsx'
import { type Word, words } from './words.ts'

/** Pages of requests that failed, in the visitor’s language; machines get problem details instead. */
export function faults(house: House): Faults {
  const page = (c: Ctx, status: 403 | 404 | 413 | 429 | 500, title: Word, lead: Word, reference?: string) =>
    answerPage(
      c,
      house,
      { title: words(c.var.lang)(title), status, width: 'narrow' },
      <FaultPage
        lang={c.var.lang}
        helpPhone={house.settings.phone}
        title={title}
        lead={lead}
        reference={reference}
      />,
    )
  return {
    notFound: (c) => (isForMachines(c) ? apiFaults.notFound(c) : page(c, 404, 'notFound', 'notFoundLead')),
    tooLarge: (c) => (isForMachines(c) ? apiFaults.tooLarge(c) : page(c, 413, 'tooLarge', 'tooLargeLead')),
    foreign: (c) => (isForMachines(c) ? apiFaults.foreign(c) : page(c, 403, 'foreign', 'foreignLead')),
    tooMany: (c) => (isForMachines(c) ? apiFaults.tooMany(c) : page(c, 429, 'tooMany', 'tooManyLead')),
    broken(c, error) {
      const reference = randomBytes(3).toString('hex')
      process.stderr.write(`${JSON.stringify(reportOf(c, reference, error))}\n`)
      return isForMachines(c) ? apiFaults.broken(c) : page(c, 500, 'broken', 'brokenLead', reference)
    },
  }
}
