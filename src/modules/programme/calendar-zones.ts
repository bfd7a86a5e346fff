import { tzlib_get_ical_block } from 'timezones-ical-library'

const written = new Map<string, string>()

/**
 * The VTIMEZONE of an IANA zone (RFC 5545, section 3.6.5): its rules of summer time, for agendas that know no zone by name.
 * Null for a name nobody gives a zone; the agenda then has the name alone.
 */
export function zoneBlock(zone: string): string | null {
  const kept = written.get(zone)
  if (kept !== undefined) return kept || null
  const [found = ''] = [tzlib_get_ical_block(zone)].flat()
  // A zone that is another one’s double (Mayotte keeps Nairobi’s time) comes under that other name.
  const block = found.replace(/^(TZID|X-LIC-LOCATION):.*$/gm, (_, property) => `${property}:${zone}`)
  written.set(zone, block)
  return block || null
}
