import type { Theme } from '#ui/words.ts'

/** A fact on a ticket, with its pictogram when it has one. */
export interface Fact {
  text: string
  icon?: string
}

/** A session as paper shows it: every word is ready, in the language of the sheet. */
export interface PaperSession {
  theme: Theme
  when: { weekday: string; day: string; ordinal: string; month: string; hours: string }
  /** Null on a sheet that is about this session only: the title is above. */
  title: string | null
  place: string
  address: string
  facts: Fact[]
  /** Languages and number of dates, for a line of a programme. */
  notes: string[]
  qr: string
  qrAlt: string
  /** The address of its page, as people type it. */
  link: string
  /** Its short code; empty for a stop, which has none. */
  code: string
  /** « Mardi 1er déc., 14 h », for a strip one tears off. */
  short: string
}

interface Shouted {
  theme: Theme
  title: string
  lead: string
  free: string
  call: string
  phone: string
  /** Where the site is, as people type it. */
  site: string
  sessions: PaperSession[]
  /** « Facile à lire »: fewer words, larger, with pictograms. */
  easy: boolean
  /** When, where and what it costs, one idea a line; empty when the sheet is not « facile à lire ». */
  plain: Fact[]
  /** Three gestures with their pictograms; empty when the sheet is not « facile à lire ». */
  steps: Fact[]
}

/** One sheet, as its template reads it (see `paper/`). */
export type Sheet =
  | ({ kind: 'poster' | 'flyer' | 'strips' } & Shouted)
  | {
      kind: 'programme'
      theme: Theme
      title: string
      period: string
      free: string
      call: string
      phone: string
      link: string
      qr: string
      qrAlt: string
      nothing: string
      easy: boolean
      /** The themes of these days, in words beside their weaves. */
      themes: { theme: Theme; name: string }[]
      days: { name: string; sessions: PaperSession[] }[]
    }
  | {
      kind: 'door'
      theme: Theme
      room: string
      title: string
      hours: string
      day: string
      hosts: string
      welcome: string
    }
  | {
      kind: 'roll'
      theme: Theme
      title: string
      day: string
      hours: string
      room: string
      heads: string[]
      people: { name: string; party: string }[]
      /** Lines left for whoever comes without having joined. */
      blank: number
      discretion: string
    }
  | { kind: 'tags'; theme: Theme; title: string; names: string[]; session: string }
  | {
      kind: 'certificate'
      theme: Theme
      title: string
      lead: string
      name: string
      what: string
      lines: string[]
      made: string
      signed: string
    }
  | {
      kind: 'badge'
      theme: Theme
      title: string
      lead: string
      name: string
      earned: string
      badge: string
      /** The badge drawn (SVG). */
      picture: string
      criteria: string[]
      lines: string[]
      /** How to verify it, in a sentence. */
      check: string
      /** The number one types to verify it. */
      code: string
      qr: string
      qrAlt: string
    }
  | {
      kind: 'machine'
      theme: Theme
      title: string
      lead: string
      /** Codes to aim at, each with what it is for. */
      codes: { qr: string; qrAlt: string; text: string }[]
      /** The address of its page, as people type it. */
      link: string
    }
  | {
      kind: 'lab'
      theme: Theme
      title: string
      /** The place, in French in every language. */
      place: string
      hoursTitle: string
      /** Each day with its hours; `isFree`: one comes without booking. */
      days: { day: string; hours: { hours: string; how: string; isFree: boolean }[] }[]
      rulesTitle: string
      rules: string[]
      /** What the code is for. */
      call: string
      link: string
      qr: string
      qrAlt: string
    }
  | {
      kind: 'cards'
      title: string
      /** How one answers with a card, in a few words. */
      how: string
      /** Number and squares (SVG) of each card; the printed top is the first letter, then clockwise. */
      cards: { number: number; squares: string }[]
      letters: { letter: string; colour: string; shape: string }[]
    }

/** Sheets printed together as one document. */
export interface Bundle {
  title: string
  lang: string
  /** Pictograms every sheet may draw. */
  icons: Record<'call' | 'clock' | 'pin', string>
  sheets: Sheet[]
}
