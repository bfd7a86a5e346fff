import type { AnswerRefusal } from './call-answer.ts'
import type { ChooseRefusal } from './call-choose.ts'
import type { CallRefusal } from './call-hosts.ts'
import type { CallWord } from './call-words.ts'

interface Answer {
  status: 404 | 409
  word: CallWord
}

/** What is said to whoever was asked. */
export const answerToCall = {
  'call-unknown': { status: 404, word: 'linkUnknown' },
  'session-over': { status: 409, word: 'over' },
  clash: { status: 409, word: 'clash' },
  'not-a-host': { status: 409, word: 'status.withdrawn' },
} as const satisfies Record<AnswerRefusal['refusal'] | 'not-a-host', Answer>

/** What is said to the coordinator who asks, or chooses. */
export const answerToPlan = {
  'session-unknown': { status: 404, word: 'refused.session-unknown' },
  'session-over': { status: 409, word: 'refused.session-over' },
  'nothing-missing': { status: 409, word: 'refused.nothing-missing' },
  'too-late': { status: 409, word: 'refused.too-late' },
  'nobody-fits': { status: 409, word: 'refused.nobody-fits' },
  'member-unknown': { status: 404, word: 'refused.member-unknown' },
  clash: { status: 409, word: 'refused.clash' },
} as const satisfies Record<CallRefusal['refusal'] | ChooseRefusal['refusal'], Answer>
