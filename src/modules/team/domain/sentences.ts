/** The sentences with which a coordinator welcomes, or declines: ready ones, so that nobody writes a verdict about anybody. */
export const sentences = {
  welcomed: ['meet', 'call', 'start'],
  declined: ['enough', 'far', 'other-times', 'no-answer'],
} as const
export type Welcome = (typeof sentences.welcomed)[number]
export type Decline = (typeof sentences.declined)[number]
