/** What somebody can show others. The same words as what an activity asks of its hosts. */
export const skills = [
  'smartphone',
  'computer',
  'internet',
  'safety',
  'paperwork',
  'photos',
  'job-search',
  'office',
  'business',
  'fablab',
  'coding',
  'games',
] as const
export type Skill = (typeof skills)[number]

/** Languages a session may be held in. */
export const languages = ['fr', 'en', 'ar'] as const

/** Employed here, a volunteer, or sent by a partner organisation. */
export const kinds = ['staff', 'volunteer', 'partner'] as const
export type Kind = (typeof kinds)[number]

/** How far somebody goes, as one is asked: kilometres. */
export const reaches = [3, 10, 25, 50] as const
