/** Four weaves, as the themes of the programme. */
type Theme = 'discovery' | 'learning' | 'training' | 'entrepreneurship'

/** How a badge is earned: seen done, a path finished, hours given, shown how a machine is used. */
export type Evidence = 'observed' | 'path' | 'hours' | 'induction'

/** Something a badge rewards. Its words are in the catalogue: `award.<id>` or those of its kind. */
export interface Achievement {
  readonly id: string
  readonly evidence: Evidence
  readonly theme: Theme
  /** A drawing of `domain/drawing.ts`. */
  readonly drawing: string
  /** Codes of DigComp 3.0. */
  readonly digcomp: readonly string[]
  /** Hours to have given. */
  readonly hours?: number
  /** The badge says nothing any more after so many months. */
  readonly months?: number
}

const seen = (id: string, theme: Theme, drawing: string, ...digcomp: string[]): Achievement => ({
  id,
  evidence: 'observed',
  theme,
  drawing,
  digcomp,
})
const path = (id: string, theme: Theme, drawing: string, ...digcomp: string[]): Achievement => ({
  id: `path-${id}`,
  evidence: 'path',
  theme,
  drawing,
  digcomp,
})
const given = (hours: number): Achievement => ({
  id: `hours-${hours}`,
  evidence: 'hours',
  theme: 'discovery',
  drawing: 'helper',
  digcomp: [],
  hours,
})
const machine = (id: string): Achievement => ({
  id: `machine-${id}`,
  evidence: 'induction',
  theme: 'training',
  drawing: 'fablab',
  digcomp: [],
  // A machine one has not touched for two years is shown again.
  months: 24,
})

/** Everything the network rewards, the same list in every centre. */
export const achievements: readonly Achievement[] = [
  seen('smartphone', 'discovery', 'phone', '2.1'),
  seen('computer', 'discovery', 'screen', '1.3'),
  seen('email', 'discovery', 'mail', '2.1', '2.2'),
  seen('search', 'learning', 'search', '1.1', '1.2'),
  seen('scams', 'learning', 'shield', '4.1', '4.2'),
  seen('passwords', 'learning', 'key', '4.1', '4.2'),
  seen('privacy', 'learning', 'lock', '4.2', '2.6'),
  seen('false-news', 'learning', 'news', '1.2'),
  seen('screen-time', 'learning', 'moon', '4.3'),
  seen('online-services', 'learning', 'state', '2.3'),
  seen('respect', 'learning', 'chat', '2.5'),
  seen('photos', 'discovery', 'photo', '1.3', '2.2'),
  seen('write', 'training', 'form', '3.1'),
  seen('ask-ai', 'training', 'robot', '1.2', '5.2'),
  seen('mend', 'training', 'clinic', '5.1'),
  path('first-phone', 'discovery', 'phone', '2.1'),
  path('job-search', 'entrepreneurship', 'job', '2.1', '3.1'),
  path('help-my-child', 'learning', 'family', '4.3', '2.5'),
  path('shop-on-the-web', 'entrepreneurship', 'shop', '3.1', '5.2'),
  path('keep-safe', 'learning', 'shield', '4.1', '4.2'),
  path('services-online', 'learning', 'state', '2.3'),
  path('photos-and-memories', 'discovery', 'photo', '1.3', '2.2'),
  path('letters-and-email', 'discovery', 'mail', '2.1'),
  path('ai-without-fear', 'training', 'robot', '1.2', '5.2'),
  path('create-with-the-fablab', 'training', 'fablab', '5.3'),
  path('women-founders', 'entrepreneurship', 'talk', '5.2'),
  path('my-image-online', 'learning', 'person', '2.6', '4.2'),
  ...[10, 25, 50, 100].map(given),
  machine('3d-printer'),
  machine('laser'),
  machine('embroidery'),
]

const byId = new Map(achievements.map((achievement) => [achievement.id, achievement]))
/** The achievement of that name; undefined when the network rewards no such thing. */
export const achievementOf = (id: string): Achievement | undefined => byId.get(id)

/** The hours badges somebody has earned, the most first. */
export const earnedByHours = (minutes: number): Achievement[] =>
  achievements.filter(({ hours }) => hours !== undefined && minutes >= hours * 60).reverse()

/**
 * Competences badges are aligned with: code and English label, to the letter. Source: DigComp 3.0, European Commission,
 * Joint Research Centre, 2025 (JRC144121), CC BY 4.0. The Commission does not endorse what we make of it.
 */
export const digcomp: Readonly<Record<string, string>> = {
  '1.1': 'Browsing, searching and filtering information',
  '1.2': 'Evaluating information',
  '1.3': 'Managing information',
  '2.1': 'Interacting through and with digital technologies',
  '2.2': 'Sharing through digital technologies',
  '2.3': 'Engaging in citizenship through digital technologies',
  '2.5': 'Digital behaviour',
  '2.6': 'Managing digital identity',
  '3.1': 'Developing digital content',
  '4.1': 'Protecting devices',
  '4.2': 'Protecting personal data and privacy',
  '4.3': 'Supporting wellbeing',
  '5.1': 'Identifying and solving technical problems',
  '5.2': 'Identifying needs and digital technological responses',
  '5.3': 'Identifying creative solutions using digital technologies',
}
