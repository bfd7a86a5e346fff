import type { Language } from '#platform/i18n/index.ts'
import type { Work } from '#platform/work/index.ts'

/** A message ready to leave: what one person will read. */
export interface Outgoing {
  channel: 'sms' | 'email'
  /** E.164 number (`+33639980012`) or e-mail address. */
  to: string
  language: Language
  /** Of an e-mail; empty for an SMS. */
  subject: string
  /** Plain text. An SMS holds in two segments (see `fitting`). */
  body: string
}

/**
 * Writes a message from what is true at the moment of sending; null when it is no longer true, and nothing is sent.
 * `ref` is the row it speaks of, `version` tells apart two messages of the same kind about the same row.
 */
export type Composer = (work: Work, ref: number, version: number) => Promise<Outgoing | null>

/** Composers by kind of message, `module.event`. */
export type Composers = Record<string, Composer>

/** A way out of the house. */
export interface Driver {
  name: string
  /**
   * Hands the message to a provider, and answers the provider's receipt. `id` is the same each time the same message is
   * sent again, for providers that recognise a repetition. Throws when the provider refused; the error's `code`, if any,
   * is kept, its text is not.
   */
  send(message: Outgoing, id: string): Promise<{ receipt: string }>
}
