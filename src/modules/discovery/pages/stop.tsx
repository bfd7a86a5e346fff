import type { Stop } from '#modules/network/index.ts'
import { type Language, sayDate, sayRange } from '#platform/i18n/index.ts'
import { LinkButton } from '#ui/button.tsx'
import { Icon } from '#ui/icon.tsx'
import { Note } from '#ui/note.tsx'
import type { StopDetails } from '../db/stops.ts'
import { stopWords } from '../stop-words.ts'
import type { Shown } from '../with-crowd.ts'
import { FoundTickets } from './found-ticket.tsx'
import { StopList } from './stops.tsx'
import { SubscribeForm } from './subscription.tsx'

type Props = {
  readonly lang: Language
  readonly stop: Stop
  readonly details: StopDetails
  readonly hits: readonly Shown[]
  /** The stops after it at the same place. */
  readonly next: readonly Stop[]
  readonly now: Temporal.Instant
}

/** One stop: when, where, how to find it, what one finds there, and being told of the next. */
export const StopPage = (props: Props) => {
  const { lang, stop, details, hits, next, now } = props
  const t = stopWords(lang)
  const { place } = stop
  const over = Temporal.Instant.compare(stop.end.toInstant(), now) <= 0
  const cancelled = details.status === 'cancelled'
  return (
    <>
      <p class="kind">{t('stop')}</p>
      <h1>
        <bdi lang="fr">{`${place.name}, ${place.city}`}</bdi>
      </h1>
      {(cancelled || over) && (
        <Note kind="no" role="status">
          <p>
            <b>{t(cancelled ? 'cancelled' : 'over')}</b> {t('cancelledLead')}
          </p>
        </Note>
      )}
      <p class="lead">
        <b>{sayDate(lang, stop.start, now)}</b>
        <br />
        {sayRange(lang, stop.start, stop.end)}. {t('free')}
      </p>
      <Facts {...props} />
      {!cancelled && !over && (
        <p>
          <LinkButton alt href={`/stops/${stop.id}.ics`} icon="cal">
            {t('agenda')}
          </LinkButton>
        </p>
      )}
      {hits.length > 0 && (
        <>
          <h2>{t('sessions')}</h2>
          <FoundTickets lang={lang} hits={hits} now={now} />
        </>
      )}
      {next.length > 0 && (
        <>
          <h2>{t('next')}</h2>
          <StopList lang={lang} stops={next.map((other) => ({ stop: other, metres: null }))} />
        </>
      )}
      <SubscribeForm
        lang={lang}
        town={{ name: place.city, postalCode: place.postalCode }}
        typed={{}}
        errors={{}}
      />
      <p>
        <a href={`/places/${place.id}`}>{t('thePlace')}</a> · <a href="/stops">{t('stops')}</a>
      </p>
    </>
  )
}

const Facts = ({ lang, stop, details }: Props) => {
  const t = stopWords(lang)
  const { place, howToFind } = stop
  const way = howToFind[lang] ?? howToFind.fr
  return (
    <dl class="asks">
      {way && (
        <div>
          <dt>
            <Icon name="walk" />
            {t('find')}
          </dt>
          <dd lang={howToFind[lang] ? undefined : 'fr'}>{way}</dd>
        </div>
      )}
      <div>
        <dt>
          <Icon name="pin" />
          {t('address')}
        </dt>
        <dd>
          <bdi lang="fr">{`${place.address}, ${place.postalCode} ${place.city}`}</bdi>
        </dd>
      </div>
      {details.offers.length > 0 && (
        <div>
          <dt>
            <Icon name="bag" />
            {t('offers')}
          </dt>
          {details.offers.map((title) => (
            <dd key={title}>{title}</dd>
          ))}
        </div>
      )}
      {place.stepFree !== null && (
        <div>
          <dt>
            <Icon name="access" />
            {t('steps')}
          </dt>
          <dd>{t(place.stepFree ? 'noSteps' : 'someSteps')}</dd>
        </div>
      )}
    </dl>
  )
}
