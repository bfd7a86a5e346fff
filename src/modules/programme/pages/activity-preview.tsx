import { type Language, languageCodes, languages } from '#platform/i18n/index.ts'
import { Icon } from '#ui/icon.tsx'
import { Ticket } from '#ui/ticket.tsx'
import { words } from '../activity-words.ts'
import type { ActivityWords, InLanguages } from '../domain/session.ts'
import type { Audience, Format, Level, Theme } from '../domain/vocabulary.ts'

export type Previewed = {
  readonly theme: Theme
  readonly format: Format
  readonly level: Level
  readonly audience: Audience
  readonly languages: readonly string[]
  readonly minutes: number
  readonly capacity: number
  readonly texts: Partial<InLanguages<ActivityWords>>
}

type PreviewProps = {
  readonly lang: Language
  readonly activity: Previewed
  /** The day the example is shown at. */
  readonly day: Temporal.PlainDate
}

/** The activity as people will meet it, in each language it is written in: its ticket, then what its page says. */
export const ActivityPreview = ({ lang, activity, day }: PreviewProps) => {
  const t = words(lang)
  const written = languageCodes.filter((code) => activity.texts[code]?.title)
  const start = day.toZonedDateTime({ timeZone: 'Europe/Paris', plainTime: '10:00' })
  return (
    <section class="stack" aria-labelledby="preview">
      <h2 id="preview">{t('preview')}</h2>
      {written.length === 0 ? <p>{t('previewEmpty')}</p> : <p class="hint">{t('previewLead')}</p>}
      <div class="tickets">
        {written.map((code) => {
          const said = activity.texts[code] as ActivityWords
          return (
            <div key={code} class="stack" lang={code} dir={languages[code].dir}>
              <Ticket
                lang={code}
                theme={activity.theme}
                format={activity.format}
                title={said.title}
                summary={said.summary}
                start={start}
                end={start.add({ minutes: activity.minutes })}
                level={words(code)(`level.${activity.level}`)}
                languages={activity.languages}
                standing={{ kind: 'open', free: activity.capacity, capacity: activity.capacity }}
              />
              <p>
                <b>{words(code)(`audience.${activity.audience}`)}</b>
              </p>
              <p>{said.description}</p>
              {said.bring && (
                <p>
                  <Icon name="bag" /> {words(code)('bringIs', { bring: said.bring })}
                </p>
              )}
            </div>
          )
        })}
      </div>
    </section>
  )
}
