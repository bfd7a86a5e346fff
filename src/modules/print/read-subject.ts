import { readSessions, wordsOf } from '#modules/programme/index.ts'
import type { Language } from '#platform/i18n/index.ts'
import type { Work } from '#platform/work/index.ts'
import type { Subject } from './compose.ts'
import { readNames, readWished } from './db/subject.ts'
import type { Wish } from './domain/kinds.ts'
import { writeWish } from './domain/kinds.ts'

/** What a wish is about, ready to be composed; null when there is nothing to print. */
export async function readSubject(
  work: Work<'programme' | 'network' | 'access'>,
  wish: Wish,
  lang: Language,
): Promise<Subject | null> {
  const ids = await readWished(work, wish)
  const sessions = await readSessions(work, ids)
  const [first] = sessions
  if (!first) return null
  const names = await readNames(work, wish.place, ids)
  const oneActivity = new Set(sessions.map(({ activity }) => activity.id)).size === 1
  return {
    sessions,
    title: oneActivity
      ? wordsOf(first, lang).title
      : (names.place ?? (wish.centre ? `Maillage ${first.centre.name}` : first.place.name)),
    theme: first.activity.theme,
    path: wish.session
      ? `/sessions/${wish.session}`
      : wish.place
        ? `/places/${wish.place}`
        : wish.theme
          ? `/sessions?${writeWish({ theme: wish.theme })}`
          : '/sessions',
    phone: first.centre.phone,
    roomOf: ({ id }) => names.of.get(id)?.room ?? '',
    hostsOf: ({ id }) => names.of.get(id)?.hosts ?? '',
  }
}
