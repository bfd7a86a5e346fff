import { standards } from '#modules/network/index.ts'
import type { Work } from '#platform/work/index.ts'
import { type OfferedActivity, readOffered } from './db/open-data.ts'
import type { NeedCode } from './domain/activity.ts'
import { otherPublics, thematicsOfNeed, thematicsOfTheme, typeOfFormat } from './domain/open-data.ts'
import { offeredBy, type PublishedPlace, publishPlaces } from './open-data-places.ts'

/** A *service* of data·inclusion v1: an activity as a centre offers it. */
export interface Service extends standards.Address {
  source: string
  structure_id: string
  id: string
  nom: string
  description: string
  date_maj: string
  type: string | null
  thematiques: string[]
  frais: string | null
  publics: string[]
  modes_accueil: ['en-presentiel']
  zone_eligibilite: string[]
  volume_horaire_hebdomadaire: number | null
  nombre_semaines: number | null
  modes_mobilisation: string[]
  mobilisable_par: ['usagers', 'professionnels']
  lien_mobilisation: string
  lien_source: string
  telephone: string | null
}

const unique = (words: readonly string[]) => [...new Set(words)]

/** What a cell of the standard, whose words are separated by `|`, becomes in data·inclusion. */
const mapped = (table: Readonly<Record<string, string | null>>, cell: string): string[] =>
  unique(
    cell
      .split('|')
      .map((word) => table[word] ?? null)
      .filter((word) => word !== null),
  )

/** Nearer words first; where there are none, those the official mapping gives for the standard’s. */
function thematics(activity: OfferedActivity): string[] {
  const own =
    activity.needs.length > 0
      ? activity.needs.flatMap((need) => thematicsOfNeed[need as NeedCode] ?? [])
      : (thematicsOfTheme[activity.theme] ?? [])
  // A need with words of its own does not go through the standard's: it would say « look for a job ».
  const others = activity.needs.filter((need) => thematicsOfNeed[need as NeedCode] === undefined)
  const throughStandard =
    others.length > 0 || own.length === 0 ? offeredBy({ ...activity, needs: others }).services : []
  return unique([...own, ...throughStandard.flatMap((service) => standards.thematicsOf[service])])
}

function publics(activity: OfferedActivity): string[] {
  const { publics: groups, care } = offeredBy(activity)
  const own = [
    ...groups.map((group) => standards.publicsOf[group]),
    ...[otherPublics[activity.audience]].filter((word) => word !== undefined),
  ]
  const cared = care.map((word) => standards.careOf[word]).filter((word) => word !== null)
  // Speaking Arabic does not keep a session for those who do: everybody stays everybody.
  return unique([...(own.length > 0 ? own : ['tous-publics']), ...cared])
}

/** Where one signs up: the search, near the place, for what the activity answers. */
function signUpAt(publicUrl: string, postalCode: string, activity: OfferedActivity): string {
  const address = new URL(`${publicUrl}/sessions`)
  address.searchParams.set('near', postalCode)
  const [need] = activity.needs
  address.searchParams.set(need ? 'need' : 'theme', need ?? activity.theme)
  return address.href
}

/**
 * One activity of a centre as a service of its site.
 *
 * @param held the places it is held at, the site first when it is one of them
 */
function serviceOf(
  site: PublishedPlace,
  held: readonly { activity: OfferedActivity; at: PublishedPlace }[],
  publicUrl: string,
): Service | null {
  const [first] = held
  if (!first) return null
  const { at } = first
  const activity = {
    ...first.activity,
    languages: unique(held.flatMap((one) => one.activity.languages)),
  }
  const source = standards.sourceOf(publicUrl)
  const { title, summary, description } = activity.texts.fr
  const link = signUpAt(publicUrl, at.written.code_postal, activity)
  const [way] = offeredBy(activity).ways
  const changed = held
    .map((one) => one.activity.changedAt)
    .reduce((a, b) => (Temporal.Instant.compare(a, b) > 0 ? a : b))
  const isCourse = activity.dates !== null
  return {
    source,
    structure_id: standards.idOf(source, site.written.id),
    id: standards.idOf(source, `${site.written.id}:${activity.slug}`),
    nom: standards.fittingName(title),
    description: [summary, description].filter(Boolean).join('\n\n').slice(0, 10_000).padEnd(5, ' –'),
    date_maj: changed.toZonedDateTimeISO(site.place.timeZone).toPlainDate().toString(),
    ...standards.addressOf(at.written),
    type: typeOfFormat[activity.format] ?? (way ? standards.typeOf[way] : null),
    thematiques: thematics(activity),
    frais: mapped(standards.feesOf, at.written.frais_a_charge)[0] ?? null,
    publics: publics(activity),
    modes_accueil: ['en-presentiel'],
    zone_eligibilite: [standards.departementOf(at.place)],
    volume_horaire_hebdomadaire: isCourse ? activity.minutes / 60 : null,
    nombre_semaines: activity.dates,
    modes_mobilisation: mapped(standards.mobilisationOf, at.written.modalites_acces),
    mobilisable_par: ['usagers', 'professionnels'],
    lien_mobilisation: link,
    lien_source: link,
    telephone: site.written.telephone || null,
  }
}

/** The sites of the network as structures of data·inclusion v1: one a site. */
export async function publishStructures(
  work: Work<'network' | 'programme'>,
  publicUrl: string,
): Promise<standards.Structure[]> {
  const places = await publishPlaces(work, 'ours', publicUrl)
  const source = standards.sourceOf(publicUrl)
  return places
    .filter(({ place }) => place.kind === 'site')
    .map(({ place, written }) => standards.structureOf(written, source, `${publicUrl}/places/${place.id}`))
}

/** What the centres offer as services of data·inclusion v1: one an activity and a centre, attached to its site. */
export async function publishServices(
  work: Work<'network' | 'programme'>,
  publicUrl: string,
): Promise<Service[]> {
  const places = await publishPlaces(work, 'ours', publicUrl)
  const placeOf = new Map(places.map((published) => [published.place.id, published]))
  const siteOf = new Map(
    places
      .filter(({ place }) => place.kind === 'site')
      .toReversed()
      .map((published) => [published.place.centreId, published]),
  )
  const offered = Map.groupBy(await readOffered(work), ({ centreId, slug }) => `${centreId} ${slug}`)
  return [...offered.values()].flatMap((activities) => {
    const site = siteOf.get(activities[0]?.centreId ?? null)
    if (!site) return []
    const held = activities
      .flatMap((activity) => {
        const at = placeOf.get(activity.placeId)
        return at ? [{ activity, at }] : []
      })
      .toSorted((a, b) => Number(b.at === site) - Number(a.at === site))
    const service = serviceOf(site, held, publicUrl)
    return service ? [service] : []
  })
}
