import type { Word } from './words.ts'

/** What a refusal answers: its status, its sentence, and the field it is about. */
interface Answer {
  status: 404 | 409 | 413 | 422
  word: Word
  field?: string
}

const answerOf = {
  'project-unknown': { status: 404, word: 'refused.project-unknown' },
  'author-unknown': { status: 404, word: 'refused.author-unknown' },
  'step-unknown': { status: 404, word: 'refused.step-unknown' },
  'not-in-hands': { status: 409, word: 'refused.not-in-hands' },
  'decided-already': { status: 409, word: 'refused.decided-already' },
  'too-many-steps': { status: 409, word: 'refused.too-many-steps' },
  'too-many-pictures': { status: 409, word: 'refused.too-many-pictures' },
  'too-many-files': { status: 409, word: 'refused.too-many-files' },
  'too-many-projects': { status: 409, word: 'refused.too-many-projects' },
  'no-room': { status: 409, word: 'refused.no-room' },
  'no-steps': { status: 422, word: 'refused.no-steps' },
  'no-picture': { status: 422, word: 'refused.no-picture' },
  'not-sure': { status: 422, word: 'refused.not-sure' },
  'not-sure-nobody': { status: 422, word: 'refused.not-sure-nobody' },
  'change-missing': { status: 422, word: 'changeMissing' },
  'picture-missing': { status: 422, word: 'picture-missing', field: 'picture' },
  'picture-unreadable': { status: 422, word: 'picture-unreadable', field: 'picture' },
  'picture-too-large': { status: 422, word: 'picture-too-large', field: 'picture' },
  'file-missing': { status: 422, word: 'file-missing', field: 'file' },
  'file-unknown': { status: 422, word: 'file-unknown', field: 'file' },
  'file-too-large': { status: 413, word: 'file-too-large', field: 'file' },
} as const satisfies Record<string, Answer>

export type Refusal = keyof typeof answerOf
export const answerTo = (refusal: Refusal): Answer => answerOf[refusal]
