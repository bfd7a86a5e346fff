import type { House } from '#platform/house.ts'
import { tell } from '../db/games.ts'
import type { Room } from '../domain/game.ts'
import type { Viewer } from '../draw.tsx'
import { alive, type Draw, type Drawn, eventOf, keyOf, type Look, openVersions } from './look.ts'

/** A stream to somebody; `write` is given what is ready to leave, the same bytes for all of one look. */
export interface Stream extends Look {
  write(bytes: Uint8Array): void
  close(): void
}

type ReadRoom = (game: number, centre: number) => Promise<Room | null>

/** Counts reach screens at most this often, milliseconds: people look at a bar grow, not at each vote. */
const calm = 250
/** Nothing to say for this long, and a stream says that it is alive, milliseconds. */
const silence = 20_000

interface Followed {
  centre: number
  /** Each with the last version it was told. */
  streams: Map<Stream, number>
  /** Who asked for what comes after the version they have. */
  waiting: Set<{ look: Look; since: number; end(drawn: Drawn | null): void }>
  counting: NodeJS.Timeout | undefined
  closing: NodeJS.Timeout | undefined
  /** Being read, and whether something happened since it began to be. */
  reading: boolean
  again: boolean
}

/**
 * Follows the games somebody of this process looks at. Processes tell each other what changed through the database; each
 * draws a game once per version and look, and writes the same bytes to everybody of that look. Phones are told of phases
 * only, never of an answer: what a game sends does not grow with how many answer.
 */
export class Hub {
  readonly #house: House
  readonly #read: ReadRoom
  readonly #draw: Draw
  /** Called when the timer of a game somebody follows runs out. */
  readonly #runOut: (room: Room) => Promise<unknown>
  readonly #games = new Map<number, Followed>()
  readonly #telling = new Map<number, NodeJS.Timeout>()
  readonly #versionOf: (room: Room, viewer: Viewer) => number
  #heart: NodeJS.Timeout | undefined
  #state: 'new' | 'open' | 'closed' = 'new'

  constructor(house: House, read: ReadRoom, draw: Draw, runOut: (room: Room) => Promise<unknown>) {
    this.#house = house
    this.#read = read
    this.#draw = draw
    this.#runOut = runOut
    this.#versionOf = openVersions(house.now)
  }

