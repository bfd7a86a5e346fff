/** Why a badge is revoked: a code, never words of one's own. */
export const reasons = ['mistake', 'someone-else', 'not-seen', 'asked'] as const
export type Reason = (typeof reasons)[number]
