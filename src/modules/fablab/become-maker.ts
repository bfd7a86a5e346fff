import type { SealedContact } from '#modules/people/index.ts'
import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import { readMaker, upsertMaker } from './db/makers.ts'
import type { Maker } from './domain/vocabulary.ts'
import type { Ticket } from './ticket.ts'

export interface BecomeMaker {
  centre: number
  /** First name, or what a group is called; already cleaned. */
  name: string
  contact: SealedContact | null
  language: string
  throughHelper: boolean
  kind: Maker['kind']
  /** Year of birth of somebody under 18; null for adults and groups. */
  birthYear: number | null
  /** The adult who answers for a minor or a group; the contact is theirs. */
  adultName: string | null
  ticket: Ticket
}

/** Of 18 years and more nothing is kept; of a minor, the year of birth and an adult. */
export type BecomeMakerRefusal = 'adult-missing' | 'birth-year-unlikely' | 'contact-missing'

/** The same name and contact is the same maker, whoever types it and however often. */
export async function becomeMaker(
  work: Work<'fablab' | 'people'>,
  command: BecomeMaker,
): Promise<Result<{ maker: Maker; again: boolean }, { refusal: BecomeMakerRefusal }>> {
  const thisYear = work.now.toZonedDateTimeISO('UTC').year
  const born = command.kind === 'person' ? command.birthYear : null
  if (!command.contact) return refuse({ refusal: 'contact-missing' })
  if (born !== null && (born > thisYear - 4 || born < thisYear - 19))
    return refuse({ refusal: 'birth-year-unlikely' })
  const answeredFor = born !== null || command.kind === 'group'
  if (answeredFor && !command.adultName) return refuse({ refusal: 'adult-missing' })
  const { id, again } = await upsertMaker(work, {
    ...command,
    birthYear: born,
    adultName: answeredFor ? command.adultName : null,
  })
  const maker = await readMaker(work, id)
  if (!maker) throw new Error('A maker just written is not there')
  return done({ maker, again })
}
