import { joinOpenings, type Opening, type WeekDay, weekHours } from './opening-hours.ts'
import type { Remark, StandardRow } from './places-standard.ts'

/** The columns of the list of France services the mapping reads; the file has 24. */
export const franceServicesColumns = [
  'id_fs',
  'insee_dep',
  'lib_fs',
  'adresse',
  'complement_adresse',
  'insee_com',
  'code_postal',
  'lib_com',
  'latitude',
  'longitude',
  'mail',
  'telephone',
  'h_lundi',
  'h_mardi',
  'h_mercredi',
  'h_jeudi',
  'h_vendredi',
  'h_samedi',
  'prise_rdv',
  'commentaire',
  'type_fs',
  'format_fs',
  'groupe_fs',
  'labellisation_fs',
] as const

/** Without these a file is not the list of France services. */
export const franceServicesNeeds = ['id_fs', 'lib_fs', 'lib_com', 'code_postal', 'adresse'] as const

const days: readonly (readonly [column: string, day: WeekDay])[] = [
  ['h_lundi', 'Mo'],
  ['h_mardi', 'Tu'],
  ['h_mercredi', 'We'],
  ['h_jeudi', 'Th'],
  ['h_vendredi', 'Fr'],
  ['h_samedi', 'Sa'],
]

/** `format_fs`, and what the standard calls it. Buses and « itinérantes » move; a place with annexes does not. */
const moving: Readonly<Record<string, 'Itinérant' | 'Fixe'>> = {
  Fixe: 'Fixe',
  'Fixe_antenne(s)': 'Fixe',
  Multisites: 'Fixe',
  Itinérante: 'Itinérant',
  Bus_équivalent: 'Itinérant',
}

/** What every France services place does, in the standard’s words (mapping of `mednum-cli`, france-services.config.json). */
const services = [
  'Aide aux démarches administratives',
  'Insertion professionnelle via le numérique',
  'Maîtrise des outils numériques du quotidien',
  'Compréhension du monde numérique',
].join('|')

/**
 * The hours of one day, from `09:00 - 12:00 / 14:00 - 16:30`; `00:00 - 00:00` means closed. Undefined when a part is no
 * hours. Parts that overlap, as where the hours of several annexes were added up, become one.
 */
export function dayOpenings(text: string): Opening[] | undefined {
  const openings: Opening[] = []
  for (const part of text.split('/').map((piece) => piece.trim())) {
    if (part === '') continue
    const [, from = '', to = ''] = /^(\d{2}:[0-5]\d)\s*-\s*(\d{2}:[0-5]\d)$/.exec(part) ?? []
    if (from === '00:00' && to === '00:00') continue
    if (from === '' || from >= to || to > '24:00') return undefined
    openings.push({ from, to })
  }
  return joinOpenings(openings)
}

/** `Espace labellisé 01/09/2020` as `2020-09-01`; empty when it has no day. */
const labelledOn = (text: string): string => {
  const [, day, month, year] = /(\d{2})\/(\d{2})\/(\d{4})/.exec(text) ?? []
  return year ? `${year}-${month}-${day}` : ''
}

/** A row of the list of France services as a row of the places standard, and what could not be said in it. */
export function standardRowOf(row: StandardRow): { row: StandardRow; remarks: Remark[] } {
  const cell = (column: (typeof franceServicesColumns)[number]) => (row[column] ?? '').trim()
  const remarks: Remark[] = []
  const week: Partial<Record<WeekDay, Opening[]>> = {}
  for (const [column, day] of days) {
    const openings = dayOpenings(row[column] ?? '')
    if (openings) week[day] = openings
    else remarks.push({ column, reason: `« ${row[column]?.trim()} » is no opening hours: left out` })
  }
  const format = cell('format_fs')
  if (format !== '' && moving[format] === undefined)
    remarks.push({ column: 'format_fs', reason: `« ${format} » is unknown: whether it moves is not said` })
  const byAppointment = cell('prise_rdv') === 'Oui'
  const ways = byAppointment
    ? [cell('telephone') && 'Téléphoner', cell('mail') && 'Contacter par mail'].filter(Boolean)
    : []
  return {
    remarks,
    row: {
      id: cell('id_fs') && `france-services-${cell('id_fs')}`,
      pivot: '00000000000000',
      nom: cell('lib_fs'),
      commune: cell('lib_com'),
      code_postal: cell('code_postal'),
      code_insee: cell('insee_com'),
      adresse: cell('adresse'),
      complement_adresse: cell('complement_adresse'),
      latitude: cell('latitude'),
      longitude: cell('longitude'),
      typologie: 'RFS',
      telephone: cell('telephone'),
      courriels: cell('mail'),
      horaires: weekHours(week),
      presentation_detail: cell('commentaire'),
      source: 'France Services (ANCT)',
      itinerance: moving[format] ?? '',
      structure_parente: cell('groupe_fs'),
      date_maj: labelledOn(cell('labellisation_fs')),
      services,
      frais_a_charge: 'Gratuit',
      dispositif_programmes_nationaux: 'France Services',
      modalites_acces: ways.length > 0 ? ways.join('|') : 'Se présenter',
    },
  }
}
