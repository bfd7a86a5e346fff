import { readSession, type Session, season } from '#modules/programme/index.ts'
import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import { readHoldings, readTold } from './db/session.ts'
import type { Scope } from './domain/scope.ts'
import { reach } from './move-sessions.ts'

type Schemas = 'registrations' | 'programme' | 'network' | 'access' | 'people'

/** A session of the actor's centre with all that its plan holds. */
export async function readPlanned(
  work: Work<Schemas>,
  id: number,
): Promise<
  Result<{ session: Session; held: Awaited<ReturnType<typeof readHoldings>> }, { refusal: 'session-unknown' }>
> {
  const session = await readSession(work, id)
  if (!session || !('centre' in work.actor) || session.centre.id !== work.actor.centre)
    return refuse({ refusal: 'session-unknown' })
  return done({ session, held: await readHoldings(work, id) })
}

/** Who is to be told of a change that reaches so far. */
export interface Reached {
  sessions: number[]
  /** Parties by the language they read, and by which way they are told. */
  told: { language: string; parties: number; phones: number; emails: number }[]
}

export async function readReached(work: Work<Schemas>, id: number, scope: Scope): Promise<Reached> {
  const sessions = await reach(work, id, scope)
  const told = await readTold(work, sessions)
  return {
    sessions,
    told: told.map((row) => ({
      language: row.language,
      parties: Number(row.parties),
      phones: Number(row.phones),
      emails: Number(row.emails),
    })),
  }
}

/** What a move of one session would run into, and the free times and rooms nearest to it. */
export async function readMoveClashes(
  work: Work<Schemas>,
  planned: { session: Session; held: Awaited<ReturnType<typeof readHoldings>> },
  to: { start: Temporal.ZonedDateTime; minutes: number; placeId: number; spaceId: number | null },
) {
  const { session, held } = planned
  const rooms = await work.tx
    .selectFrom('network.spaces')
    .select(['id', 'name'])
    .where('capacity', '>=', session.capacity)
    .where('place_id', '=', to.placeId)
    .orderBy('name')
    .execute()
  const others: season.Resource[] = [
    ...held.hosts.map(({ id }): season.Resource => ({ kind: 'host', id })),
    ...held.kits.map(({ id }): season.Resource => ({ kind: 'kit', id })),
  ]
  const from = to.start.subtract({ minutes: held.preparationMinutes }).toInstant()
  const until = to.start.add({ minutes: to.minutes + held.tidyMinutes }).toInstant()
  const occupations = await season.readOccupations(
    work,
    [...others, ...rooms.map(({ id }): season.Resource => ({ kind: 'space', id }))],
    { from: from.subtract({ hours: 24 * 8 }), to: until.add({ hours: 24 * 8 }) },
  )
  const travel = await season.readTravel(work, [to.placeId, ...new Set(occupations.map((o) => o.place.id))])
  const wish: season.Wish = {
    resources: [...others, ...(to.spaceId === null ? [] : [{ kind: 'space' as const, id: to.spaceId }])],
    place: to.placeId,
    stop: held.stopId,
    session: session.id,
    from,
    to: until,
  }
  const clashes = season.clashesOf(wish, occupations, travel)
  const isFree = (space: number) =>
    season.clashesOf({ ...wish, resources: [{ kind: 'space', id: space }] }, occupations, travel).length === 0
  return {
    clashes,
    freeSpaces: clashes.every(({ occupation }) => occupation.kind === 'space')
      ? rooms.filter(({ id }) => id !== to.spaceId && isFree(id))
      : [],
    freeTimes:
      clashes.length === 0
        ? []
        : season
            .freeTimes(wish, occupations, travel, { now: work.now, timeZone: to.start.timeZoneId })
            .map((at) => at.add({ minutes: held.preparationMinutes })),
  }
}
