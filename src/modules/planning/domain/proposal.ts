/** Where a proposal stands. */
export type ProposalStatus = 'new' | 'other-date' | 'accepted' | 'declined' | 'withdrawn'
export type ProposalGesture = 'accept' | 'ask-other-date' | 'decline' | 'agree' | 'withdraw'

/** What becomes of a proposal: the centre answers what is new, the partner answers another date, an end is an end. */
const becomes: Readonly<Record<ProposalGesture, Partial<Record<ProposalStatus, ProposalStatus>>>> = {
  accept: { new: 'accepted', 'other-date': 'accepted' },
  'ask-other-date': { new: 'other-date', 'other-date': 'other-date' },
  decline: { new: 'declined', 'other-date': 'declined' },
  agree: { 'other-date': 'new' },
  withdraw: { new: 'withdrawn', 'other-date': 'withdrawn' },
}

/** Where a gesture leads; null when it is too late for it. */
export const after = (status: ProposalStatus, gesture: ProposalGesture): ProposalStatus | null =>
  becomes[gesture][status] ?? null

/** Ready sentences with which a centre declines. */
export const declineSentences = ['no-room', 'no-host', 'already-planned', 'not-for-us'] as const
