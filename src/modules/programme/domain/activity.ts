import type { Skill } from '#modules/team/index.ts'
import type { Language } from '#platform/i18n/index.ts'
import type { ActivityWords, InLanguages } from './session.ts'
import type { Audience, Format, Level, Theme } from './vocabulary.ts'

/** Sentences a resident would say, by their codes (« J’ai peur des arnaques » is `scams`). */
export const needCodes = [
  'scams',
  'new-phone',
  'video-call',
  'photos',
  'online-forms',
  'email',
  'job',
  'shop',
  'make',
  'start-business',
  'children',
  'passwords',
  'computer',
  'ai',
] as const
export type NeedCode = (typeof needCodes)[number]

/** Kinds of movable kits an activity may need. The same words as the kits of a centre; a vehicle is the rounds’. */
export const equipmentKinds = [
  'laptops',
  'tablets',
  'phones',
  'projector',
  'printer-3d',
  'sewing',
  'camera',
  'speaker',
] as const
export type Equipment = (typeof equipmentKinds)[number]

/** One text in every language of the product. */
export type InThree = Readonly<Record<Language, string>>

/** Most signs of each text: a title must fit on a phone and on a poster, a summary is one sentence. */
export const longest = { title: 60, summary: 140, description: 800, bring: 200 } as const

/** Only what is ready can be planned; what is retired stays for the sessions it had. */
export const activityStatuses = ['draft', 'ready', 'retired'] as const
export type ActivityStatus = (typeof activityStatuses)[number]

/** Everything one decides of an activity. French is always there; the other languages when they are written. */
export interface ActivityContent {
  theme: Theme
  format: Format
  level: Level
  audience: Audience
  needs: NeedCode[]
  /** What people learn. */
  skills: Skill[]
  /** Languages somebody can give it in. */
  languages: Language[]
  minutes: number
  capacity: number
  hosts: number
  /** What its hosts must know. */
  hostSkills: Skill[]
  equipment: Equipment[]
  /** Minutes before, to set the room up. */
  preparation: number
  /** Minutes after, to put things away. */
  tidy: number
  texts: InLanguages<ActivityWords>
}

/** An activity as it is kept. */
export interface Activity extends ActivityContent {
  id: number
  slug: string
  /** Null: of the network, for every centre. */
  centreId: number | null
  status: ActivityStatus
  /** Counts its changes; 0 for one nobody touched since the product brought it. */
  revision: number
  /** How its spreadsheet calls it. */
  importedKey: string | null
}

/** Who may change an activity: a centre its own, the network manager those of the network. */
export const mayChange = (
  actor: { role: string; centre: number | null },
  activity: Pick<Activity, 'centreId'>,
): boolean =>
  activity.centreId === null
    ? actor.role === 'network-manager'
    : actor.role === 'coordinator' && actor.centre === activity.centreId

/** An activity of the ready-made catalogue, as it is written in the product. */
export interface ReadyMade {
  readonly slug: string
  readonly theme: Theme
  readonly format: Format
  readonly level: Level
  readonly audience: Audience
  readonly needs: readonly NeedCode[]
  readonly skills: readonly Skill[]
  readonly languages: readonly Language[]
  readonly minutes: number
  readonly capacity: number
  /** Only for courses: how many weekly sessions make one. */
  readonly sessionsInCourse?: 3 | 4
  readonly hosts: number
  readonly hostSkills: readonly Skill[]
  readonly equipment: readonly Equipment[]
  readonly preparation: number
  readonly tidy: number
  readonly bring: InThree
  readonly texts: Readonly<Record<Language, Omit<ActivityWords, 'bring'>>>
}

/** The texts of a ready-made activity, what to bring among them. */
export const textsOf = ({
  texts,
  bring,
}: Pick<ReadyMade, 'texts' | 'bring'>): Required<ActivityContent['texts']> => ({
  fr: { ...texts.fr, bring: bring.fr },
  en: { ...texts.en, bring: bring.en },
  ar: { ...texts.ar, bring: bring.ar },
})
