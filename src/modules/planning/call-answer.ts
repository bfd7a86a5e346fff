import { isClash } from '#modules/programme/index.ts'
import { readProfile } from '#modules/team/index.ts'
import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import { planHostReminder } from './call-remind.ts'
import { withdrawHost } from './call-withdraw.ts'
import { insertHost, isHost, lockNeed, type OpenNeed } from './db/call-needs.ts'
import { type Call, type CallStatus, readCall, writeAnswer } from './db/calls.ts'
import { type Answer, askAgainAt } from './domain/call-plan.ts'

type Schemas = 'planning' | 'programme' | 'network' | 'access' | 'team' | 'registrations'

export type AnswerRefusal = { refusal: 'call-unknown' | 'session-over' | 'clash' }

/**
 * « I can », « I cannot » or « ask me later », said by whoever was asked: the actor. The first fitting yes takes the
 * session; a yes that comes after is told so. The session's row is locked, so that of two at the same instant one waits
 * and sees that it is taken. Yes twice is yes; no after yes is a withdrawal.
 */
export async function answerCall(
  work: Work<Schemas>,
  command: { call: number; answer: Answer },
): Promise<Result<{ status: CallStatus }, AnswerRefusal>> {
  const asked = await readCall(work, command.call)
  if (!asked || work.actor.kind !== 'member' || asked.member !== work.actor.member)
    return refuse({ refusal: 'call-unknown' })
  const need = await lockNeed(work, asked.session)
  const call = await readCall(work, command.call)
  if (!need || !call) return refuse({ refusal: 'call-unknown' })
  if (need.status === 'cancelled' || Temporal.Instant.compare(need.start.toInstant(), work.now) <= 0)
    return refuse({ refusal: 'session-over' })
  if (command.answer === 'yes') return sayYes(work, call, need)
  if (await isHost(work, call.session, call.member)) {
    await withdrawHost(work, { session: call.session, token: null })
    return done({ status: 'withdrawn' })
  }
  if (command.answer === 'later') {
    const runAt = askAgainAt(work.now, need.start)
    await writeAnswer(work, call.id, runAt ? 'later' : 'no')
    if (runAt) work.enqueue('planning.ask-again', { centre: need.centre, call: call.id }, { runAt })
    return done({ status: runAt ? 'later' : 'no' })
  }
  await writeAnswer(work, call.id, 'no')
  return done({ status: 'no' })
}

async function sayYes(
  work: Work<Schemas>,
  call: Call,
  need: OpenNeed,
): Promise<Result<{ status: CallStatus }, AnswerRefusal>> {
  if (await isHost(work, call.session, call.member)) return done({ status: 'yes' })
  // Somebody came in between with half of what is needed: the last place must bring the rest.
  const mine = (await readProfile(work, call.member))?.skills ?? []
  const covers = need.skills.every((skill) => mine.includes(skill))
  if (need.hosts === 0 || (need.hosts === 1 && !covers)) {
    await writeAnswer(work, call.id, 'taken')
    return done({ status: 'taken' })
  }
  try {
    await insertHost(work, need, call.member)
  } catch (error) {
    if (isClash(error)) return refuse({ refusal: 'clash' })
    throw error
  }
  await writeAnswer(work, call.id, 'yes')
  planHostReminder(work, need, call.member)
  if (need.hosts === 1) work.enqueue('planning.close-calls', { centre: need.centre, session: need.session })
  return done({ status: 'yes' })
}
