import { type InviteRefusal, inviteMember, record } from '#modules/access/index.ts'
import { nameKey, type SealedContact } from '#modules/people/index.ts'
import type { Language } from '#platform/i18n/index.ts'
import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import { readHomes } from './db/kit.ts'
import { insertCentre, insertRoom, insertSite } from './db/open-centre.ts'
import type { CentreForm, RoomForm } from './domain/centre-form.ts'
import { searchKey } from './domain/search-key.ts'
import { timeZoneOf } from './domain/time-zone.ts'

type Schemas = 'network' | 'access'

/** A centre to open, its phone as E.164, and the contact of its first coordinator. */
export type OpenCentre = Omit<CentreForm, 'contact'> & { contact: SealedContact; language: Language }

/**
 * Opens a centre: its site, in the zone of its postal code, a first room so that sessions can be planned at once, and a
 * coordinator who signs in with her contact. All of it, or nothing.
 */
export async function openCentre(
  work: Work<Schemas>,
  command: OpenCentre,
): Promise<Result<{ centre: number }, { refusal: 'name-taken' | 'not-yours' } | InviteRefusal>> {
  if (work.actor.kind !== 'member' || work.actor.role !== 'network-manager')
    return refuse({ refusal: 'not-yours' })
  const slug = nameKey(command.name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
  const timeZone = timeZoneOf(command.postalCode)
  const centre = slug.length < 2 ? null : await insertCentre(work, { ...command, slug, timeZone })
  if (centre === null) return refuse({ refusal: 'name-taken' })
  const place = await insertSite(work, {
    ...command,
    centre,
    externalId: `site-${slug}`,
    name: command.place,
    timeZone,
    searchKey: searchKey(command.place),
  })
  await insertRoom(work, { centre, place, name: 'Salle d’atelier', kind: 'workshop', capacity: 12 })
  const invited = await inviteMember(
    { ...work, actor: { ...work.actor, centre } },
    { name: command.coordinator, role: 'coordinator', contact: command.contact, language: command.language },
  )
  if (!invited.ok) return invited
  await record(work, 'centre.open', `centre:${centre}`)
  return done({ centre })
}

/** Adds a room to a place of the actor’s centre. */
export async function addRoom(
  work: Work<Schemas>,
  command: RoomForm,
): Promise<Result<{ room: number }, { refusal: 'place-unknown' | 'name-taken' }>> {
  const centre = 'centre' in work.actor ? work.actor.centre : null
  const homes = centre === null ? [] : await readHomes(work, centre)
  if (centre === null || !homes.some(({ id }) => id === command.place))
    return refuse({ refusal: 'place-unknown' })
  const room = await insertRoom(work, { ...command, centre })
  if (room === null) return refuse({ refusal: 'name-taken' })
  await record(work, 'room.add', `space:${room}`)
  return done({ room })
}
