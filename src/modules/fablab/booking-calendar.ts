import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import type { Booking, Machine } from './domain/vocabulary.ts'

/**
 * A booking as an iCalendar file (RFC 5545). Hours are in universal time; the sequence grows with each change, so that an
 * agenda replaces what it has. No name is in it.
 *
 * @param publicUrl address of the house, without a slash at its end
 */
export function bookingCalendar(booking: Booking, machine: Machine, publicUrl: string): string {
  const calendar = ical({ prodId: { company: 'Maillage', product: 'Maillage' } })
  const cancelled = booking.status === 'cancelled'
  if (cancelled) calendar.method(ICalCalendarMethod.CANCEL)
  calendar.createEvent({
    id: `booking-${booking.id}@${new URL(publicUrl).hostname}`,
    sequence: booking.revision,
    stamp: booking.bookedAt,
    start: booking.startsAt,
    end: booking.endsAt,
    summary: machine.name,
    location: `${machine.place.name}, ${machine.place.postalCode} ${machine.place.city}`,
    url: `${publicUrl}/machines/${machine.id}`,
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  })
  return calendar.toString()
}
