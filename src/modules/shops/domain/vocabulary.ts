/** What a shop is asked about, in the order of the questions. */
export const areas = ['found', 'sell', 'manage', 'invoicing', 'protect', 'keep', 'skills'] as const
export type Area = (typeof areas)[number]

/** What a shop does. */
export const sectors = [
  'food',
  'restaurant',
  'beauty',
  'clothes',
  'crafts',
  'repair',
  'market',
  'services',
  'care',
  'other',
] as const
export type Sector = (typeof sectors)[number]

export const sizes = ['alone', 'few', 'more'] as const
export type Size = (typeof sizes)[number]

/** « na »: the question is not about this shop. */
export const answers = ['yes', 'partly', 'no', 'na'] as const
export type Answer = (typeof answers)[number]
export type Answers = Readonly<Partial<Record<string, Answer>>>

/** Who can help with an action. */
export const helpers = ['clinic', 'mentor', 'accountant', 'cci', 'cma', 'yourself'] as const
export type HelpedBy = (typeof helpers)[number]

/** When a shop is measured: first, then three and six months later. */
export const rounds = ['first', 'month-3', 'month-6'] as const
export type Round = (typeof rounds)[number]
