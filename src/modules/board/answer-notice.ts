import type { Seal } from '#platform/seal/index.ts'
import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import { mayMeet } from './check-moment.ts'
import { insertAnswer } from './db/introductions.ts'
import { readNotice } from './db/notices.ts'
import type { MomentChoice } from './domain/moment.ts'
import { findNeighbour, type Who } from './post-notice.ts'
import { tell } from './tell.ts'

type Schemas = 'board' | 'network' | 'fablab' | 'programme'

/**
 * « I can help », « I am interested »: the team is told who, and nobody else. Answering twice is answering once; whoever
 * answers her own notice changes nothing, and is answered the same.
 */
export async function answerNotice(
  work: Work<Schemas>,
  seal: Seal,
  who: Who,
  { notice: id, moment }: { notice: number; moment: MomentChoice },
): Promise<Result<null, { refusal: 'notice-unknown' | 'moment-unknown' }>> {
  const notice = await readNotice(work, {
    id,
    centre: who.centre,
    status: ['published'],
    on: work.now.toZonedDateTimeISO('UTC').toPlainDate(),
  })
  if (!notice) return refuse({ refusal: 'notice-unknown' })
  if (!(await mayMeet(work, who.centre, moment))) return refuse({ refusal: 'moment-unknown' })
  const other = await findNeighbour(work, seal, who)
  if (other !== notice.neighbour)
    await insertAnswer(work, { centre: who.centre, notice: notice.id, other, moment })
  tell(work, 'board.link', who.centre, other)
  return done(null)
}
