/** A position on the ground, in degrees; null where it is not known. */
interface Position {
  latitude: number | null
  longitude: number | null
}

/** Mean radius of the Earth in kilometres, as in the database. */
const earth = 6371
/** Roads are not straight: the way is about 30 % longer than the line. */
const detour = 1.3
/** Minutes to leave one place and settle in another, however near. */
const settling = 10
/** Up to here one drives through a town, kilometres. */
const town = 10
/** Kilometres an hour, in town and beyond. */
const speed = { town: 25, beyond: 60 } as const
/** Minutes where a position is not known, and the most ever asked for. */
const unknown = 30
const longest = 240

const radians = (degrees: number) => (degrees * Math.PI) / 180

const onSphere = (latitude: number, longitude: number) => {
  const [phi, lambda] = [radians(latitude), radians(longitude)]
  return [Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)] as const
}

/** Kilometres between two positions as people travel; null when one is not known. */
function kilometresBetween(a: Position, b: Position): number | null {
  if (a.latitude === null || a.longitude === null || b.latitude === null || b.longitude === null) return null
  const [p, q] = [onSphere(a.latitude, a.longitude), onSphere(b.latitude, b.longitude)]
  const chord = Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2])
  return detour * 2 * earth * Math.asin(Math.min(1, chord / 2))
}

/**
 * Minutes to allow between two different places: ten to leave and arrive, then 25 km/h in town and 60 km/h beyond ten
 * kilometres; half an hour where a position is unknown, four hours at most. The same rule as `network.travel_minutes`,
 * which the database's constraint uses.
 */
export function travelMinutes(a: Position, b: Position): number {
  const kilometres = kilometresBetween(a, b)
  if (kilometres === null) return unknown
  const driving =
    (Math.min(kilometres, town) / speed.town) * 60 + (Math.max(kilometres - town, 0) / speed.beyond) * 60
  return Math.min(longest, Math.ceil(settling + driving))
}
