import type { ComponentChildren } from 'preact'
import { dateParts, type Language, sayDate, sayHour, sayHours, sayLanguages } from '#platform/i18n/index.ts'
import { Chairs } from './chairs.tsx'
import { Icon, type IconName } from './icon.tsx'
import { type Format, type Theme, words } from './words.ts'

/** Where a session stands for a person who reads its ticket. */
export type Standing =
  | { readonly kind: 'open'; readonly free: number; readonly capacity: number }
  | { readonly kind: 'full'; readonly capacity: number; readonly waiting: number }
  | { readonly kind: 'dropIn' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'over' }

export type TicketProps = {
  readonly lang: Language
  readonly theme: Theme
  readonly format: Format
  readonly start: Temporal.ZonedDateTime
  readonly end: Temporal.ZonedDateTime
  readonly standing?: Standing | undefined
  /** The whole ticket becomes the link of its title. */
  readonly href?: string | undefined
  /** Left out on the session’s own page, where it is the title of the page. */
  readonly title?: string | undefined
  /** The language of title and summary when it is not the page’s. */
  readonly titleLang?: string | undefined
  readonly heading?: 'h2' | 'h3' | 'h4' | undefined
  /** One sentence: what we do there. */
  readonly summary?: string | undefined
  /** « Médiathèque Persépolis, Saint-Ouen »: a proper name, in French whatever the page. */
  readonly placeLine?: string | undefined
  /** Said by `sayDistance`; `onFoot` chooses the pictogram. */
  readonly distance?: { readonly text: string; readonly onFoot: boolean } | undefined
  /** Languages spoken there (BCP 47); said unless it is only French. */
  readonly languages?: readonly string[] | undefined
  readonly level?: string | undefined
  readonly stepFree?: boolean | undefined
  /** Its date, hour or place has changed since it was published. */
  readonly moved?: boolean | undefined
  /** Adds the year to a date far from it. */
  readonly now?: Temporal.Instant | undefined
  /** The tear-off strip: « À dire à la porte », K7P3M. */
  readonly stub?: { readonly label: string; readonly code: string } | undefined
  /** More lines inside the ticket, before the chairs. */
  readonly children?: ComponentChildren | undefined
}

/** A session, anywhere it is shown: date on the tear line, cloth of its theme, chairs drawn and said. */
export const Ticket = (props: TicketProps) => {
  const { lang, theme, format, title, href, titleLang, summary, placeLine, distance, standing, stub } = props
  const Heading = props.heading ?? 'h3'
  const off = standing?.kind === 'cancelled' || standing?.kind === 'over'
  const Frame = title ? 'article' : 'div'
  return (
    <Frame class={`ticket ${theme}${standing?.kind === 'cancelled' ? ' off' : ''}`}>
      <When {...props} />
      <div>
        {off && standing && <Stands lang={lang} standing={standing} />}
        {title && <Kind lang={lang} format={format} {...details(props)} />}
        {title && <Heading lang={titleLang}>{href ? <a href={href}>{title}</a> : title}</Heading>}
        {summary && <p lang={titleLang}>{summary}</p>}
        {props.children}
        {placeLine && (
          <p>
            <bdi lang={lang === 'fr' ? undefined : 'fr'}>{placeLine}</bdi>
          </p>
        )}
        {distance && !off && (
          <p>
            <Icon name={distance.onFoot ? 'walk' : 'pin'} /> <b>{distance.text}</b>
          </p>
        )}
        {props.stepFree && !off && (
          <p>
            <Icon name="access" /> {words(lang)('stepFree')}
          </p>
        )}
        {props.moved && !off && <State icon="warn" bad words={words(lang)('moved')} />}
        {!off && standing && <Stands lang={lang} standing={standing} />}
      </div>
      {stub && (
        <p class="stub">
          {stub.label}
          <b class="slab" translate={false}>
            {stub.code}
          </b>
        </p>
      )}
    </Frame>
  )
}

const When = ({ lang, start, end, standing, now }: TicketProps) => {
  const { weekday, day, ordinal, month } = dateParts(lang, start)
  const year = sayDate(lang, start, now).endsWith(` ${start.year}`) ? ` ${start.year}` : ''
  return (
    <p class="when">
      <time dateTime={start.toString({ timeZoneName: 'never', smallestUnit: 'minute' })}>
        {weekday}{' '}
        <b>
          {day}
          {ordinal && <sup>{ordinal}</sup>}
        </b>{' '}
        {month}
        {year}
      </time>
      <span class="hour">
        {standing?.kind === 'dropIn' ? sayHours(lang, start, end) : sayHour(lang, start)}
      </span>
    </p>
  )
}

type KindProps = {
  readonly lang: Language
  readonly format: Format
  readonly theme?: Theme
  readonly details?: readonly string[]
}

const details = ({ lang, languages = [], level }: TicketProps): { details: readonly string[] } => ({
  details: [
    ...(level ? [level] : []),
    ...(languages.some((code) => code !== 'fr') ? [sayLanguages(lang, languages)] : []),
  ],
})

/** Format, then what sets it apart: « Jeu · Découvrir · en arabe et français ». */
export const Kind = ({ lang, format, theme, details = [] }: KindProps) => (
  <p class="kind">
    <Icon name={format} />
    {[words(lang)(format), ...(theme ? [words(lang)(theme)] : []), ...details].join(' · ')}
  </p>
)

const State = ({ icon, bad, words: said }: { icon: IconName; bad?: boolean; words: string }) => (
  <p class={bad ? 'bad' : 'good'}>
    <Icon name={icon} /> {said}
  </p>
)

const Stands = ({ lang, standing }: { lang: Language; standing: Standing }) => {
  const t = words(lang)
  switch (standing.kind) {
    case 'open':
      return <Chairs lang={lang} free={standing.free} capacity={standing.capacity} />
    case 'full':
      return (
        <>
          <State icon="wait" bad words={t('full')} />
          <Chairs
            lang={lang}
            free={0}
            capacity={standing.capacity}
            saying={t('waiting', { waiting: standing.waiting })}
          />
        </>
      )
    case 'dropIn':
      return <State icon="ok" words={t('dropIn')} />
    case 'cancelled':
      return <State icon="no" bad words={t('cancelled')} />
    case 'over':
      return <State icon="clock" words={t('over')} />
  }
}
