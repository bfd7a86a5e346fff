import type { Hono } from 'hono'
import type { Ctx, Env } from '#platform/http/env.ts'
import { type FieldErrors, readForm, type Typed } from '#platform/http/form.ts'
import type { Work } from '#platform/work/index.ts'
import { type Match, readMatch } from './db/matches.ts'
import { readMeeting, readMeetings } from './db/meetings.ts'
import { writeWishes } from './db/wanting.ts'
import { answerForm, meetingForm, noteForm, stopForm, wishForm } from './domain/forms.ts'
import type { Side } from './domain/profile.ts'
import { answerMeeting, noteMeeting, proposeMeeting } from './meet.ts'
import { zoneOf } from './read-seen.ts'
import type { Refusal } from './refusals.ts'
import { stopMatch } from './stop-match.ts'

/** Whoever holds a link, on her side. */
export interface Holder {
  side: Side
  id: number
  centre: number
}

/** What one side’s page does for the gestures both sides have. */
export interface Sides {
  /** Runs `act` as whoever holds the link, then goes back to the page; shows it again when refused. */
  holding(
    c: Ctx,
    act: (work: Work, holder: Holder) => Promise<Refusal | null>,
    form?: { typed: Typed; errors: FieldErrors },
  ): Promise<Response>
  /** The ids that may be ranked. */
  mayRank(work: Work, holder: Holder): Promise<ReadonlySet<number>>
}

/** Proposing, answering and noting meetings, stopping, ranking: the same for a founder and for a mentor. */
export function addGestures(app: Hono<Env>, base: string, { holding, mayRank }: Sides): void {
  /** A match, if it is hers and both were told. */
  const matchOf = async (work: Work, holder: Holder, id: number): Promise<Match | null> => {
    const match = await readMatch(work, id)
    const isHers = match && match[holder.side] === holder.id
    return isHers && Temporal.Instant.compare(match.tellAt, work.now) <= 0 ? match : null
  }

  app.post(`${base}/meetings`, async (c) => {
    const form = await readForm(c, meetingForm)
    return holding(
      c,
      async (work, holder) => {
        if (!form.ok) return 'form'
        const match = await matchOf(work, holder, form.value.match)
        if (!match) return 'match-unknown'
        const { day, hour, how } = form.value
        const startsAt = day
          .toZonedDateTime({ timeZone: await zoneOf(work, holder.centre), plainTime: hour })
          .toInstant()
        const made = await proposeMeeting(work, { match, by: holder.side, startsAt, how })
        return made.ok ? null : made.refusal
      },
      { typed: form.typed, errors: form.ok ? {} : form.errors },
    )
  })

  app.post(`${base}/answers`, async (c) => {
    const form = await readForm(c, answerForm)
    return holding(c, async (work, holder) => {
      const meeting = form.ok ? await readMeeting(work, form.value.meeting) : null
      const match = meeting && (await matchOf(work, holder, meeting.match))
      if (!form.ok || !meeting || !match) return 'match-unknown'
      const made = await answerMeeting(work, { match, meeting, by: holder.side, answer: form.value.answer })
      return made.ok ? null : made.refusal
    })
  })

  app.post(`${base}/notes`, async (c) => {
    const form = await readForm(c, noteForm)
    return holding(
      c,
      async (work, holder) => {
        if (!form.ok) return 'form'
        const match = await matchOf(work, holder, form.value.match)
        if (!match) return 'match-unknown'
        const { day, how, minutes, next, words } = form.value
        const zone = await zoneOf(work, holder.centre)
        // The one they had agreed on that day; else about noon, and never later than now.
        const meeting =
          (await readMeetings(work, [match.id])).find(
            ({ status, startsAt }) =>
              status !== 'held' && startsAt.toZonedDateTimeISO(zone).toPlainDate().equals(day),
          ) ?? null
        const noon = day.toZonedDateTime({ timeZone: zone, plainTime: '12:00' }).toInstant()
        const isToday = work.now.toZonedDateTimeISO(zone).toPlainDate().equals(day)
        const startsAt = isToday ? work.now : noon
        const made = await noteMeeting(work, {
          match,
          by: holder.side,
          meeting,
          startsAt,
          how,
          minutes,
          nextStep: next,
          words,
        })
        return made.ok ? null : made.refusal
      },
      { typed: form.typed, errors: form.ok ? {} : form.errors },
    )
  })

  app.post(`${base}/stops`, async (c) => {
    const form = await readForm(c, stopForm)
    return holding(c, async (work, holder) => {
      const match = form.ok ? await matchOf(work, holder, form.value.match) : null
      if (!form.ok || !match) return 'match-unknown'
      // A mentor who stops leaves the founder in the next matching.
      const made = await stopMatch(work, { match, again: holder.side === 'mentor' || form.value.again })
      return made.ok ? null : made.refusal
    })
  })

  app.post(`${base}/wishes`, async (c) => {
    const form = await readForm(c, wishForm)
    return holding(c, async (work, holder) => {
      const known = await mayRank(work, holder)
      await writeWishes(work, holder, form.ok ? form.value.filter((id) => known.has(id)) : [])
      return null
    })
  })
}

/** Headers of a page behind a link: kept nowhere, told to nobody. */
export function keepPrivate(c: Ctx): void {
  c.header('cache-control', 'no-store')
  c.header('referrer-policy', 'no-referrer')
}
