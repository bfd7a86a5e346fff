import type { Ctx, MemberActor } from '#platform/http/env.ts'
import type { Language } from '#platform/i18n/index.ts'
import type { ChangeRefusal } from './activity-change.ts'
import { type Word, words } from './activity-words.ts'

/** Who asks for a page of the catalogue; her centre is null when she keeps the network’s activities. */
export interface ActivityAsker {
  member: MemberActor
  role: string
  centre: number | null
}

export function askerOf(c: Ctx): ActivityAsker {
  const member = c.var.member as MemberActor
  return { member, role: member.role, centre: member.role === 'coordinator' ? member.centre : null }
}

const gestures = ['created', 'changed', 'copied', 'retired', 'back', 'imported'] as const
export type Gesture = (typeof gestures)[number]

/** An address with what was just done, so that the page it leads to can say it. */
export const saying = (address: string, gesture: Gesture): string => `${address}?said=${gesture}`

/** The sentence of what was done, from an address; null when there is none. */
export function readSaid(lang: Language, typed: string | undefined): string | null {
  const gesture = gestures.find((known) => known === typed)
  return gesture ? words(lang)(`said.${gesture}`) : null
}

/** What a refused change of an activity answers, and says. */
export const answerToChange = {
  'activity-unknown': { status: 404, word: 'activity-unknown' },
  'activity-not-yours': { status: 403, word: 'activity-not-yours' },
  'changed-meanwhile': { status: 409, word: 'changed-meanwhile' },
} as const satisfies Record<ChangeRefusal['refusal'], { status: number; word: Word }>
