import type { Ctx } from './env.ts'

/** What a failed request shows, page or machine; given by the house's front so that this file holds no words. */
export interface Faults {
  notFound(c: Ctx): Response | Promise<Response>
  tooLarge(c: Ctx): Response | Promise<Response>
  foreign(c: Ctx): Response | Promise<Response>
  tooMany(c: Ctx): Response | Promise<Response>
  broken(c: Ctx, error: Error): Response | Promise<Response>
}
