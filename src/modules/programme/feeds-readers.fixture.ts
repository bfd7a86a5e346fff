import ICAL from 'ical.js'
import { sync as nodeIcal } from 'node-ical'

/** What an agenda understands of an event. */
export interface Understood {
  uid: string
  zone: string
  start: string
  end: string
  status: string
  sequence: number
  summary: string
  location: string
  description: string
}

/** Reads a calendar as Thunderbird does, trusting only the zones written in the file itself. */
export function readWithIcalJs(file: string): Understood[] {
  const calendar = new ICAL.Component(ICAL.parse(file))
  const zones = new Map(
    calendar.getAllSubcomponents('vtimezone').map((part) => {
      const zone = new ICAL.Timezone(part)
      return [zone.tzid, zone] as const
    }),
  )
  return calendar.getAllSubcomponents('vevent').map((part) => {
    const event = new ICAL.Event(part)
    const zone = String(part.getFirstProperty('dtstart')?.getParameter('tzid'))
    const at = (time: ICAL.Time) => {
      const written = zones.get(zone)
      if (!written) throw new Error(`No rules for ${zone} in the file`)
      time.zone = written
      return time.convertToZone(ICAL.Timezone.utcTimezone).toString()
    }
    return {
      uid: event.uid,
      zone,
      start: at(event.startDate),
      end: at(event.endDate),
      status: String(part.getFirstPropertyValue('status')),
      sequence: event.sequence,
      summary: event.summary,
      location: event.location,
      description: event.description,
    }
  })
}

/** Reads it as many servers do: by the names of zones, with the reader's own rules. */
export function readWithNodeIcal(file: string): Understood[] {
  return Object.values(nodeIcal.parseICS(file)).flatMap((part) => {
    if (part?.type !== 'VEVENT') return []
    const text = (value: unknown) =>
      String(typeof value === 'object' && value && 'val' in value ? value.val : value)
    const at = (date: { toISOString(): string }) => `${date.toISOString().slice(0, 19)}Z`
    return [
      {
        uid: part.uid,
        zone: String((part.start as { tz?: string }).tz),
        start: at(part.start),
        end: at(part.end ?? part.start),
        status: String(part.status),
        sequence: Number(part.sequence),
        summary: text(part.summary),
        location: text(part.location),
        description: text(part.description),
      },
    ]
  })
}
