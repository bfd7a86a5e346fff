import type { SealedContact } from '#modules/people/index.ts'
import { hashOf, newToken, type Seal } from '#platform/seal/index.ts'
import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import { mayMeet } from './check-moment.ts'
import { readMeetingPlaces } from './db/around.ts'
import { lockNeighbour } from './db/neighbours.ts'
import { insertNotice, readPins } from './db/notices.ts'
import type { MomentChoice } from './domain/moment.ts'
import {
  type HalfDay,
  type MachineKind,
  pins,
  type Side,
  type Spoken,
  type Subject,
} from './domain/vocabulary.ts'
import { tell } from './tell.ts'

type Schemas = 'board' | 'network' | 'fablab' | 'programme'

/** Who writes: a first name, a contact, and the language to write to them in. */
export interface Who {
  centre: number
  name: string
  contact: SealedContact
  language: string
}

export interface NoticeWish {
  side: Side
  subject: Subject
  machine: MachineKind | null
  /** Already read by `refusalOf`. */
  sentence: string
  languages: readonly Spoken[]
  halfDays: readonly HalfDay[]
  place: number | null
  moment: MomentChoice
  /** How many days it stays up. */
  days: number
}

/**
 * Somebody asks or offers. The notice waits for a member to read it; the link leaves by the contact and is shown to
 * nobody. A contact holds three open notices: the fourth is not kept, and the answer is the same, so that typing somebody
 * else's phone tells nothing of them; they are told by message.
 */
export async function postNotice(
  work: Work<Schemas>,
  seal: Seal,
  who: Who,
  wish: NoticeWish,
): Promise<Result<null, { refusal: 'place-unknown' | 'moment-unknown' }>> {
  const places = await readMeetingPlaces(work, who.centre)
  if (wish.place !== null && !places.some(({ id }) => id === wish.place))
    return refuse({ refusal: 'place-unknown' })
  if (!(await mayMeet(work, who.centre, wish.moment))) return refuse({ refusal: 'moment-unknown' })
  const neighbour = await findNeighbour(work, seal, who)
  const taken = await readPins(work, neighbour)
  const pin = pins.find((one) => !taken.includes(one))
  if (pin === undefined) {
    tell(work, 'board.full', who.centre, neighbour)
    return done(null)
  }
  await insertNotice(work, {
    ...wish,
    centre: who.centre,
    neighbour,
    pin,
    writtenIn: who.language,
    validUntil: work.now.toZonedDateTimeISO('UTC').toPlainDate().add({ days: wish.days }),
  })
  tell(work, 'board.link', who.centre, neighbour)
  return done(null)
}

/** The neighbour of a contact, found or made, and locked. */
export function findNeighbour(work: Work<'board'>, seal: Seal, who: Who): Promise<number> {
  const token = newToken()
  return lockNeighbour(work, { ...who, link: { hash: hashOf(token), sealed: seal.close(token) } })
}
