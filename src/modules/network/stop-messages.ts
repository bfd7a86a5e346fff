import { openContact } from '#modules/people/index.ts'
import type { House } from '#platform/house.ts'
import { isLanguage, type Language, sayHours, sayMoment } from '#platform/i18n/index.ts'
import { type Composers, fitting, inSms } from '#platform/messages/index.ts'
import { readTelling } from './db/subscription.ts'
import { stopWords } from './stop-words.ts'

/** What a message of a stop is made of. */
export interface StopNews {
  kind: 'comes' | 'moved' | 'cancelled'
  town: string
  place: string
  start: Temporal.ZonedDateTime
  end: Temporal.ZonedDateTime
  link: string
  stopLink: string
}

/** The words of a message, in the order in which they may be shortened. */
export function sayStop(language: Language, news: StopNews): readonly [string, string, string] {
  const t = stopWords(language)
  const said = {
    town: news.town,
    place: news.place,
    when: sayMoment(language, news.start),
    hours: sayHours(language, news.start, news.end),
    link: news.link,
    stop: news.stopLink,
  }
  return [t(`sms.${news.kind}`, said), t(`sms.${news.kind}.short`, said), t(`sms.${news.kind}.least`, said)]
}

/** What those who wait for the nomadic team read: it comes, it comes another time, it does not come. */
export const composers = (house: House): Composers => ({
  'network.stop': async (work, ref, version) => {
    const row = await readTelling(work, ref)
    if (!row || row.revision !== version || Temporal.Instant.compare(row.ends, work.now) <= 0) return null
    const contact = openContact(house.seal, row)
    if (!contact) return null
    const language = isLanguage(row.language) ? row.language : 'fr'
    const { publicUrl, phone } = house.settings
    const kind = row.status === 'cancelled' ? 'cancelled' : row.revision === 0 ? 'comes' : 'moved'
    const [full, short, least] = sayStop(language, {
      kind,
      town: row.town,
      place: row.place,
      start: row.starts.toZonedDateTimeISO(row.timeZone),
      end: row.ends.toZonedDateTimeISO(row.timeZone),
      link: `${publicUrl}/h/${house.seal.open(row.tokenSealed)}`,
      stopLink: `${publicUrl}/stops/${row.stop}`,
    })
    if (contact.kind === 'phone')
      return {
        channel: 'sms',
        to: contact.canonical,
        language,
        subject: '',
        body: fitting([inSms(full), inSms(short), inSms(least)]),
      }
    const t = stopWords(language)
    return {
      channel: 'email',
      to: contact.canonical,
      language,
      subject: t(`subject.${kind}`, { town: row.town }),
      body: `${[full, t('question', { phone })].join('\n\n')}\n`,
    }
  },
})
