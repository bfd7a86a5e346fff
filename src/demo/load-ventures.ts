import { type FounderFixture, founders } from '#fixtures/ventures.ts'
import type { centres } from '#fixtures/world.ts'
import { parseContact, sealContact } from '#modules/people/index.ts'
import {
  becomeFounder,
  type FounderProfile,
  readFounder,
  readFounders,
  sayMilestone,
  standFounder,
} from '#modules/ventures/index.ts'
import type { House } from '#platform/house.ts'
import type { Work } from '#platform/work/index.ts'
import { numberOf } from './coordinator-of.ts'
import { loadClinics } from './load-clinics.ts'
import { loadCohorts } from './load-cohorts.ts'

type Centre = (typeof centres)[number]

/** Founders of a centre, what they have reached, and those who are on their own now. Once. */
export async function loadVentures(house: House, centre: Centre): Promise<void> {
  const ours = founders.filter(({ centre: slug }) => slug === centre.slug)
  if (ours.length === 0) return
  const id = await numberOf(house, centre.slug)
  if ((await house.inWork({ kind: 'system', centre: id }, readFounders)).length > 0) return
  for (const [at, founder] of ours.entries())
    await house.inWork({ kind: 'resident', centre: id }, (work) => load(house, work, id, founder, at))
  await loadClinics(house, centre)
  await loadCohorts(house, centre)
}

async function load(
  house: House,
  work: Work,
  centre: number,
  fixture: FounderFixture,
  at: number,
): Promise<void> {
  const contact = parseContact({ phone: fixture.phone })
  if (!contact.ok) throw new Error(`the demo’s ${fixture.name} has no phone that reads`)
  // Their links left long ago; those of the first three are among the messages one may look at.
  const told = at < 3 ? {} : { enqueue: () => {} }
  const before = (days: number): Work => ({ ...work, ...told, now: work.now.subtract({ hours: 24 * days }) })
  const reached = fixture.reached ?? []
  const { name, language, status } = fixture
  const began = await becomeFounder(
    before(Math.max(10 + at, ...reached.map(([, days]) => days + 30))),
    house.seal,
    {
      centre,
      name,
      language,
      contact: sealContact(house.seal, contact.value),
      profile: {
        ...fixture,
        childcare: !!fixture.childcare,
        wishesWomanMentor: !!fixture.wishesWomanMentor,
      } as FounderProfile,
    },
  )
  const founder = await readFounder(work, began.value)
  if (!founder) throw new Error(`the demo’s ${name} is not there`)
  for (const [kind, days, about] of [...reached].sort(([a], [b]) => order(a) - order(b))) {
    const then = before(days)
    const today = then.now.toZonedDateTimeISO('UTC').toPlainDate()
    const said = await sayMilestone(
      then,
      founder,
      {
        kind: kind as Parameters<typeof sayMilestone>[2]['kind'],
        on: today,
        town: typeof about === 'string' ? about : '',
        jobs: typeof about === 'number' ? about : null,
      },
      today,
    )
    if (!said.ok) throw new Error(`the demo’s ${name}: ${said.refusal}`)
  }
  if (status) await standFounder(before(at), founder, status)
}

/** Nobody is hired without a firm: the firm is said first. */
const order = (kind: string) => (kind === 'hired' ? 1 : 0)
