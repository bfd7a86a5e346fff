import type { nomadic } from '#modules/network/index.ts'
import type { FieldErrors } from '#platform/http/form.ts'
import type { StopWord } from './stop-words.ts'

type Refusal = nomadic.StopRefusal['refusal'] | 'session-started' | 'session-clash' | 'place-incomplete'

/** What a refused stop says, next to the field it is about, or to the whole. */
export const answerToStop = {
  'stop-unknown': { form: 'stop-unknown' },
  'stop-cancelled': { form: 'stop-cancelled' },
  'place-unknown': { place: 'place-unknown' },
  'host-unknown': { hosts: 'host-unknown' },
  'kit-unknown': { kits: 'kit-unknown' },
  'vehicle-unknown': { vehicle: 'vehicle-unknown' },
  'ends-before-it-starts': { to: 'ends-before-it-starts' },
  'too-long': { to: 'too-long' },
  'in-the-past': { day: 'in-the-past' },
  'already-there': { from: 'already-there' },
  clash: { form: 'clash' },
  'session-started': { form: 'session-started' },
  'session-clash': { form: 'session-clash' },
  'place-incomplete': { name: 'place-incomplete' },
} as const satisfies Record<Refusal, FieldErrors & Record<string, StopWord>>
