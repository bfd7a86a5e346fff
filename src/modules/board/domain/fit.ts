import type { HalfDay, MachineKind, Spoken, Subject } from './vocabulary.ts'

/** What the rules look at in a notice. */
export interface Wish {
  id: number
  neighbour: number
  subject: Subject
  machine: MachineKind | null
  languages: readonly Spoken[]
  halfDays: readonly HalfDay[]
  createdAt: Temporal.Instant
}

/** Why these two, said to the member who decides. */
export interface Fit {
  ask: number
  offer: number
  languages: readonly Spoken[]
  halfDays: readonly HalfDay[]
  machine: MachineKind | null
  /** Between the places they named; null when one of them may go anywhere in the centre. */
  km: number | null
  /** People the other one is already helping. */
  helping: number
  /** The lower, the sooner it is proposed. */
  rank: number
}

/** Kilometres beyond which the rules propose nothing: half an hour away. */
export const farthest = 20

/**
 * Whether an offer answers an ask: the same subject (and machine, when both name one), a language and a half-day in common,
 * places not too far. Null otherwise. Rank: each person already helped weighs as ten kilometres, so that the same
 * neighbour is not always called; each more half-day in common takes away one.
 */
export function fitOf(
  ask: Wish,
  offer: Wish,
  { km, helping }: { km: number | null; helping: number },
): Fit | null {
  if (ask.neighbour === offer.neighbour || ask.subject !== offer.subject) return null
  if (ask.machine && offer.machine && ask.machine !== offer.machine) return null
  const languages = ask.languages.filter((language) => offer.languages.includes(language))
  const halfDays = ask.halfDays.filter((half) => offer.halfDays.includes(half))
  if (languages.length === 0 || halfDays.length === 0 || (km !== null && km > farthest)) return null
  return {
    ask: ask.id,
    offer: offer.id,
    languages,
    halfDays,
    machine: ask.machine && offer.machine ? ask.machine : null,
    km,
    helping,
    rank: helping * 10 + (km ?? 0) - halfDays.length,
  }
}

interface Around {
  /** Two notices whose people were put in touch, or parted, already. */
  known(ask: number, offer: number): boolean
  km(ask: number, offer: number): number | null
  helping(neighbour: number): number
}

/** For each ask, longest waiting first, the best few offers. Nothing is decided: a member is. */
export function proposeFits(
  asks: readonly Wish[],
  offers: readonly Wish[],
  around: Around,
  most = 3,
): { ask: number; fits: Fit[] }[] {
  return asks
    .toSorted((a, b) => Temporal.Instant.compare(a.createdAt, b.createdAt) || a.id - b.id)
    .map((ask) => ({
      ask: ask.id,
      fits: offers
        .filter((offer) => !around.known(ask.id, offer.id))
        .flatMap((offer) => {
          const facts = { km: around.km(ask.id, offer.id), helping: around.helping(offer.neighbour) }
          return fitOf(ask, offer, facts) ?? []
        })
        .toSorted((a, b) => a.rank - b.rank || a.offer - b.offer)
        .slice(0, most),
    }))
    .filter(({ fits }) => fits.length > 0)
}