  /** Who follows in this process, by a stream or by a question that waits. */
  get size(): number {
    let size = 0
    for (const { streams, waiting } of this.#games.values()) size += streams.size + waiting.size
    return size
  }

  /** A room for a look; null when `since` is that version already. */
  drawnOf(room: Room, look: Look, since = 0): Drawn | null {
    const version = this.#versionOf(room, look.viewer)
    return version > since ? { version, html: this.#draw(room, look) } : null
  }

  /** Adds a stream that was told of this room; the way to take it out again. */
  follow(room: Room, stream: Stream): () => void {
    if (this.#state === 'closed') {
      stream.close()
      return () => {}
    }
    const followed = this.#followed(room)
    followed.streams.set(stream, this.#versionOf(room, stream.viewer))
    return () => {
      followed.streams.delete(stream)
      this.#forget(room.id)
    }
  }

  /** What comes after the version a look has; null after `patience` milliseconds, or when this process stops. */
  async next(room: Room, look: Look, since: number, patience: number): Promise<Drawn | null> {
    if (this.#state === 'closed') return null
    const followed = this.#followed(room)
    return new Promise((resolve) => {
      const one = {
        look,
        since,
        end: (drawn: Drawn | null) => {
          clearTimeout(timer)
          followed.waiting.delete(one)
          this.#forget(room.id)
          resolve(drawn)
        },
      }
      const timer = setTimeout(() => one.end(null), patience)
      followed.waiting.add(one)
    })
  }

  /** Somebody answered, or sat down: screens hear of it in a moment, through the database like everything else. */
  counted(game: number, centre: number): void {
    if (this.#telling.has(game)) return
    const say = () => {
      this.#telling.delete(game)
      void this.#house
        .inWork({ kind: 'system', centre }, (work) => tell(work, `${game}:count`))
        .catch(() => {})
    }
    this.#telling.set(game, setTimeout(say, calm).unref())
  }

  /** Ends every stream: whoever follows comes back, to this process or to another. */
  close(): void {
    this.#state = 'closed'
    clearInterval(this.#heart)
    for (const { streams, waiting } of this.#games.values()) {
      for (const stream of streams.keys()) stream.close()
      for (const one of waiting) one.end(null)
    }
  }

  #followed(room: Room): Followed {
    this.#listen()
    const known = this.#games.get(room.id)
    const followed: Followed = known ?? {
      centre: room.centre,
      streams: new Map(),
      waiting: new Set(),
      counting: undefined,
      closing: undefined,
      reading: false,
      again: false,
    }
    this.#games.set(room.id, followed)
    // What happened since this room was read was told to nobody: it is read again, once for all who come at once.
    if (!known) this.#soon(room.id)
    return followed
  }

  #forget(game: number): void {
    const followed = this.#games.get(game)
    if (!followed || followed.streams.size > 0 || followed.waiting.size > 0) return
    clearTimeout(followed.counting)
    clearTimeout(followed.closing)
    this.#games.delete(game)
  }

  #listen(): void {
    if (this.#state !== 'new') return
    this.#state = 'open'
    this.#house.listen('games', (payload) => {
      // Something may have been missed: every game followed here is read again.
      if (payload === null) return this.#all()
      const game = Number(payload.split(':')[0])
      payload.endsWith(':count') ? this.#soon(game) : void this.#push(game)
    })
    this.#heart = setInterval(() => {
      for (const { streams } of this.#games.values()) for (const stream of streams.keys()) stream.write(alive)
      this.#all()
    }, silence).unref()
  }

  #all(): void {
    for (const game of this.#games.keys()) void this.#push(game)
  }

  /** Reads a game in a moment, once, however often it is asked to. */
  #soon(game: number): void {
    const followed = this.#games.get(game)
    if (!followed || followed.counting) return
    followed.counting = setTimeout(() => {
      followed.counting = undefined
      void this.#push(game)
    }, calm).unref()
  }

  /** Reads a game, and tells those who have an older version. One reading at a time: what is told only grows newer. */
  async #push(game: number): Promise<void> {
    const followed = this.#games.get(game)
    if (!followed) return
    followed.again = true
    if (followed.reading) return
    followed.reading = true
    while (followed.again) {
      followed.again = false
      // What cannot be read now is read at the next heartbeat; what cannot be drawn says so on its page.
      await this.#read(game, followed.centre)
        .then((room) => room && this.#tell(room, followed))
        .catch(() => {})
    }
    followed.reading = false
  }

  #tell(room: Room, { streams, waiting }: Followed): void {
    const ready = new Map<string, { drawn: Drawn; bytes: Uint8Array }>()
    const readyFor = (look: Look) => {
      const known = ready.get(keyOf(look))
      if (known) return known
      const drawn = { version: this.#versionOf(room, look.viewer), html: this.#draw(room, look) }
      const fresh = { drawn, bytes: eventOf(drawn) }
      ready.set(keyOf(look), fresh)
      return fresh
    }
    for (const [stream, seen] of streams) {
      const version = this.#versionOf(room, stream.viewer)
      if (version <= seen) continue
      streams.set(stream, version)
      stream.write(readyFor(stream).bytes)
    }
    for (const { look, since, end } of waiting)
      if (this.#versionOf(room, look.viewer) > since) end(readyFor(look).drawn)
    this.#watch(room)
  }

  /** The process that follows a game closes its question when the timer runs out; so does the queue, if nobody follows. */
  #watch(room: Room): void {
    const followed = this.#games.get(room.id)
    if (!followed) return
    clearTimeout(followed.closing)
    followed.closing = undefined
    if (!room.closesAt) return
    const left = room.closesAt.epochMilliseconds - this.#house.now().epochMilliseconds
    followed.closing = setTimeout(
      () => void this.#runOut(room).catch(() => {}),
      Math.max(0, left) + 20,
    ).unref()
  }
}
