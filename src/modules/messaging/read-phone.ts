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

/** The latest messages of a centre. `open`: links can be followed, which only a demonstration allows. */
export async function readPhone(
  work: Work<'messaging' | 'network'>,
  seal: Seal,
  { centre, open }: { centre: number; open: boolean },
): Promise<ShownMessage[]> {
  const zone = await readZone(work, centre)
  const kept = await readLatest(work, centre, screenful)
  return kept.map(({ id, kind, channel, language, subject, status, ...sealed }) => ({
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
}
