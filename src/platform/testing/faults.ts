import type { Faults } from '#platform/http/faults.ts'

/** Bare answers for tests that look at a module alone; an exception fails the test that met it. */
export const plainFaults: Faults = {
  tooMany: (c) => c.text('too many', 429),
  notFound: (c) => c.text('not found', 404),
  tooLarge: (c) => c.text('too large', 413),
  foreign: (c) => c.text('foreign', 403),
  broken: (_, error) => Promise.reject(error),
}
