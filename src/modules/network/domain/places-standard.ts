/**
 * The columns of the national places standard (LaMednum, standard-mediation-num 1.0.2), in its order. All are kept;
 * those that other files still carry from version 0 are read under their present names.
 */
export const columns = [
  'id',
  'pivot',
  'nom',
  'commune',
  'code_postal',
  'code_insee',
  'adresse',
  'complement_adresse',
  'latitude',
  'longitude',
  'typologie',
  'telephone',
  'courriels',
  'site_web',
  'horaires',
  'presentation_resume',
  'presentation_detail',
  'source',
  'itinerance',
  'structure_parente',
  'date_maj',
  'services',
  'publics_specifiquement_adresses',
  'prise_en_charge_specifique',
  'frais_a_charge',
  'dispositif_programmes_nationaux',
  'formations_labels',
  'autres_formations_labels',
  'modalites_acces',
  'modalites_accompagnement',
  'fiche_acces_libre',
  'prise_rdv',
] as const
export type Column = (typeof columns)[number]

/** Columns of version 0, and the ones that took their place. */
export const formerColumns: Readonly<Record<string, Column>> = {
  courriel: 'courriels',
  conditions_acces: 'frais_a_charge',
  publics_accueillis: 'publics_specifiquement_adresses',
  modalites_access: 'modalites_acces',
}

/** Without these a row is no place. The standard also requires `pivot`, which peers write `00000000000000` when unknown. */
export const requiredColumns = ['id', 'nom', 'commune', 'code_postal', 'adresse', 'date_maj'] as const

/** What is written where a SIRET or RNA number is required and none is known. */
export const unknownPivot = '00000000000000'

/** The only words the standard knows in some columns, as its schema spells them. */
export const vocabularies = {
  itinerance: ['Itinérant', 'Fixe'],
  services: [
    'Aide aux démarches administratives',
    'Maîtrise des outils numériques du quotidien',
    'Insertion professionnelle via le numérique',
    'Utilisation sécurisée du numérique',
    'Parentalité et éducation avec le numérique',
    'Loisirs et créations numériques',
    'Compréhension du monde numérique',
    'Accès internet et matériel informatique',
    'Acquisition de matériel informatique à prix solidaire',
  ],
  publics_specifiquement_adresses: ['Jeunes', 'Étudiants', 'Familles et/ou enfants', 'Seniors', 'Femmes'],
  prise_en_charge_specifique: [
    'Surdité',
    'Handicaps moteurs',
    'Handicaps mentaux',
    'Illettrisme',
    'Langues étrangères (anglais)',
    'Langues étrangères (autres)',
    'Déficience visuelle',
  ],
  frais_a_charge: ['Gratuit', 'Gratuit sous condition', 'Payant'],
  dispositif_programmes_nationaux: [
    'Aidants Connect',
    'Bibliothèques numérique de référence',
    'Certification PIX',
    'Conseillers numériques',
    'Emmaüs Connect',
    'France Services',
    'Grande école du numérique',
    'La Croix Rouge',
    "Point d'accès numérique CAF",
    'Promeneurs du net',
    'Relais numérique (Emmaüs Connect)',
  ],
  formations_labels: [
    'Formé à « Mon Espace Santé »',
    'Formé à « DUPLEX » (illettrisme)',
    'Arnia/MedNum BFC (Bourgogne-Franche-Comté)',
    'Collectif ressources et acteurs réemploi (Normandie)',
    'Étapes numériques(La Poste)',
    'Fabriques de Territoire',
    'Les Éclaireurs du numérique (Drôme)',
    'Mes Papiers (Métropole de Lyon)',
    'ORDI 3.0',
    'SUD LABS (PACA)',
  ],
  modalites_acces: [
    'Se présenter',
    'Téléphoner',
    'Contacter par mail',
    'Prendre un RDV en ligne',
    "Ce lieu n'accueille pas de public",
    'Envoyer un mail avec une fiche de prescription',
  ],
  modalites_accompagnement: [
    'En autonomie',
    'Accompagnement individuel',
    'Dans un atelier collectif',
    'À distance',
  ],
} as const satisfies Partial<Record<Column, readonly string[]>>
export type Chosen = keyof typeof vocabularies
/** One word of the standard in one of its columns. */
export type WordOf<C extends Chosen> = (typeof vocabularies)[C][number]

/** Columns of several values that are no fixed vocabulary. */
const freeLists: ReadonlySet<string> = new Set([
  'typologie',
  'courriels',
  'site_web',
  'autres_formations_labels',
] satisfies Column[])

/** Whether the words of a column are chosen among those of the standard. */
export const isChosen = (column: string): column is Chosen => Object.hasOwn(vocabularies, column)

/** Whether a column holds several values. */
export const isList = (column: string): boolean => isChosen(column) || freeLists.has(column)

/** What people write differently in one word of the standard: case, apostrophes, spaces. */
const wordKey = (text: string) => text.replace(/[’‘ʼ]/g, "'").replace(/\s+/gu, '').toLowerCase()

const officialWords = new Map(
  Object.entries(vocabularies).map(([column, words]) => [
    column,
    new Map(words.map((word) => [wordKey(word), word as string])),
  ]),
)

/** A word as the standard spells it, whatever the apostrophe, case and spaces; undefined when it is none of its words. */
export const officialWord = (column: Chosen, text: string): string | undefined =>
  officialWords.get(column)?.get(wordKey(text))

/** The text of a cell as it is kept and written: one form of each sign, `\n` between lines, nothing around. */
export const cellText = (text: string): string =>
  text.normalize('NFC').replace(/\r\n?/g, '\n').replaceAll('\0', '').trim()

/** Values of a cell: the schema separates them by `|`, its README by `;`. In an address of the web `;` may be a letter. */
export const cellValues = (column: Column, text: string): string[] =>
  text
    .split(column === 'site_web' ? /\||;(?=\s*https?:)/ : /[|;]/)
    .map((value) => value.trim())
    .filter((value) => value !== '')

/** What a place said of itself in the standard's columns; several values as lists. */
export type StandardFields = Partial<Record<Column, string | string[]>>

/** A row of a file by its column names, every cell as text. */
export type StandardRow = Partial<Record<string, string>>

/** What is wrong or odd in a row: in which column, and why. */
export interface Remark {
  column: string
  reason: string
}
