import {
  against,
  canDoBoth,
  type Host,
  type OpenSession,
  type Plan,
  roomFits,
  type Season,
} from './fill-season.ts'

/** A linear model with whole variables, as sparse rows: `lower ≤ row · x ≤ upper`, maximise `cost · x`. */
export interface Model {
  columns: { cost: number; upper: number; whole: boolean }[]
  rows: { lower: number; upper: number; entries: [column: number, value: number][] }[]
}

/** What a column of the model says. */
type Meaning =
  | { kind: 'host'; session: number; host: number }
  | { kind: 'room'; session: number; room: number }
  | { kind: 'full'; session: number }
  | { kind: 'share'; host: number }

export interface FillModel {
  model: Model
  meanings: Meaning[]
}

/**
 * What counts, in points: a session that has all it lacks weighs more than everything else together; a host or a room
 * found is better than none; then near and seldom-asked hosts first, and nobody much more than the others.
 */
export const weights = {
  full: 1000,
  host: 100,
  room: 100,
  /** Taken away for each kilometre, 30 at most. */
  kilometre: 0.5,
  /** Taken away for each hour given lately, 20 at most. */
  hourGiven: 0.4,
  /** Taken away for the third, fifth, seventh… session of one host in the period: two more at each step. */
  repeated: [0, 4, 10, 18, 28],
} as const

/** Sessions each step of {@link weights.repeated} allows. */
const perStep = 2

const costOf = (session: OpenSession, host: Host) =>
  weights.host -
  Math.min(30, weights.kilometre * (host.places.get(session.place) ?? 0)) -
  Math.min(20, weights.hourGiven * host.hoursGiven)

/** The season as a model: one column a possible choice, rows for what must hold. */
export function modelOf(season: Season): FillModel {
  const model: Model = { columns: [], rows: [] }
  const meanings: Meaning[] = []
  const add = (meaning: Meaning, cost: number, upper = 1, whole = true): number => {
    meanings.push(meaning)
    return model.columns.push({ cost, upper, whole }) - 1
  }
  const row = (entries: [number, number][], upper: number, lower = -Infinity) =>
    void (entries.length > 0 && model.rows.push({ lower, upper, entries }))

  const hostColumns = new Map<number, { column: number; session: OpenSession }[]>()
  const roomColumns = new Map<number, { column: number; session: OpenSession }[]>()
  for (const session of season.sessions) {
    const hosts = season.hosts.filter(
      (host) => host.most > 0 && against(session, host, season.travel) === null,
    )
    const rooms = session.needsSpace ? season.rooms.filter((room) => roomFits(session, room)) : []
    const asked = hosts.map((host) => {
      const column = add({ kind: 'host', session: session.id, host: host.id }, costOf(session, host))
      list(hostColumns, host.id).push({ column, session })
      return { host, column }
    })
    const held = rooms.map((room, i) => {
      // The smallest room that fits is best: a larger one stays free for who needs it.
      const column = add(
        { kind: 'room', session: session.id, room: room.id },
        weights.room - Math.min(20, i + (room.seats - session.seats) / 10),
      )
      list(roomColumns, room.id).push({ column, session })
      return column
    })
    row(
      asked.map(({ column }) => [column, 1]),
      session.hosts,
    )
    row(
      held.map((column) => [column, 1]),
      1,
    )

    const full = add({ kind: 'full', session: session.id }, weights.full)
    if (session.hosts > 0)
      row([[full, session.hosts], ...asked.map(({ column }): [number, number] => [column, -1])], 0)
    if (session.needsSpace) row([[full, 1], ...held.map((column): [number, number] => [column, -1])], 0)
    for (const skill of session.skills)
      row(
        [
          [full, 1],
          ...asked
            .filter(({ host }) => host.skills.includes(skill))
            .map(({ column }): [number, number] => [column, -1]),
        ],
        0,
      )
  }
  for (const [id, mine] of hostColumns) {
    const host = season.hosts.find((one) => one.id === id) as Host
    row(
      mine.map(({ column }) => [column, 1]),
      host.most,
    )
    for (const clique of cliques(mine, (a, b) => canDoBoth(a.session, b.session, season.travel)))
      row(
        clique.map(({ column }) => [column, 1]),
        1,
      )
    const steps = weights.repeated.map((points) =>
      add({ kind: 'share', host: id }, -points / perStep, perStep, false),
    )
    row(
      [
        ...mine.map(({ column }): [number, number] => [column, 1]),
        ...steps.map((column): [number, number] => [column, -1]),
      ],
      0,
    )
  }
  for (const mine of roomColumns.values())
    for (const clique of cliques(
      mine,
      (a, b) => a.session.to <= b.session.from || b.session.to <= a.session.from,
    ))
      row(
        clique.map(({ column }) => [column, 1]),
        1,
      )
  return { model, meanings }
}

const list = <K, V>(map: Map<K, V[]>, key: K): V[] => {
  const known = map.get(key) ?? []
  map.set(key, known)
  return known
}

/**
 * Groups in which any two exclude each other, so that one row says it for all of them; every pair that excludes each other
 * is in one group at least.
 */
function cliques<T>(all: readonly T[], compatible: (a: T, b: T) => boolean): T[][] {
  const groups: T[][] = []
  for (let i = 0; i < all.length; i++)
    for (let j = i + 1; j < all.length; j++) {
      const [a, b] = [all[i] as T, all[j] as T]
      if (compatible(a, b) || groups.some((group) => group.includes(a) && group.includes(b))) continue
      const group = [a, b]
      for (const other of all)
        if (!group.includes(other) && group.every((one) => !compatible(one, other))) group.push(other)
      groups.push(group)
    }
  return groups
}

/** The plan a solution says. */
export function planOf({ meanings }: FillModel, values: ArrayLike<number>): Plan {
  const plan: Plan = { hosts: [], rooms: [] }
  meanings.forEach((meaning, column) => {
    if ((values[column] ?? 0) < 0.5) return
    if (meaning.kind === 'host') plan.hosts.push({ session: meaning.session, host: meaning.host })
    if (meaning.kind === 'room') plan.rooms.push({ session: meaning.session, room: meaning.room })
  })
  return plan
}

/**
 * Parts of a season that have nothing in common: no host, no room could serve both. Each is planned by itself, and the
 * best of the whole is the best of each.
 */
export function partsOf(season: Season): Season[] {
  const parent = new Map<string, string>()
  const root = (key: string): string => {
    const up = parent.get(key)
    if (up === undefined || up === key) return key
    const top = root(up)
    parent.set(key, top)
    return top
  }
  const join = (a: string, b: string) => void parent.set(root(a), root(b))
  for (const session of season.sessions) {
    for (const host of season.hosts)
      if (host.most > 0 && against(session, host, season.travel) === null)
        join(`s${session.id}`, `h${host.id}`)
    if (session.needsSpace)
      for (const room of season.rooms) if (roomFits(session, room)) join(`s${session.id}`, `r${room.id}`)
  }
  const groups = Map.groupBy(season.sessions, ({ id }) => root(`s${id}`))
  return [...groups].map(([key, sessions]) => ({
    sessions,
    hosts: season.hosts.filter(({ id }) => root(`h${id}`) === key),
    rooms: season.rooms.filter(({ id }) => root(`r${id}`) === key),
    travel: season.travel,
  }))
}
