import type { Language } from '#platform/i18n/index.ts'
import type { Seal } from '#platform/seal/index.ts'
import type { Work } from '#platform/work/index.ts'
import { type KeptMessage, readLatest, readZone } from './db/latest.ts'
import { maskRecipient, type Piece, piecesOf } from './domain/mask.ts'

/** A message as the desk shows it: the recipient masked, the time in the centre's zone. */
export interface ShownMessage extends Pick<KeptMessage, 'id' | 'kind' | 'channel' | 'subject' | 'status'> {
  language: Language
  to: string
  at: Temporal.ZonedDateTime
  pieces: Piece[]
}

/** How many messages one screen holds. */
const screenful = 100

/** One screen of a phone; `older` is the `before` of the next one, null at the end. */
export interface Screen {
  messages: ShownMessage[]
  older: number | null
}

/** Messages of a centre, the latest or those before one. `open`: links can be followed, which only a demonstration allows. */
export async function readPhone(
  work: Work<'messaging' | 'network'>,
  seal: Seal,
  { centre, open, before }: { centre: number; open: boolean; before: number | null },
): Promise<Screen> {
  const zone = await readZone(work, centre)
  const kept = await readLatest(work, centre, screenful + 1, before)
  const shown = kept.slice(0, screenful)
  const messages = shown.map(({ id, kind, channel, language, subject, status, ...sealed }) => ({
    id,
    kind,
    channel,
    language,
    subject,
    status,
    to: maskRecipient(seal.open(sealed.recipientSealed)),
    at: (sealed.sentAt ?? sealed.createdAt).toZonedDateTimeISO(zone),
    pieces: piecesOf(seal.open(sealed.bodySealed), open),
  }))
  return { messages, older: kept.length > screenful ? (shown.at(-1)?.id ?? null) : null }
}
