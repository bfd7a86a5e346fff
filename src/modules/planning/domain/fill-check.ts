import type { Plan, Season } from './fill-season.ts'

/**
 * Everything wrong with a plan, in words for an engineer; empty when it may be applied. Written from the rules, and not
 * from the model, so that a mistake of the one is seen by the other.
 */
export function wrongsOf(season: Season, plan: Plan): string[] {
  const wrongs: string[] = []
  const sessions = new Map(season.sessions.map((session) => [session.id, session]))
  const hosts = new Map(season.hosts.map((host) => [host.id, host]))
  const rooms = new Map(season.rooms.map((room) => [room.id, room]))
  const asked = new Map<number, number[]>()
  const served = new Map<number, number[]>()
  const pairs = new Set<string>()

  for (const { session: sessionId, host: hostId } of plan.hosts) {
    const [session, host] = [sessions.get(sessionId), hosts.get(hostId)]
    if (!session || !host) {
      wrongs.push(`unknown session ${sessionId} or host ${hostId}`)
      continue
    }
    if (pairs.has(`${sessionId} ${hostId}`)) wrongs.push(`host ${hostId} twice on ${sessionId}`)
    pairs.add(`${sessionId} ${hostId}`)
    asked.set(hostId, [...(asked.get(hostId) ?? []), sessionId])
    served.set(sessionId, [...(served.get(sessionId) ?? []), hostId])
    if (!host.places.has(session.place)) wrongs.push(`host ${hostId} does not go to place ${session.place}`)
    if (session.languages.length > 0 && !session.languages.some((one) => host.languages.includes(one)))
      wrongs.push(`host ${hostId} speaks no language of ${sessionId}`)
    if (!host.windows.some(({ from, to }) => from <= session.from && to >= session.to))
      wrongs.push(`host ${hostId} is not available for ${sessionId}`)
    for (const held of host.held) {
      const apart = held.to <= session.from ? session.from - held.to : held.from - session.to
      const needed =
        held.place === session.place || held.outing === session.outing
          ? 0
          : season.travel(held.place, session.place) * 60
      if (apart < needed) wrongs.push(`host ${hostId} is held elsewhere at ${sessionId}`)
    }
  }
  for (const [hostId, ids] of asked) {
    const host = hosts.get(hostId)
    if (host && ids.length > host.most) wrongs.push(`host ${hostId} has ${ids.length} of ${host.most}`)
    for (const a of ids)
      for (const b of ids) {
        const [one, two] = [sessions.get(a), sessions.get(b)]
        if (a >= b || !one || !two) continue
        const apart = one.to <= two.from ? two.from - one.to : one.from - two.to
        const needed =
          one.place === two.place || one.outing === two.outing ? 0 : season.travel(one.place, two.place) * 60
        if (apart < needed) wrongs.push(`host ${hostId} cannot do ${a} and ${b}`)
      }
  }
  for (const [sessionId, ids] of served) {
    const session = sessions.get(sessionId)
    if (!session) continue
    if (ids.length > session.hosts) wrongs.push(`session ${sessionId} has ${ids.length} of ${session.hosts}`)
    if (ids.length === session.hosts)
      for (const skill of session.skills)
        if (!ids.some((id) => hosts.get(id)?.skills.includes(skill)) && session.hosts === 1)
          wrongs.push(`nobody brings ${skill} to ${sessionId}`)
  }
  const usedRooms = new Map<number, number[]>()
  const roomed = new Set<number>()
  for (const { session: sessionId, room: roomId } of plan.rooms) {
    const [session, room] = [sessions.get(sessionId), rooms.get(roomId)]
    if (!session || !room) {
      wrongs.push(`unknown session ${sessionId} or room ${roomId}`)
      continue
    }
    if (roomed.has(sessionId)) wrongs.push(`session ${sessionId} has two rooms`)
    roomed.add(sessionId)
    if (!session.needsSpace) wrongs.push(`session ${sessionId} needs no room`)
    if (room.place !== session.place) wrongs.push(`room ${roomId} is elsewhere`)
    if (room.seats < session.seats) wrongs.push(`room ${roomId} is too small for ${sessionId}`)
    if (room.held.some(({ from, to }) => from < session.to && session.from < to))
      wrongs.push(`room ${roomId} is held at ${sessionId}`)
    for (const other of usedRooms.get(roomId) ?? []) {
      const two = sessions.get(other)
      if (two && two.from < session.to && session.from < two.to)
        wrongs.push(`room ${roomId} twice at ${sessionId}`)
    }
    usedRooms.set(roomId, [...(usedRooms.get(roomId) ?? []), sessionId])
  }
  return wrongs
}
