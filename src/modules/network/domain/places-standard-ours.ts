import { datedHours } from './opening-hours.ts'
import type { StandardFields, WordOf } from './places-standard.ts'

/** What is offered at a place, in the words of the standard. */
export interface Offered {
  services: readonly WordOf<'services'>[]
  publics: readonly WordOf<'publics_specifiquement_adresses'>[]
  care: readonly WordOf<'prise_en_charge_specifique'>[]
  ways: readonly WordOf<'modalites_accompagnement'>[]
}

/** A place as this module knows it: what the standard’s columns are filled from. */
export interface KnownPlace {
  id: number
  kind: 'site' | 'partner' | 'stop' | 'listed'
  centreName: string | null
  externalId: string
  name: string
  address: string
  city: string
  postalCode: string
  inseeCode: string | null
  howToCome: { fr?: string }
  openingHours: string | null
  phone: string | null
  standard: StandardFields
  updatedOn: Temporal.PlainDate
  windows: readonly { start: Temporal.ZonedDateTime; end: Temporal.ZonedDateTime }[]
}

/** The kinds of our places in the standard’s list. `ODC` there is a delegate of a département, none of ours. */
const typologies: Readonly<Record<KnownPlace['kind'], string[]>> = {
  site: ['EPN', 'TIERS_LIEUX'],
  stop: ['ENM'],
  partner: [],
  listed: [],
}

const orElse = <T extends string | readonly string[]>(value: T, other: T | undefined): T | undefined =>
  value.length > 0 ? value : other

/**
 * A place in the columns of the standard. One that is only listed is passed on as its file said it; of ours, what we
 * know comes first and what a file said fills the rest.
 *
 * @param publicUrl address of the house, without a slash at its end
 */
export function fieldsOf(place: KnownPlace, offered: Offered, publicUrl: string): StandardFields {
  const { standard } = place
  // Codes are written as they were understood: « 20 000 » and « 2a004 » came in as 20000 and 2A004.
  const codes = { id: place.externalId, code_postal: place.postalCode, code_insee: place.inseeCode ?? '' }
  if (place.kind === 'listed') return { ...standard, ...codes }
  const isStop = place.kind === 'stop'
  const lists = (value: readonly string[], said: string | string[] | undefined) =>
    orElse([...value], said === undefined ? undefined : [said].flat()) ?? []
  return {
    ...standard,
    ...codes,
    nom: place.name,
    commune: place.city,
    // A square has no number; the name of the place is then the way to it.
    adresse: orElse(String(standard.adresse ?? place.address), place.name) ?? '',
    typologie: lists(typologies[place.kind], standard.typologie),
    telephone: place.phone ?? '',
    site_web: standard.site_web ?? [`${publicUrl}/places/${place.id}`],
    horaires: datedHours(place.windows) || (isStop ? '' : (place.openingHours ?? '')),
    presentation_detail: orElse(place.howToCome.fr ?? '', String(standard.presentation_detail ?? '')) ?? '',
    source: new URL(publicUrl).hostname,
    itinerance: [isStop ? 'Itinérant' : 'Fixe'],
    structure_parente: place.centreName ?? '',
    date_maj: place.updatedOn.toString(),
    services: lists(offered.services, standard.services),
    publics_specifiquement_adresses: lists(offered.publics, standard.publics_specifiquement_adresses),
    prise_en_charge_specifique: lists(offered.care, standard.prise_en_charge_specifique),
    frais_a_charge: ['Gratuit'],
    modalites_acces: ['Se présenter', ...(place.phone ? ['Téléphoner'] : []), 'Prendre un RDV en ligne'],
    modalites_accompagnement: lists(offered.ways, standard.modalites_accompagnement),
    prise_rdv: `${publicUrl}/places/${place.id}`,
  }
}
