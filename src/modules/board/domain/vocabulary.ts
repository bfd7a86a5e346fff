/** Two sides of one idea: somebody asks, somebody offers. */
export const sides = ['ask', 'offer'] as const
export type Side = (typeof sides)[number]

/** What the board is about, and nothing else. */
export const subjects = [
  'device-setup',
  'photos',
  'letters',
  'web-page',
  'portfolio',
  'poster',
  'accounts',
  'translation',
  'sewing',
  'repair',
  'cooking-on-video',
  'machine-help',
] as const
export type Subject = (typeof subjects)[number]

/** Kinds of machines one may need help with: those of the lab. */
export const machineKinds = [
  '3d-printer',
  'laser',
  'vinyl',
  'sewing',
  'embroidery',
  'electronics',
  'computer',
] as const
export type MachineKind = (typeof machineKinds)[number]

/** When somebody usually can: broad on purpose, it is nobody's agenda. */
export const halfDays = [
  'week-morning',
  'week-afternoon',
  'week-evening',
  'saturday-morning',
  'saturday-afternoon',
] as const
export type HalfDay = (typeof halfDays)[number]

/** Languages the two may speak together (ISO 639-1). */
export const spoken = ['fr', 'en', 'ar', 'es', 'pt', 'tr', 'zh', 'uk'] as const
export type Spoken = (typeof spoken)[number]

/**
 * Where a notice stands: `waiting` for a member to read it; `published`; `met`, an ask whose author was put in touch with
 * somebody; then one of four ends.
 */
export type NoticeStatus = 'waiting' | 'published' | 'met' | 'refused' | 'done' | 'closed' | 'expired'

/** Where two people stand; see {@link NoticeStatus}. */
export type IntroductionStatus = 'proposed' | 'introduced' | 'refused' | 'stopped' | 'done'

/** Ready sentences of a refusal: each is said in the person's language. */
export const refusedFor = ['contact-inside', 'money', 'off-subject', 'unclear', 'a-session-does-it'] as const
export type RefusedFor = (typeof refusedFor)[number]

/** What somebody may find wrong with a notice. */
export const reportReasons = ['contact', 'money', 'hurtful', 'false', 'other'] as const
export type ReportReason = (typeof reportReasons)[number]

/** Signs of a sentence, spaces included. */
export const sentenceLength = { least: 10, most: 140 } as const
/** Days a notice may stay up. */
export const keptDays = [14, 30, 60] as const
/** Notices one contact may hold at once: waiting, published, or put in touch. */
export const pins = [1, 2, 3] as const
