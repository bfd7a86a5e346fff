/** The four themes of the programme, each with its cloth. */
export const themes = ['discovery', 'learning', 'training', 'entrepreneurship'] as const
export type Theme = (typeof themes)[number]

export const formats = ['workshop', 'game', 'fablab', 'talk', 'course', 'clinic'] as const
export type Format = (typeof formats)[number]

export const levels = ['beginner', 'intermediate', 'advanced'] as const
export type Level = (typeof levels)[number]

export const audiences = [
  'everyone',
  'seniors',
  'young',
  'job-seekers',
  'shopkeepers',
  'women-founders',
  'families',
] as const
export type Audience = (typeof audiences)[number]

export type SessionStatus = 'draft' | 'published' | 'cancelled'
