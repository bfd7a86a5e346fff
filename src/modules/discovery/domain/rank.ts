/**
 * The one rule of order: a day of waiting weighs as much as two kilometres. The score is the distance in kilometres
 * plus twice the days until the session begins; the lowest comes first.
 */
export const kilometresADay = 2

/** Mean radius of the Earth, metres (IUGG). */
export const earth = 6_371_008.8

/** Metres on the ground from the straight line between two points of the unit sphere. */
export const metresOfChord = (chord: number): number => 2 * earth * Math.asin(Math.min(1, chord / 2))

/** Metres on the ground between two points, degrees. */
export function metresBetween(
  a: { latitude: number; longitude: number },
  b: { latitude: number; longitude: number },
): number {
  const [x, y] = [unit(a), unit(b)]
  return metresOfChord(Math.hypot(x[0] - y[0], x[1] - y[1], x[2] - y[2]))
}

/** A place on the unit sphere. */
export function unit({
  latitude,
  longitude,
}: {
  latitude: number
  longitude: number
}): [number, number, number] {
  const [phi, lambda] = [(latitude * Math.PI) / 180, (longitude * Math.PI) / 180]
  return [Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)]
}

/** The score of a session: `metres` away, beginning in `seconds`. Lower is better. */
export const score = (metres: number, seconds: number): number =>
  metres / 1000 + (kilometresADay * Math.max(0, seconds)) / 86_400
