import { areHours } from './opening-hours.ts'
import type { WrittenPlace } from './places-standard-write.ts'

/** Who says it, as data·inclusion writes it: `maillage-example` for `https://maillage.example`. */
export const sourceOf = (publicUrl: string): string =>
  new URL(publicUrl).hostname.toLowerCase().replace(/[^a-z0-9]+/g, '-')

/** Identifiers there are the source’s name and ours. */
export const idOf = (source: string, local: string): string => `${source}--${local}`

/** Where a structure or a service is, in data·inclusion v1. */
export interface Address {
  commune: string
  code_postal: string
  code_insee: string | null
  adresse: string
  complement_adresse: string | null
  latitude: number | null
  longitude: number | null
}

/** A *structure* of data·inclusion v1. */
export interface Structure extends Address {
  source: string
  id: string
  nom: string
  date_maj: string
  siret: string | null
  telephone: string | null
  courriel: string | null
  site_web: string | null
  description: string | null
  horaires_accueil: string | null
  accessibilite_lieu: string | null
  lien_source: string | null
  reseaux_porteurs: string[]
}

const orNull = (text: string): string | null => (text === '' ? null : text)

/** The first address of the web in a text, as a whole and valid one; null when there is none. */
function webAddress(text: string): string | null {
  const found = text.split('|').find((url) => /^https?:\/\//.test(url) && URL.canParse(url))
  const whole = found ? new URL(found).href : ''
  return whole !== '' && whole.length <= 2083 ? whole : null
}

/** A name the schema takes: 3 to 150 signs, no full stop at its end. */
export const fittingName = (text: string): string =>
  text.slice(0, 150).trim().replace(/\.+$/, '').padEnd(3, ' –')

/** `dispositif_programmes_nationaux` → `reseaux_porteurs`, where data·inclusion knows the network. */
const networks: Readonly<Record<string, string>> = {
  'Aidants Connect': 'aidants-connect',
  'Conseillers numériques': 'conseillers-numeriques',
  'Emmaüs Connect': 'emmaus',
  'France Services': 'france-service',
  'Grande école du numérique': 'grandes-ecoles-du-numerique',
  'La Croix Rouge': 'croix-rouge',
  'Relais numérique (Emmaüs Connect)': 'emmaus',
}

/** Where a place of the standard is. */
export const addressOf = (place: WrittenPlace): Address => ({
  commune: place.commune,
  code_postal: place.code_postal,
  code_insee: orNull(place.code_insee),
  adresse: place.adresse,
  complement_adresse: orNull(place.complement_adresse),
  latitude: place.latitude,
  longitude: place.longitude,
})

/**
 * A place of the standard as a structure of data·inclusion v1. What the standard leaves empty is null.
 *
 * @param link page of the place with us
 */
export function structureOf(place: WrittenPlace, source: string, link: string): Structure {
  const description = place.presentation_detail || place.presentation_resume
  return {
    source,
    id: idOf(source, place.id),
    nom: fittingName(place.nom),
    date_maj: place.date_maj,
    ...addressOf(place),
    siret: /^\d{14}$/.test(place.pivot) && !/^0+$/.test(place.pivot) ? place.pivot : null,
    telephone: orNull(place.telephone),
    courriel: place.courriels.split('|').find((mail) => /^[\w.+-]+@[\w-]+(\.[\w-]+)+$/.test(mail)) ?? null,
    site_web: webAddress(place.site_web),
    description: description.length >= 5 ? description.slice(0, 10_000) : null,
    horaires_accueil: areHours(place.horaires) ? orNull(place.horaires) : null,
    accessibilite_lieu: webAddress(place.fiche_acces_libre),
    lien_source: link,
    reseaux_porteurs: [
      ...new Set(
        place.dispositif_programmes_nationaux
          .split('|')
          .map((name) => networks[name])
          .filter((name) => name !== undefined),
      ),
    ],
  }
}
