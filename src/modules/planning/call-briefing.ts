import type { Session } from '#modules/programme/index.ts'
import { readRoll } from '#modules/registrations/index.ts'
import type { Language } from '#platform/i18n/index.ts'
import type { Work } from '#platform/work/index.ts'
import { readKit } from './db/call-briefing.ts'
import type { Briefing } from './pages/call-page.tsx'

/** What a host needs to know of her session: first names only, and no way to reach anybody. */
export async function readBriefing(
  work: Work<'programme' | 'network' | 'access' | 'registrations' | 'people'>,
  session: Session,
  member: number,
  lang: Language,
): Promise<Briefing> {
  const roll = (await readRoll(work, session.id)).filter(({ status }) => status === 'confirmed')
  const { howToCome } = session.place
  return {
    ...(await readKit(work, session.id, member)),
    people: roll.reduce((sum, { party }) => sum + party, 0),
    names: roll.map(({ name }) => name),
    how: howToCome[lang] ?? howToCome.fr ?? null,
  }
}
