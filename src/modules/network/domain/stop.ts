/** When and where the nomadic team stops; instants. */
export interface Window {
  placeId: number
  start: Temporal.Instant
  end: Temporal.Instant
}

/** Who and what goes there, and what one finds. */
export interface Outing {
  hosts: readonly number[]
  kits: readonly number[]
  vehicleId: number | null
  /** Slugs of activities. */
  offers: readonly string[]
  howToFind: Partial<Record<'fr' | 'en' | 'ar', string>>
}

/** A place where a nomadic team may stop, as a coordinator describes it. */
export interface AddNomadicPlace {
  name: string
  address: string
  city: string
  postalCode: string
  inseeCode: string | null
  /** Degrees; null when nobody knows. */
  latitude: number | null
  longitude: number | null
  stepFree: boolean | null
  howToCome: Partial<Record<'fr' | 'en' | 'ar', string>>
}

/** What a stop may lack, the gravest first. */
export const stopLacks = ['team', 'vehicle', 'offers', 'way'] as const
export type StopLack = (typeof stopLacks)[number]

/** What a planned stop still lacks; nothing for one that is cancelled. */
export function lacksOf(stop: {
  status: string
  hosts: readonly unknown[]
  vehicle: unknown
  offers: readonly unknown[]
  howToFind: { fr?: string | undefined }
}): StopLack[] {
  if (stop.status === 'cancelled') return []
  const found: StopLack[] = []
  if (stop.hosts.length === 0) found.push('team')
  if (stop.vehicle === null) found.push('vehicle')
  if (stop.offers.length === 0) found.push('offers')
  if (!stop.howToFind.fr) found.push('way')
  return found
}

/** Whether two windows say the same to who comes. */
export const isSameWindow = (a: Window, b: Window): boolean =>
  a.placeId === b.placeId &&
  Temporal.Instant.compare(a.start, b.start) === 0 &&
  Temporal.Instant.compare(a.end, b.end) === 0

/** A stop longer than this is a typing error. Hours. */
const longest = 14

/** Why a window cannot be; null when it can. */
export function windowRefusal(
  { start, end }: Pick<Window, 'start' | 'end'>,
  now: Temporal.Instant,
): 'ends-before-it-starts' | 'too-long' | 'in-the-past' | null {
  const hours = start.until(end).total('hours')
  if (hours <= 0) return 'ends-before-it-starts'
  if (hours > longest) return 'too-long'
  return Temporal.Instant.compare(end, now) <= 0 ? 'in-the-past' : null
}
