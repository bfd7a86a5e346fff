import type { standards } from '#modules/network/index.ts'
import type { NeedCode } from './activity.ts'
import type { Audience, Format, Theme } from './vocabulary.ts'

// What our words are called in the places standard and in data·inclusion v1. Explained in docs/standards.md.

type Service = standards.WordOf<'services'>

/** Needs → `services` of the places standard. */
export const servicesOfNeed: Readonly<Record<NeedCode, Service>> = {
  scams: 'Utilisation sécurisée du numérique',
  passwords: 'Utilisation sécurisée du numérique',
  'new-phone': 'Maîtrise des outils numériques du quotidien',
  'video-call': 'Maîtrise des outils numériques du quotidien',
  photos: 'Maîtrise des outils numériques du quotidien',
  email: 'Maîtrise des outils numériques du quotidien',
  computer: 'Maîtrise des outils numériques du quotidien',
  'online-forms': 'Aide aux démarches administratives',
  job: 'Insertion professionnelle via le numérique',
  shop: 'Insertion professionnelle via le numérique',
  'start-business': 'Insertion professionnelle via le numérique',
  make: 'Loisirs et créations numériques',
  children: 'Parentalité et éducation avec le numérique',
  ai: 'Compréhension du monde numérique',
}

/** Themes → `services`, for an activity that answers no need. */
export const servicesOfTheme: Readonly<Record<Theme, Service>> = {
  discovery: 'Compréhension du monde numérique',
  learning: 'Maîtrise des outils numériques du quotidien',
  training: 'Insertion professionnelle via le numérique',
  entrepreneurship: 'Insertion professionnelle via le numérique',
}

/**
 * Needs → `thematiques` of data·inclusion, where it has nearer words than those the standard leads to: who sets up a
 * business is not looking for a job.
 */
export const thematicsOfNeed: Readonly<Partial<Record<NeedCode, readonly string[]>>> = {
  'start-business': [
    'creer-une-entreprise--definir-son-projet-de-creation-dentreprise',
    'creer-une-entreprise--structurer-son-projet-de-creation-dentreprise',
  ],
  shop: ['creer-une-entreprise--developper-son-entreprise'],
}

/** Themes → `thematiques`, for an activity that answers no need, where the standard would say « look for a job ». */
export const thematicsOfTheme: Readonly<Partial<Record<Theme, readonly string[]>>> = {
  entrepreneurship: ['creer-une-entreprise--definir-son-projet-de-creation-dentreprise'],
}

/** Audiences → `publics_specifiquement_adresses`; the standard has no word for the others. */
export const publicOfAudience: Readonly<
  Record<Audience, standards.WordOf<'publics_specifiquement_adresses'> | null>
> = {
  everyone: null,
  seniors: 'Seniors',
  young: 'Jeunes',
  'job-seekers': null,
  shopkeepers: null,
  'women-founders': 'Femmes',
  families: 'Familles et/ou enfants',
}

/** Audiences → `publics` of data·inclusion, where the standard has no word. */
export const otherPublics: Readonly<Partial<Record<Audience, string>>> = {
  'job-seekers': 'demandeurs-emploi',
  shopkeepers: 'actifs',
}

/** Formats → `modalites_accompagnement`. */
export const wayOfFormat: Readonly<Record<Format, standards.WordOf<'modalites_accompagnement'>>> = {
  workshop: 'Dans un atelier collectif',
  game: 'Dans un atelier collectif',
  fablab: 'Dans un atelier collectif',
  talk: 'Dans un atelier collectif',
  course: 'Dans un atelier collectif',
  clinic: 'Accompagnement individuel',
}

/** Formats → `type` of data·inclusion, where it says more than the standard: a course is a training, a talk informs. */
export const typeOfFormat: Readonly<Partial<Record<Format, string>>> = {
  course: 'formation',
  talk: 'information',
}

/** Languages a session is held in → `prise_en_charge_specifique`. */
export const careOfLanguage: Readonly<Record<string, standards.WordOf<'prise_en_charge_specifique'>>> = {
  en: 'Langues étrangères (anglais)',
  ar: 'Langues étrangères (autres)',
}
