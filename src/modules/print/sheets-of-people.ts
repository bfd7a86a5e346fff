import { readSheet } from '#modules/attendance/index.ts'
import { readHours } from '#modules/team/index.ts'
import type { House } from '#platform/house.ts'
import type { Ctx, MemberActor } from '#platform/http/env.ts'
import type { Work } from '#platform/work/index.ts'
import {
  attendanceCertificates,
  hoursCertificate,
  type Made,
  rollSheet,
  tagsSheet,
} from './compose-people.ts'
import { readMember } from './db/member.ts'
import type { Sheet } from './domain/bundle.ts'
import { type Personal, readWish, type Wish } from './domain/kinds.ts'

const numberIn = (text: string | undefined) => (text && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null)

/** Sheets that say something of people; none when this member may not see them, or when they are empty. */
export async function sheetsOfPeople(c: Ctx, house: House, kind: Personal): Promise<Sheet[]> {
  const member = c.var.member as MemberActor
  const wish = readWish((name) => c.req.query(name))
  const about = numberIn(c.req.query('member'))
  const registration = numberIn(c.req.query('registration'))
  return house.inWork(member, async (work) => {
    const here = await readMember(work, member.member)
    if (!here) return []
    const made = {
      lang: c.var.lang,
      place: here.city,
      on: work.now.toZonedDateTimeISO(here.timeZone),
      by: member.name,
    }
    if (kind === 'certificate' && about !== null) return hoursOf(work, member, about, wish, made)
    if (wish.session === null) return []
    const roll = await readSheet(work, member, wish.session)
    if (!roll.ok) return []
    if (kind === 'certificate') return attendanceCertificates(roll.value, registration, made)
    return [kind === 'roll' ? rollSheet(roll.value, made.lang) : tagsSheet(roll.value, made.lang)]
  })
}

/** The hours somebody gave: her own, or anybody's of the centre for its coordinator. This year's when no day is said. */
async function hoursOf(
  work: Work,
  member: MemberActor,
  about: number,
  wish: Wish,
  made: Made,
): Promise<Sheet[]> {
  if (about !== member.member && member.role !== 'coordinator') return []
  const person = await readMember(work, about)
  if (!person || person.centre !== member.centre) return []
  const today = made.on.toPlainDate()
  const from = wish.from ?? today.with({ month: 1, day: 1 })
  const until = wish.until ?? today
  const hours = await readHours(work, about, { from, until })
  const given = {
    minutes: hours.reduce((sum, one) => sum + one.minutes, 0),
    sessions: hours.length,
    organisations: [...new Set(hours.flatMap(({ organisation }) => organisation ?? []))],
    from,
    until,
  }
  return [hoursCertificate(person.name, given, made)]
}
