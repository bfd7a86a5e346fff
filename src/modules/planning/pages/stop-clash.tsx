import type { season } from '#modules/programme/index.ts'
import { type Language, sayDate, sayHours, sayMoment } from '#platform/i18n/index.ts'
import { Note } from '#ui/note.tsx'
import { stopWords } from '../stop-words.ts'

/** A name in its own direction, whatever the sentence around it. */
const isolated = (name: string) => `\u2068${name}\u2069`

export type Found = {
  readonly clashes: readonly season.Clash[]
  readonly freeTimes: readonly Temporal.ZonedDateTime[]
}

/** What stands in the way of a stop, in sentences, and the nearest free times, each a link. */
export const StopClash = ({
  lang,
  timeZone,
  found,
  link,
}: {
  readonly lang: Language
  readonly timeZone: string
  readonly found: Found
  /** The address of the same wish at another time. */
  readonly link: (at: Temporal.ZonedDateTime) => string
}) => {
  if (found.clashes.length === 0) return null
  const t = stopWords(lang)
  return (
    <Note kind="no" role="alert">
      <p>
        <b>{t('clashTitle')}</b>
      </p>
      <ul>
        {found.clashes.map(({ why, occupation, travelMinutes }) => {
          const from = occupation.from.toZonedDateTimeISO(timeZone)
          return (
            <li key={`${occupation.kind}${occupation.id}.${occupation.by.kind}${occupation.by.id}`}>
              {t(`clash.${occupation.kind}.${why}`, {
                name: isolated(occupation.name),
                title:
                  occupation.by.kind === 'stop'
                    ? t('aStop')
                    : isolated(occupation.by.titles[lang] ?? occupation.by.titles.fr),
                day: sayDate(lang, from),
                hours: sayHours(lang, from, occupation.to.toZonedDateTimeISO(timeZone)),
                place: isolated(occupation.place.name),
                minutes: travelMinutes,
              })}
            </li>
          )
        })}
      </ul>
      {found.freeTimes.length > 0 && (
        <>
          <p>{t('free')}</p>
          <ul>
            {found.freeTimes.map((at) => (
              <li key={at.toString()}>
                <a href={link(at)}>{sayMoment(lang, at)}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </Note>
  )
}
