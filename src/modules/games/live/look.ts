import type { Language } from '#platform/i18n/index.ts'
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

/** Draws the live part of a page for everybody of a look. */
export type Draw = (room: Room, look: Look) => string

export const keyOf = ({ viewer, lang, tongue }: Look): string => `${viewer} ${lang} ${tongue}`

const utf8 = new TextEncoder()
/** What is drawn, as an event of a stream. */
export const eventOf = ({ version, html }: Drawn): Uint8Array<ArrayBuffer> =>
  utf8.encode(`id: ${version}\nevent: state\ndata: ${JSON.stringify({ version, html })}\n\n`)
/** Says nothing, to somebody who would think we are gone. */
export const alive: Uint8Array<ArrayBuffer> = utf8.encode(': here\n\n')

/** Games whose last count is remembered, the one least lately read leaving first. */
const most = 500

/**
 * Says which version of a room a viewer sees. Phones see phases: theirs is the version of the game. Screens see how many
 * answered too, which goes up and down: theirs is the moment, in milliseconds, at which this process first saw it so.
 */
export function openVersions(now: () => Temporal.Instant): (room: Room, viewer: Viewer) => number {
  const known = new Map<number, { seen: string; since: number }>()
  return (room, viewer) => {
    if (viewer === 'phone') return room.version
    const seen = `${room.version} ${room.seated} ${room.answered}`
    const last = known.get(room.id)
    if (last?.seen === seen) return last.since
    const since = Math.max(now().epochMilliseconds, (last?.since ?? 0) + 1)
    known.delete(room.id)
    known.set(room.id, { seen, since })
    const [oldest] = known.keys()
    if (known.size > most && oldest !== undefined) known.delete(oldest)
    return since
  }
}
