import type { Session } from '#modules/programme/index.ts'
import type { Language } from '#platform/i18n/index.ts'
import { smsText } from './message-text.ts'

/** What people will read when this session is moved or cancelled, in a language, as an SMS. `link` stands for each one's own. */
export const previewNews = (
  kind: 'moved' | 'session-cancelled' | 'date-cancelled',
  session: Session,
  language: Language,
  link: string,
): string =>
  smsText({
    kind,
    language,
    session,
    dates: [session],
    isCourse: session.course !== null,
    name: '',
    throughHelper: false,
    party: 1,
    rank: null,
    until: null,
    link,
  })
