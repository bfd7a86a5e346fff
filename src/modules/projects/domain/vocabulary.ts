import { type MachineKind, machineKinds } from '#modules/fablab/index.ts'

export { type MachineKind, machineKinds }

/** What things are made of. */
export const materials = [
  'wood',
  'cardboard',
  'paper',
  'acrylic',
  'leather',
  'fabric',
  'thread',
  'felt',
  'filament',
  'vinyl',
  'electronic-parts',
  'metal',
  'reused',
] as const
export type Material = (typeof materials)[number]

/** How long it takes, in minutes: half an hour, one, two, half a day, a day, several days. */
export const durations = [30, 60, 120, 240, 480, 1200] as const
export type Duration = (typeof durations)[number]

export const difficulties = ['easy', 'medium', 'hard'] as const
export type Difficulty = (typeof difficulties)[number]

/** Free licences a maker may choose (Creative Commons 1.0 and 4.0); without one, all rights are kept. */
export const licences = ['cc0', 'cc-by', 'cc-by-sa'] as const
export type Licence = (typeof licences)[number]

/** The text of each licence. */
export const licenceAddress: Readonly<Record<Licence, string>> = {
  cc0: 'https://creativecommons.org/publicdomain/zero/1.0/',
  'cc-by': 'https://creativecommons.org/licenses/by/4.0/',
  'cc-by-sa': 'https://creativecommons.org/licenses/by-sa/4.0/',
}

/** `draft` and `changes` are in the author's hands, `waiting` in a member's; `published` is for everybody. */
export type ProjectStatus = 'draft' | 'waiting' | 'changes' | 'published'

/** Ready sentences of what to change: each is said in the author's language. */
export const changesAsked = [
  'face',
  'contact',
  'unclear',
  'picture',
  'safety',
  'rights',
  'off-subject',
] as const
export type ChangeAsked = (typeof changesAsked)[number]

/** What somebody may find wrong with a project. */
export const reportReasons = ['face', 'contact', 'hurtful', 'dangerous', 'copied', 'other'] as const
export type ReportReason = (typeof reportReasons)[number]

/** Signs, spaces included. */
export const lengths = {
  title: { least: 3, most: 60 },
  sentence: { least: 10, most: 160 },
  step: { least: 3, most: 400 },
  alt: { least: 3, most: 140 },
  madeBy: { least: 1, most: 30 },
} as const

/** How many of each a project holds; the database says the same. */
export const most = { steps: 20, pictures: 4, files: 6 } as const
/** How many projects one link holds. */
export const mostProjects = 20
/** What a centre keeps of things nobody has looked at yet, in bytes: whoever sends without end fills no disk. */
export const mostHeldBytes = 400_000_000
