import { type BookingRefusal, bookingRefusals } from '../domain/may-book.ts'

/** What the database itself refuses: the slot is somebody's, the person is at another machine, or a rule of the guard. */
export type Refused = BookingRefusal | 'slot-taken' | 'one-machine-at-a-time'

/** The refusal an error of the database stands for; any other error is a bug, and is thrown on. */
export function refusedBy(error: unknown): Refused {
  const { code, constraint } = (error ?? {}) as { code?: string; constraint?: string }
  if (code === '23514') {
    const name = (constraint ?? '').replaceAll('_', '-')
    const refusal = bookingRefusals.find((known) => known === name)
    if (refusal) return refusal
  }
  if (code === '23P01') return constraint === 'one_machine_at_a_time' ? 'one-machine-at-a-time' : 'slot-taken'
  throw error
}
