import { type Language, languages, sayMoment } from '#platform/i18n/index.ts'
import { Icon } from '#ui/icon.tsx'
import { styleOfPublicPages } from '#ui/styles.ts'
import { Ticket } from '#ui/ticket.tsx'
import type { ListedInFeed } from '../db/feed.ts'
import { type Session, standingOf, wordsOf } from '../domain/session.ts'
import { words } from '../feed-words.ts'

type ListProps = {
  readonly lang: Language
  readonly title: string
  readonly listed: readonly ListedInFeed[]
  readonly publicUrl: string
  /** Where all of them are read. */
  readonly homeUrl: string
  readonly now: Temporal.Instant
}

/**
 * A list of sessions for another site's frame: a whole document without our header, where nothing is asked of anybody.
 * What one presses opens in the whole window.
 */
export const EmbedList = ({ lang, title, listed, publicUrl, homeUrl, now }: ListProps) => {
  const t = words(lang)
  return (
    <html lang={lang} dir={languages[lang].dir}>
      <head>
        <meta charset="utf-8" />
        <title>{title}</title>
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="robots" content="noindex" />
        <base target="_top" />
        <style dangerouslySetInnerHTML={{ __html: styleOfPublicPages() }} />
      </head>
      <body>
        <svg class="vh" aria-hidden="true" dangerouslySetInnerHTML={{ __html: '<!--drawings-->' }} />
        <main class="stack wrap">
          <h1 class="big">{title}</h1>
          {listed.length === 0 && <p>{t('embedEmpty')}</p>}
          {listed.length > 0 && (
            <ul class="tickets">
              {listed.map(({ session }) => (
                <li key={session.id}>
                  <Shown lang={lang} session={session} publicUrl={publicUrl} now={now} />
                </li>
              ))}
            </ul>
          )}
          <p>
            <a class="btn alt" href={homeUrl}>
              <span>{t('embedAll')}</span>
              <Icon name="arrow" flip />
            </a>
          </p>
        </main>
      </body>
    </html>
  )
}

type ShownProps = Pick<ListProps, 'lang' | 'publicUrl' | 'now'> & { readonly session: Session }

const Shown = ({ lang, session, publicUrl, now }: ShownProps) => {
  const said = wordsOf(session, lang)
  const { place, activity, seatsLeft: free, capacity } = session
  const isOpen = standingOf(session, now) === 'open'
  return (
    <Ticket
      lang={lang}
      theme={activity.theme}
      format={activity.format}
      start={session.start}
      end={session.end}
      now={now}
      heading="h2"
      title={said.title}
      titleLang={activity.texts[lang] ? undefined : 'fr'}
      href={`${publicUrl}/sessions/${session.id}`}
      summary={said.summary}
      placeLine={`${place.name}, ${place.city}`}
      languages={session.languages}
      stepFree={place.stepFree ?? undefined}
      standing={isOpen ? { kind: 'open', free, capacity } : { kind: 'full', capacity, waiting: 0 }}
    />
  )
}

/** The same sessions as a piece of HTML without style or script, for a page that writes it in itself. */
export const EmbedPiece = ({ lang, title, listed, publicUrl, homeUrl, now }: ListProps) => {
  const t = words(lang)
  return (
    <section class="maillage" lang={lang} dir={languages[lang].dir}>
      <h2>{title}</h2>
      {listed.length === 0 ? (
        <p>{t('embedEmpty')}</p>
      ) : (
        <ul>
          {listed.map(({ session }) => (
            <li key={session.id}>
              <a href={`${publicUrl}/sessions/${session.id}`}>{wordsOf(session, lang).title}</a>
              <br />
              <time dateTime={session.start.toString({ timeZoneName: 'never', smallestUnit: 'minute' })}>
                {sayMoment(lang, session.start, now)}
              </time>
              {` · ${session.place.name}, ${session.place.city} · `}
              {session.seatsLeft > 0 ? t('embedFree', { count: session.seatsLeft }) : t('embedFull')}
            </li>
          ))}
        </ul>
      )}
      <p>
        <a href={homeUrl}>{t('embedAll')}</a>
      </p>
    </section>
  )
}
