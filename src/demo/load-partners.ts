import { partners, proposals } from '#fixtures/organisations.ts'
import { type CentreSlug, phoneAt } from '#fixtures/world.ts'
import { nomadic } from '#modules/network/index.ts'
import { sealContact } from '#modules/people/index.ts'
import type { House } from '#platform/house.ts'
import type { Seal } from '#platform/seal/index.ts'
import type { Work } from '#platform/work/index.ts'
import { activitiesHere } from './activities-here.ts'
import { memberRow } from './member-row.ts'

interface Here {
  centre: number
  slug: CentreSlug
  today: Temporal.PlainDate
  timeZone: string
  /** The centre’s own place. */
  home: number
}

/** Writes who signs in for the association of a centre, and what it proposes. After the organisations. */
export async function loadPartners(work: Work, seal: Seal, here: Here): Promise<void> {
  const mine = partners.filter(({ centre }) => centre === here.slug)
  const association = await work.tx
    .selectFrom('network.organisations')
    .select('id')
    .where('centre_id', '=', here.centre)
    .where('kind', '=', 'association')
    .orderBy('id')
    .executeTakeFirst()
  if (mine.length === 0 || !association) return
  await work.tx
    .updateTable('network.organisations')
    .set({ may_register: true })
    .where('id', '=', association.id)
    .execute()
  const rows = await work.tx
    .insertInto('access.members')
    .values(
      mine.map((partner) => ({
        ...memberRow(seal, { ...partner, from: 'association', role: 'facilitator' }, here.centre, work.now),
        role: 'partner',
        organisation_id: association.id,
      })),
    )
    .returning('id')
    .execute()
  await loadProposals(work, here, { organisation: association.id, by: rows[0]?.id ?? 0 })
}

async function loadProposals(
  work: Work,
  { centre, slug, today, timeZone, home }: Here,
  { organisation, by }: { organisation: number; by: number },
): Promise<void> {
  const activities = await activitiesHere(work)
  const rows = proposals
    .filter((proposal) => proposal.centre === slug)
    .map((proposal) => {
      const at = today.add({ days: proposal.inDays }).toZonedDateTime({ timeZone, plainTime: proposal.hour })
      const isNew = proposal.status === 'new'
      return {
        centre_id: centre,
        organisation_id: organisation,
        proposed_by: by,
        kind: 'session',
        activity_id: activities.get(proposal.activity)?.id ?? 0,
        place_id: proposal.elsewhere ? null : home,
        elsewhere: proposal.elsewhere,
        wishes: [at.toInstant(), at.add({ days: 1 }).toInstant()],
        note: proposal.note,
        status: proposal.status,
        answer: proposal.answer,
        rather_at: proposal.status === 'other-date' ? at.add({ days: 7 }).toInstant() : null,
        revision: isNew ? 0 : 1,
        created_at: work.now,
        answered_at: isNew ? null : work.now,
      }
    })
  if (rows.length > 0) await work.tx.insertInto('planning.proposals').values(rows).execute()
}

/** How many wait for the nomadic team in a town where it stops. */
const waiting = 5

/** Writes who waits for the nomadic team in each town of a centre where it stops. */
export async function loadSubscriptions(house: House, centre: number): Promise<void> {
  await house.inWork({ kind: 'resident', centre }, async (work) => {
    const towns = await work.tx
      .selectFrom('network.places')
      .select(['insee_code', 'city'])
      .where('centre_id', '=', centre)
      .where('kind', '=', 'stop')
      .orderBy('id')
      .execute()
    for (const [rank, { insee_code: inseeCode, city: town }] of towns.entries())
      for (let i = 0; inseeCode !== null && i < waiting - rank; i++)
        await nomadic.subscribe(work, house.seal, {
          inseeCode,
          town,
          askedBy: i === 0 ? 'town' : 'resident',
          contact: sealContact(house.seal, {
            kind: 'phone',
            canonical: phoneAt(9000 + centre * 20 + rank * 5 + i),
          }),
          language: i === 3 ? 'ar' : 'fr',
        })
  })
}
