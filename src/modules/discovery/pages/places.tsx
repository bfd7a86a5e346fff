import type { Place, Stop } from '#modules/network/index.ts'
import { type Language, sayMoment } from '#platform/i18n/index.ts'
import { LinkButton } from '#ui/button.tsx'
import { Icon } from '#ui/icon.tsx'
import { PhoneLink } from '#ui/phone-link.tsx'
import { sayOpeningHours } from '../domain/say-hours.ts'
import type { Shown } from '../with-crowd.ts'
import { words } from '../words.ts'
import { FoundTickets } from './found-ticket.tsx'
import { StopList } from './stops.tsx'

type PlacesProps = { lang: Language; places: readonly Place[]; next: ReadonlyMap<number, Temporal.Instant> }

/** Every place of the network, by town, with when something next happens there. */
export const PlacesPage = ({ lang, places, next }: PlacesProps) => {
  const t = words(lang)
  const towns = Map.groupBy(places, ({ city }) => city)
  return (
    <>
      <h1>{t('places')}</h1>
      <p class="lead">{t('placesLead')}</p>
      <p>
        <a href="/stops">{t('allStops')}</a>
      </p>
      {[...towns].map(([city, there]) => (
        <section key={city} class="stack">
          <h2>
            <bdi lang="fr">{city}</bdi>
          </h2>
          <ul class="stack">
            {there.map((place) => (
              <li key={place.id}>
                <a href={`/places/${place.id}`}>
                  <bdi lang="fr">{place.name}</bdi>
                </a>
                {` · ${t(place.kind)}`}
                <br />
                {next.has(place.id)
                  ? t('nextSession', {
                      moment: sayMoment(
                        lang,
                        (next.get(place.id) as Temporal.Instant).toZonedDateTimeISO(place.timeZone),
                      ),
                    })
                  : t('noNext')}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

type PlaceProps = {
  lang: Language
  place: Place
  hits: readonly Shown[]
  stops: readonly Stop[]
  now: Temporal.Instant
}

/** One place: where it is, how to come, and what happens there next. */
export const PlacePage = ({ lang, place, hits, stops, now }: PlaceProps) => {
  const t = words(lang)
  const way = place.howToCome[lang] ?? place.howToCome.fr
  const hours = place.openingHours ? sayOpeningHours(lang, place.openingHours) : null
  return (
    <>
      <h1>
        <bdi lang="fr">{place.name}</bdi>
      </h1>
      <p>{t(place.kind)}</p>
      <dl class="asks">
        <div>
          <dt>
            <Icon name="pin" />
            {t('address')}
          </dt>
          <dd>
            <bdi lang="fr">{`${place.address}, ${place.postalCode} ${place.city}`}</bdi>
          </dd>
        </div>
        {way && (
          <div>
            <dt>
              <Icon name="walk" />
              {t('howToCome')}
            </dt>
            <dd lang={place.howToCome[lang] ? undefined : 'fr'}>{way}</dd>
          </div>
        )}
        {hours && (
          <div>
            <dt>
              <Icon name="clock" />
              {t('hours')}
            </dt>
            {hours.map((line) => (
              <dd key={line}>{line}</dd>
            ))}
          </div>
        )}
        <div>
          <dt>
            <Icon name="access" />
            {t('steps')}
          </dt>
          <dd>{t(place.stepFree === null ? 'unknownSteps' : place.stepFree ? 'noSteps' : 'someSteps')}</dd>
        </div>
        {place.phone && (
          <div>
            <dt>{t('phone')}</dt>
            <dd>
              <PhoneLink
                number={place.phone.replace(/^\+33(\d)(\d\d)(\d\d)(\d\d)(\d\d)$/, '0$1 $2 $3 $4 $5')}
              />
            </dd>
          </div>
        )}
      </dl>
      {stops.length > 0 && <StopList lang={lang} stops={stops.map((stop) => ({ stop, metres: null }))} />}
      <h2>{t('nextHere')}</h2>
      {hits.length > 0 ? <FoundTickets lang={lang} hits={hits} now={now} /> : <p>{t('noneHere')}</p>}
      <p>
        <LinkButton
          alt
          onwards
          href={`/sessions?near=${encodeURIComponent(`${place.postalCode} ${place.city}`)}`}
        >
          {t('nearHere')}
        </LinkButton>
      </p>
    </>
  )
}
