/**
 * All that may be noted of how to welcome a learner: ready sentences that she reads too. No words of one's own, nothing
 * about health, family or origin.
 */
export const noteSentences = [
  'read-together',
  'large-letters',
  'own-phone',
  'needs-phone',
  'slowly',
  'in-arabic',
  'in-english',
  'prefers-group',
  'prefers-alone',
] as const
export type NoteSentence = (typeof noteSentences)[number]
