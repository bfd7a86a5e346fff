import type { WordOf } from './places-standard.ts'

/**
 * From the words of the places standard to those of data·inclusion v1, as the national pipeline maps them:
 * `gip-inclusion/data-inclusion`, `pipeline/dbt/models/intermediate/v1/001_mappings/mediation_numerique/*.sql`.
 */

const fundamentals = 'numerique--maitriser-les-fondamentaux-du-numerique'
const onlineServices = 'numerique--acceder-a-des-services-en-ligne'
const equipment = 'numerique--acquerir-un-equipement'

/** `services` → `thematiques`. */
export const thematicsOf: Readonly<Record<WordOf<'services'>, readonly string[]>> = {
  'Accès internet et matériel informatique': ['numerique--acceder-a-une-connexion-internet', equipment],
  'Acquisition de matériel informatique à prix solidaire': [equipment],
  'Aide aux démarches administratives': [
    'difficultes-administratives-ou-juridiques--accompagnement-aux-demarches-administratives',
    onlineServices,
  ],
  'Compréhension du monde numérique': [fundamentals],
  'Utilisation sécurisée du numérique': [fundamentals],
  'Maîtrise des outils numériques du quotidien': [fundamentals, onlineServices],
  'Insertion professionnelle via le numérique': [
    'preparer-sa-candidature--organiser-ses-demarches-de-recherche-demploi',
    fundamentals,
  ],
  'Loisirs et créations numériques': ['remobilisation--activites-sportives-et-culturelles', fundamentals],
  'Parentalité et éducation avec le numérique': [
    'famille--soutien-a-la-parentalite-et-a-leducation',
    fundamentals,
  ],
}

/** `publics_specifiquement_adresses` → `publics`; nobody in particular is `tous-publics`. */
export const publicsOf: Readonly<Record<WordOf<'publics_specifiquement_adresses'>, string>> = {
  Étudiants: 'etudiants',
  'Familles et/ou enfants': 'familles',
  Femmes: 'femmes',
  Jeunes: 'jeunes',
  Seniors: 'seniors',
}

/** `prise_en_charge_specifique` → `publics`; « Illettrisme » has no word there. */
export const careOf: Readonly<Record<WordOf<'prise_en_charge_specifique'>, string | null>> = {
  Surdité: 'personnes-en-situation-de-handicap',
  'Handicaps moteurs': 'personnes-en-situation-de-handicap',
  'Handicaps mentaux': 'personnes-en-situation-de-handicap',
  'Déficience visuelle': 'personnes-en-situation-de-handicap',
  Illettrisme: null,
  'Langues étrangères (anglais)': 'personnes-exilees',
  'Langues étrangères (autres)': 'personnes-exilees',
}

/** `modalites_acces` → `modes_mobilisation`; a place that welcomes nobody has none. */
export const mobilisationOf: Readonly<Record<WordOf<'modalites_acces'>, string | null>> = {
  'Se présenter': 'se-presenter',
  Téléphoner: 'telephoner',
  'Contacter par mail': 'envoyer-un-courriel',
  'Envoyer un mail avec une fiche de prescription': 'envoyer-un-courriel',
  'Prendre un RDV en ligne': 'utiliser-lien-mobilisation',
  "Ce lieu n'accueille pas de public": null,
}

/** `modalites_accompagnement` → `type`; « À distance » is a way to be welcomed, not a type. */
export const typeOf: Readonly<Record<WordOf<'modalites_accompagnement'>, string | null>> = {
  'Accompagnement individuel': 'accompagnement',
  'Dans un atelier collectif': 'atelier',
  'En autonomie': 'aide-materielle',
  'À distance': null,
}

/** `frais_a_charge` → `frais`. */
export const feesOf: Readonly<Record<WordOf<'frais_a_charge'>, string>> = {
  Gratuit: 'gratuit',
  'Gratuit sous condition': 'gratuit',
  Payant: 'payant',
}

/** `zone_eligibilite`: the code of the département, three signs overseas, `2A` or `2B` in Corsica. */
export function departementOf(place: { inseeCode: string | null; postalCode: string }): string {
  const code = place.inseeCode ?? place.postalCode
  if (/^9[78]/.test(code)) return code.slice(0, 3)
  // A postal code alone tells Ajaccio (200, 201) from Bastia (202, 206).
  if (/^20/.test(code)) return code < '20200' ? '2A' : '2B'
  return code.slice(0, 2)
}
