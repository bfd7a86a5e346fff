import type { House } from '#platform/house.ts'
import type { Language } from '#platform/i18n/index.ts'
import { tell } from '../db/games.ts'
import type { Room } from '../domain/game.ts'
import type { Tongue } from '../domain/vocabulary.ts'
import type { Viewer } from '../draw.tsx'

/** What somebody looks at, and how they read. */
export interface Look {
  viewer: Viewer
  lang: Language
  tongue: Tongue
}

/** A game drawn for a look. Versions of one look only grow. */
export interface Drawn {
  version: number
  html: string
}

/** A stream to somebody; `write` is given what is ready to leave, the same bytes for all of one look. */
export interface Stream extends Look {
  write(bytes: Uint8Array): void
  close(): void
}

type ReadRoom = (game: number, centre: number) => Promise<Room | null>
type Draw = (room: Room, look: Look) => string

/** Counts reach screens at most this often, milliseconds: people look at a bar grow, not at each vote. */
const calm = 250
/** Nothing to say for this long, and a stream says that it is alive, milliseconds. */
const silence = 20_000

const keyOf = ({ viewer, lang, tongue }: Look) => `${viewer} ${lang} ${tongue}`
const utf8 = new TextEncoder()
export const eventOf = ({ version, html }: Drawn): Uint8Array<ArrayBuffer> =>
  utf8.encode(`id: ${version}\nevent: state\ndata: ${JSON.stringify({ version, html })}\n\n`)
const alive = utf8.encode(': here\n\n')

interface Followed {
  centre: number
  /** Each with the last version it was told. */
  streams: Map<Stream, number>
  /** The last version of the game this process has read. */
  latest: number
  waiting: Set<(drawn: (look: Look) => Drawn | null) => void>
  counting: NodeJS.Timeout | undefined
  closing: NodeJS.Timeout | undefined
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
  #heart: NodeJS.Timeout | undefined
  #open = false

  constructor(house: House, read: ReadRoom, draw: Draw, runOut: (room: Room) => Promise<unknown>) {
    this.#house = house
    this.#read = read
    this.#draw = draw
    this.#runOut = runOut
  }

  /** Streams open in this process. */
  get size(): number {
    let size = 0
    for (const { streams } of this.#games.values()) size += streams.size
    return size
  }

  /** A version of what a look shows: of phones, that of the game; of screens, which also count, the moment. */
  drawnOf(room: Room, look: Look): Drawn {
    const version = look.viewer === 'phone' ? room.version : this.#house.now().epochMilliseconds
    return { version, html: this.#draw(room, look) }
  }

  /** Adds a stream; the way to take it out again. */
  follow(room: Room, stream: Stream): () => void {
    const followed = this.#followed(room)
    followed.streams.set(stream, room.version)
    this.#watch(room)
    // It moved on between the reading of this page and its stream.
    if (followed.latest > room.version) void this.#push(room.id, false)
    return () => {
      followed.streams.delete(stream)
      this.#forget(room.id)
    }
  }

  /** The next thing a look shows, or null after `patience` milliseconds. */
  next(room: Room, look: Look, patience: number): Promise<Drawn | null> {
    const followed = this.#followed(room)
    this.#watch(room)
    return new Promise((resolve) => {
      const end = (drawn: Drawn | null) => {
        clearTimeout(timer)
        followed.waiting.delete(told)
        this.#forget(room.id)
        resolve(drawn)
      }
      const told = (drawn: (look: Look) => Drawn | null) => {
        const mine = drawn(look)
        if (mine) end(mine)
      }
      const timer = setTimeout(() => end(null), patience)
      followed.waiting.add(told)
    })
  }

  /** Somebody answered, or sat down: screens hear of it in a moment, through the database like everything else. */
  counted(game: number, centre: number): void {
    if (this.#telling.has(game)) return
    this.#telling.set(
      game,
      setTimeout(() => {
        this.#telling.delete(game)
        void this.#house
          .inWork({ kind: 'system', centre }, (work) => tell(work, `${game}:count`))
          .catch(() => {})
      }, calm).unref(),
    )
  }
  readonly #telling = new Map<number, NodeJS.Timeout>()

  /** Ends every stream: whoever follows comes back, to this process or to another. */
  close(): void {
    for (const { streams, waiting } of this.#games.values()) {
      for (const stream of streams.keys()) stream.close()
      for (const tell of waiting) tell(() => null)
    }
    clearInterval(this.#heart)
  }

  #followed(room: Room): Followed {
    this.#listen()
    const known = this.#games.get(room.id)
    if (known) return known
    const fresh: Followed = {
      centre: room.centre,
      streams: new Map(),
      latest: room.version,
      waiting: new Set(),
      counting: undefined,
      closing: undefined,
    }
    this.#games.set(room.id, fresh)
    return fresh
  }

  #forget(game: number): void {
    const followed = this.#games.get(game)
    if (!followed || followed.streams.size > 0 || followed.waiting.size > 0) return
    clearTimeout(followed.counting)
    clearTimeout(followed.closing)
    this.#games.delete(game)
  }

  #listen(): void {
    if (this.#open) return
    this.#open = true
    this.#house.listen('games', (payload) => {
      // Something may have been missed: every game followed here is read again.
      const games = payload === null ? [...this.#games.keys()] : [Number(payload.split(':')[0])]
      const counts = payload?.endsWith(':count') === true
      for (const game of games)
        if (this.#games.has(game)) counts ? this.#count(game) : void this.#push(game, false)
    })
    this.#heart = setInterval(() => {
      for (const { streams } of this.#games.values()) for (const stream of streams.keys()) stream.write(alive)
    }, silence).unref()
  }

  /** Screens are told of counts once in a while, however many come. */
  #count(game: number): void {
    const followed = this.#games.get(game)
    if (!followed || followed.counting) return
    followed.counting = setTimeout(() => {
      followed.counting = undefined
      void this.#push(game, true)
    }, calm).unref()
  }

  async #push(game: number, countsOnly: boolean): Promise<void> {
    const followed = this.#games.get(game)
    const room = followed && (await this.#read(game, followed.centre).catch(() => null))
    if (!followed || !room) return
    const drawn = new Map<string, Drawn>()
    const drawnFor = (look: Look): Drawn | null => {
      if (countsOnly && look.viewer === 'phone') return null
      const known = drawn.get(keyOf(look))
      if (known) return known
      const fresh = this.drawnOf(room, look)
      drawn.set(keyOf(look), fresh)
      return fresh
    }
    const bytes = new Map<Drawn, Uint8Array>()
    followed.latest = Math.max(followed.latest, room.version)
    for (const [stream, seen] of followed.streams) {
      const mine = stream.viewer === 'phone' && room.version <= seen ? null : drawnFor(stream)
      if (!mine) continue
      followed.streams.set(stream, room.version)
      const leaving = bytes.get(mine) ?? eventOf(mine)
      bytes.set(mine, leaving)
      stream.write(leaving)
    }
    for (const tell of followed.waiting) tell(drawnFor)
    if (!countsOnly) this.#watch(room)
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
