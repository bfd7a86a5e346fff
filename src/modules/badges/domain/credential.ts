import { type Achievement, digcomp } from './achievements.ts'

/** What is written of an achievement, in one language. */
export interface Wording {
  name: string
  description: string
  /** What was seen or done, one line each. */
  criteria: readonly string[]
}

/** Everything a badge says. */
export interface BadgeFacts {
  /** Address of the installation, without a slash at its end. */
  site: string
  id: string
  subject: string
  achievement: Achievement
  wording: Wording
  /** The language of `wording`. */
  language: string
  /** Who saw it done, on behalf of the network. */
  centre: { slug: string; name: string }
  issuedAt: Temporal.Instant
  validUntil: Temporal.Instant | null
  status: { list: number; index: number }
}

/** A moment as XML Schema writes it, to the second. */
export const moment = (at: Temporal.Instant): string => at.toString({ smallestUnit: 'second' })

/** The address of who issues badges; its keys are published there. */
export const issuerOf = (site: string): string => `${site}/badges/issuer`

const typeOf = {
  observed: 'Competency',
  path: 'LearningProgram',
  hours: 'CommunityService',
  induction: 'Certification',
} as const

/** An achievement as Open Badges 3.0 describes it. */
export function achievementJson(site: string, achievement: Achievement, wording: Wording, language: string) {
  return {
    id: `${site}/badges/achievements/${achievement.id}`,
    type: ['Achievement'],
    achievementType: typeOf[achievement.evidence],
    inLanguage: language,
    name: wording.name,
    description: wording.description,
    criteria: { narrative: wording.criteria.map((line) => `- ${line}`).join('\n') },
    image: { id: `${site}/badges/achievements/${achievement.id}.svg`, type: 'Image' },
    // No array may be empty: what is not aligned says nothing of alignment.
    ...(achievement.digcomp.length > 0 && {
      alignment: achievement.digcomp.map((code) => ({
        type: ['Alignment'],
        targetCode: code,
        targetFramework: 'DigComp 3.0',
        targetName: digcomp[code],
        targetUrl: 'https://publications.jrc.ec.europa.eu/repository/handle/JRC144121',
      })),
    }),
  }
}

/** A badge before it is signed (Open Badges 3.0 over Verifiable Credentials 2.0). It holds no name and no contact. */
export function credentialJson(facts: BadgeFacts) {
  const { site, status, wording, language } = facts
  return {
    '@context': [
      'https://www.w3.org/ns/credentials/v2',
      'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
    ],
    id: `urn:uuid:${facts.id}`,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: wording.name,
    issuer: { id: issuerOf(site), type: ['Profile'], name: 'Maillage', url: site },
    validFrom: moment(facts.issuedAt),
    ...(facts.validUntil && { validUntil: moment(facts.validUntil) }),
    credentialSubject: {
      id: `urn:uuid:${facts.subject}`,
      type: ['AchievementSubject'],
      source: {
        id: `${issuerOf(site)}#${facts.centre.slug}`,
        type: ['Profile'],
        name: `Maillage · ${facts.centre.name}`,
      },
      achievement: achievementJson(site, facts.achievement, wording, language),
    },
    credentialStatus: {
      id: `${site}/badges/status/${status.list}#${status.index}`,
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: String(status.index),
      statusListCredential: `${site}/badges/status/${status.list}`,
    },
  }
}
