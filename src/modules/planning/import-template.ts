import type { Choices } from './db/calendar.ts'

/**
 * Two rows that would be taken as they are: an activity and a place of the centre, a week and two weeks from now, at ten.
 */
export function templateRows(
  { activities, places, spaces, timeZone }: Pick<Choices, 'activities' | 'places' | 'spaces' | 'timeZone'>,
  now: Temporal.Instant,
): string[][] {
  const [place] = places
  const space = spaces.find(({ placeId }) => placeId === place?.id)
  const today = now.toZonedDateTimeISO(place?.timeZone ?? timeZone).toPlainDate()
  return activities.slice(0, 2).map(({ title, capacity }, i) => {
    const day = today.add({ weeks: i + 1 })
    const date = [day.day, day.month, day.year].map((part) => String(part).padStart(2, '0')).join('/')
    const seats = space ? Math.min(capacity, space.capacity) : capacity
    return [
      `A${i + 1}`,
      title,
      place?.name ?? '',
      space?.name ?? '',
      date,
      '10:00',
      '11:30',
      '',
      String(seats),
    ]
  })
}
