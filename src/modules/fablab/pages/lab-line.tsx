import { type Language, sayHour } from '#platform/i18n/index.ts'
import { labWords } from '../lab-words.ts'
import type { MachineDay } from '../read-lab-day.ts'

interface Span {
  startsAt: Temporal.Instant
  endsAt: Temporal.Instant
}
type Props = {
  readonly lang: Language
  readonly day: MachineDay
  readonly span: Span
  readonly timeZone: string
}

/** Units of the drawing: a minute is one. */
const height = 40

/** The first opening to the last of a day, in whole hours; null: closed. */
export function spanOf(openings: readonly Span[]): Span | null {
  const [first] = openings
  if (!first) return null
  const hour = 3_600_000
  const starts = Math.min(...openings.map(({ startsAt }) => startsAt.epochMilliseconds))
  const ends = Math.max(...openings.map(({ endsAt }) => endsAt.epochMilliseconds))
  return {
    startsAt: Temporal.Instant.fromEpochMilliseconds(Math.floor(starts / hour) * hour),
    endsAt: Temporal.Instant.fromEpochMilliseconds(Math.ceil(ends / hour) * hour),
  }
}

/** When a machine is taken in a day, drawn; the list below says the same in words. */
export const LabLine = ({ lang, day, span, timeZone }: Props) => {
  const at = (moment: Temporal.Instant) =>
    Math.round((moment.epochMilliseconds - span.startsAt.epochMilliseconds) / 60_000)
  const width = at(span.endsAt)
  const hours = Array.from({ length: width / 60 + 1 }, (_, n) => n * 60)
  const local = (moment: Temporal.Instant) => moment.toZonedDateTimeISO(timeZone)
  const box = ({ startsAt, endsAt }: Span) => {
    const from = Math.max(0, at(startsAt))
    return `M${from} 4h${Math.max(0, Math.min(width, at(endsAt)) - from)}v32H${from}z`
  }
  const path = (spans: readonly Span[]) => spans.map(box).join('')
  const out = day.machine.outages
    .map(({ from, until }) => ({ startsAt: from, endsAt: until ?? span.endsAt }))
    .filter(({ startsAt, endsAt }) => at(endsAt) > 0 && at(startsAt) < width)
  return (
    <svg
      class="labline flip"
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={labWords(lang)('day.line', {
        machine: day.machine.name,
        from: sayHour(lang, local(span.startsAt)),
        to: sayHour(lang, local(span.endsAt)),
      })}
    >
      <path class="ground" d={`M0 4h${width}v32H0z`} />
      <path class="held" d={path([...day.held, ...out])} />
      <path class="booked" d={path(day.bookings.filter(({ status }) => status === 'booked'))} />
      <path class="hours" d={hours.map((minute) => `M${minute} 0v${height}`).join('')} />
    </svg>
  )
}

/** The hours over the lines, first to last. */
export const LabHours = ({ lang, span, timeZone }: Pick<Props, 'lang' | 'span' | 'timeZone'>) => {
  const hours = Math.round((span.endsAt.epochMilliseconds - span.startsAt.epochMilliseconds) / 3_600_000)
  // Spread evenly over the line, and few enough for a phone.
  const step = [1, 2, 3, 4, 5, 6, 7, 8].find((n) => hours % n === 0 && hours / n <= 6) ?? hours
  return (
    <p class="labhours hint" aria-hidden="true">
      {Array.from({ length: hours + 1 }, (_, n) => n)
        .filter((n) => n % step === 0)
        .map((n) => (
          <span key={n}>{sayHour(lang, span.startsAt.add({ hours: n }).toZonedDateTimeISO(timeZone))}</span>
        ))}
    </p>
  )
}
