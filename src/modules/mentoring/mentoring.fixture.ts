import { randomBytes } from 'node:crypto'
import { parseContact, sealContact } from '#modules/people/index.ts'
import { hashOf, newToken } from '#platform/seal/index.ts'
import type { TestHouse } from '#platform/testing/house.ts'
import { decideMentor } from './change-mentor.ts'
import { readMentor } from './db/mentors.ts'
import { insertAsk } from './db/wanting.ts'
import type { MentorProfile } from './domain/profile.ts'
import { offerToMentor } from './offer-to-mentor.ts'

export const aProfile: MentorProfile = {
  helps: ['money', 'customers'],
  sectors: ['food'],
  worksIn: null,
  avoidsRivals: false,
  avoidsSectors: [],
  languages: ['fr'],
  weekly: ['2-morning', '4-afternoon'],
  capacity: 1,
  saysWoman: false,
}

/** What a test says of a founder; the rest is ordinary. */
export interface SomeFounder {
  name?: string
  needs?: string[]
  wishesWoman?: boolean
  asks?: boolean
}

/** People of one centre, made as a test needs them. */
export function peopleOf(there: TestHouse, centre: number, coordinator: number) {
  const { house, owner } = there
  const resident = { kind: 'resident', centre } as const
  const nadia = { kind: 'member', member: coordinator, role: 'coordinator', centre, name: 'Nadia' } as const
  const contactOf = (phone: string) => {
    const contact = parseContact({ phone })
    if (!contact.ok) throw new Error(phone)
    return sealContact(house.seal, contact.value)
  }
  let next = 10
  const phone = () => `06 39 98 01 ${next++}`
  return {
    resident,
    nadia,
    contactOf,
    /** A mentor who was welcomed, unless told otherwise. */
    async mentor(
      profile: Partial<MentorProfile> = {},
      { name = 'Farid', welcomed = true } = {},
    ): Promise<number> {
      const offered = await house.inWork(resident, (work) =>
        offerToMentor(work, house.seal, {
          centre,
          name,
          contact: contactOf(phone()),
          language: 'fr',
          profile: { ...aProfile, ...profile },
        }),
      )
      if (welcomed)
        await house.inWork(nadia, async (work) => {
          const mentor = await readMentor(work, offered.value)
          if (mentor) await decideMentor(work, { mentor, decision: 'welcome', member: coordinator })
        })
      return offered.value
    },
    /** A founder and the token of her link; she asks for a mentor, unless told otherwise. */
    async founder({ name = 'Amel', needs = ['money'], wishesWoman = false, asks = true }: SomeFounder = {}) {
      const token = newToken()
      const { rows } = await owner.query<{ id: string }>(
        `insert into ventures.founders (centre_id, name, contact_key, phone_sealed, language, token_hash, token_sealed, idea, stage, sector, needs, languages, weekly, wishes_woman_mentor, started_at, last_step_at)
         values ($1, $2, $3, $4, 'fr', $5, $6, 'Des gâteaux', 'idea', 'food', $7, '{fr}', '{2-morning}', $8, $9, $9) returning id`,
        [
          centre,
          name,
          randomBytes(32),
          house.seal.close('+33639980199'),
          hashOf(token),
          house.seal.close(token),
          needs,
          wishesWoman,
          there.now.toString(),
        ],
      )
      const id = Number(rows[0]?.id)
      if (asks) await house.inWork(resident, (work) => insertAsk(work, { centre, founder: id }))
      return { id, token }
    },
  }
}
