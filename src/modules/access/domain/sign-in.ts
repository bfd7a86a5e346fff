/** Hours without a gesture after which a browser is signed out. */
export const idleHours = 2
/** Hours after which a browser is signed out whatever it does. */
export const longestHours = 12

/** Whether a sign-in still holds: seen less than two hours ago, and not past its end. */
export const holds = (
  signIn: { seenAt: Temporal.Instant; expiresAt: Temporal.Instant },
  now: Temporal.Instant,
): boolean =>
  Temporal.Instant.compare(signIn.expiresAt, now) > 0 &&
  Temporal.Instant.compare(signIn.seenAt.add({ hours: idleHours }), now) > 0

/** Whether the gesture is worth writing down: once a minute is enough to know who is idle. */
export const isWorthNoting = (seenAt: Temporal.Instant, now: Temporal.Instant): boolean =>
  Temporal.Instant.compare(seenAt.add({ seconds: 60 }), now) <= 0
