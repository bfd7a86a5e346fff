import type { Ctx } from '#platform/http/env.ts'
import { commonProblem } from './problem.ts'

/** Whether a request comes from a machine: what fails is then told as a problem, not as a page. */
export const isForMachines = (c: Ctx): boolean => c.req.path.startsWith('/api/')

/** What a failed request of a machine is told; the house's front gives them beside those of its pages. */
export const apiFaults = {
  notFound: (c: Ctx) => commonProblem(c.var.lang, 404, 'not-found'),
  tooLarge: (c: Ctx) => commonProblem(c.var.lang, 413, 'too-large'),
  foreign: (c: Ctx) => commonProblem(c.var.lang, 403, 'foreign-origin'),
  tooMany: (c: Ctx) => commonProblem(c.var.lang, 429, 'too-many-requests', [], { 'retry-after': '60' }),
  broken: (c: Ctx) => commonProblem(c.var.lang, 500, 'internal'),
}
