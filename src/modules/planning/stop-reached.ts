import { nomadic } from '#modules/network/index.ts'
import type { Work } from '#platform/work/index.ts'
import { readTold } from './db/session.ts'
import { readSessionsHere } from './db/stop.ts'
import { reachStops, type StopScope } from './stop-move.ts'

/** Whom a change of one or several stops reaches: those who joined sessions there, those who wait for the team. */
export async function readStopsReached(
  work: Work<'registrations' | 'programme' | 'network' | 'access' | 'people'>,
  id: number,
  scope: StopScope,
): Promise<{
  stops: number
  sessions: number
  joined: number
  waiting: { language: string; people: number }[]
}> {
  const stops = await reachStops(work, id, scope)
  const sessions = await readSessionsHere(
    work,
    stops.map((stop) => stop.id),
    'fr',
  )
  const told =
    sessions.length === 0
      ? []
      : await readTold(
          work,
          sessions.map((session) => session.id),
        )
  const waiting = new Map<string, number>()
  for (const stop of stops)
    for (const { language, people } of await nomadic.readToldOfStop(work, stop.id))
      waiting.set(language, (waiting.get(language) ?? 0) + people)
  return {
    stops: stops.length,
    sessions: sessions.length,
    joined: told.reduce((sum, { parties }) => sum + Number(parties), 0),
    waiting: [...waiting].map(([language, people]) => ({ language, people })),
  }
}
