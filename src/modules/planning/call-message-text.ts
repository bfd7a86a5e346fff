import { type Language, type Params, sayMoment } from '#platform/i18n/index.ts'
import { fitting, inSms } from '#platform/messages/index.ts'
import { callWords } from './call-words.ts'
import type { OpenNeed } from './db/call-needs.ts'

/** What a host, or her coordinator, may be told. */
export const callKinds = ['call', 'chosen', 'taken', 'reminder', 'moved', 'cancelled', 'withdrawal'] as const
export type CallKind = (typeof callKinds)[number]

/** What the words are made of. */
export interface CallTold {
  kind: CallKind
  language: Language
  need: OpenNeed
  /** Who reads it. */
  name: string
  /** Who withdrew, when it is about that. */
  who: string
  link: string
}

const params = ({ language, need, name, who, link }: CallTold): Params => ({
  name,
  who,
  link,
  title: need.title[language] ?? need.title.fr ?? '',
  when: sayMoment(language, need.start),
  place: need.placeName,
})

/** The text of an SMS, two segments at most: the title is dropped first, then the place and the name. */
export function callSms(told: CallTold): string {
  const t = callWords(told.language)
  const said = params(told)
  return fitting([
    inSms(t(`sms.${told.kind}`, said)),
    inSms(t(`sms.${told.kind}.short`, said)),
    inSms(t(`sms.${told.kind}.least`, said)),
  ])
}

/** An e-mail: the same sentence, and whom to call. */
export function callEmail(told: CallTold, phone: string): { subject: string; body: string } {
  const t = callWords(told.language)
  const said = params(told)
  return {
    subject: t(`subject.${told.kind}`, said),
    body: `${[t(`sms.${told.kind}`, said), t('question', { phone })].join('\n\n')}\n`,
  }
}
