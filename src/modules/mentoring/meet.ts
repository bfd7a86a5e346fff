import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import type { Match } from './db/matches.ts'
import { insertMeeting, insertWords, type Meeting, moveMeeting } from './db/meetings.ts'
import { touchMentor } from './db/mentors.ts'
import type { NextStep, Side, Way } from './domain/profile.ts'

/** One of the two proposes to meet; the other is told and says yes or not. */
export async function proposeMeeting(
  work: Work<'mentoring'>,
  { match, by, startsAt, how }: { match: Match; by: Side; startsAt: Temporal.Instant; how: Way },
): Promise<Result<number, { refusal: 'match-ended' | 'meeting-past' }>> {
  if (match.status !== 'live') return refuse({ refusal: 'match-ended' })
  if (Temporal.Instant.compare(startsAt, work.now) <= 0) return refuse({ refusal: 'meeting-past' })
  const meeting = await insertMeeting(work, {
    centre: match.centre,
    match: match.id,
    status: 'proposed',
    saidBy: by,
    startsAt,
    how,
    minutes: null,
    nextStep: null,
  })
  await touchMentor(work, match.mentor)
  tell(work, match, 'meeting', { meeting, to: other(by), version: 1 })
  return done(meeting)
}

/** The other one says yes; either of the two may call a meeting off. Whoever did not speak is told. */
export async function answerMeeting(
  work: Work<'mentoring'>,
  { match, meeting, by, answer }: { match: Match; meeting: Meeting; by: Side; answer: 'agree' | 'call-off' },
): Promise<Result<null, { refusal: 'meeting-decided' }>> {
  if (answer === 'agree' && meeting.saidBy === by) return refuse({ refusal: 'meeting-decided' })
  const moved =
    answer === 'agree'
      ? await moveMeeting(work, meeting.id, ['proposed'], { status: 'agreed' })
      : await moveMeeting(work, meeting.id, ['proposed', 'agreed'], { status: 'called-off' })
  if (!moved) return refuse({ refusal: 'meeting-decided' })
  await touchMentor(work, match.mentor)
  tell(work, match, 'meeting', { meeting: meeting.id, to: other(by), version: answer === 'agree' ? 2 : 3 })
  return done(null)
}

export interface Note {
  match: Match
  by: Side
  /** A meeting they had agreed on; none when they met without. */
  meeting: Meeting | null
  startsAt: Temporal.Instant
  how: Way
  minutes: number
  nextStep: NextStep | null
  words: string | null
}

/** One of the two notes that they met: when, how long, what next, a few words for the two of them. */
export async function noteMeeting(
  work: Work<'mentoring'>,
  { match, by, meeting, startsAt, how, minutes, nextStep, words }: Note,
): Promise<Result<number, { refusal: 'match-ended' | 'meeting-to-come' | 'meeting-decided' }>> {
  if (match.status !== 'live') return refuse({ refusal: 'match-ended' })
  if (Temporal.Instant.compare(startsAt, work.now) > 0) return refuse({ refusal: 'meeting-to-come' })
  const held = { status: 'held', minutes, nextStep } as const
  if (meeting && !(await moveMeeting(work, meeting.id, ['proposed', 'agreed'], held)))
    return refuse({ refusal: 'meeting-decided' })
  const id =
    meeting?.id ??
    (await insertMeeting(work, { ...held, centre: match.centre, match: match.id, saidBy: by, startsAt, how }))
  if (words) await insertWords(work, { id, centre: match.centre }, words)
  await touchMentor(work, match.mentor)
  return done(id)
}

const other = (side: Side): Side => (side === 'founder' ? 'mentor' : 'founder')

const tell = (
  work: Work<'mentoring'>,
  { centre }: Match,
  what: string,
  { meeting, to, version }: { meeting: number; to: Side; version: number },
) => work.enqueue('messaging.deliver', { centre, kind: `mentoring.${what}.${to}`, ref: meeting, version })
