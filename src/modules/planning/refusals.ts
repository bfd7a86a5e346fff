import type { season } from '#modules/programme/index.ts'
import type { FieldErrors } from '#platform/http/form.ts'
import type { Word } from './words.ts'

/** What a refused plan says, next to the field it is about. */
export const answerToSeries = {
  'activity-unknown': { activity: 'activity-missing' },
  'place-unknown': { where: 'where-missing' },
  'space-unknown': { where: 'where-missing' },
  'host-unknown': { hosts: 'host-unknown' },
  'kit-unknown': { kits: 'kit-unknown' },
  'no-date': { day: 'no-date' },
} as const satisfies Record<season.SeriesRefusal['refusal'], FieldErrors & Record<string, Word>>

/** What a refused change of a session says, next to the field it is about, or to the whole. */
export const answerToChange = {
  'session-unknown': { form: 'session-unknown' },
  'session-cancelled': { form: 'session-cancelled' },
  'session-started': { form: 'session-started' },
  clash: { form: 'clash-meanwhile' },
  'place-unknown': { where: 'where-missing' },
  'capacity-below-taken': { capacity: 'capacity-below-taken' },
  'ends-before-it-starts': { hour: 'hour-wrong' },
  'host-unknown': { hosts: 'host-unknown' },
  'kit-unknown': { kits: 'kit-unknown' },
} as const satisfies Record<string, FieldErrors & Record<string, Word>>
