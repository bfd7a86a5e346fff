import type { ComponentChildren } from 'preact'
import { type Language, sayDate } from '#platform/i18n/index.ts'
import { LinkButton } from '#ui/button.tsx'
import type { Founder } from '../domain/vocabulary.ts'
import { words } from '../words.ts'

/** Where the team goes from here. */
const places = [
  { href: '/ventures/cohorts', word: 'go.cohorts' },
  { href: '/ventures/clinics', word: 'go.clinics' },
  { href: '/ventures/mentoring', word: 'go.mentoring' },
  { href: '/ventures/shops', word: 'go.shops' },
  { href: '/ventures/figures', word: 'go.figures' },
] as const

type Props = {
  readonly lang: Language
  readonly founders: readonly Founder[]
  readonly zone: string
  readonly now: Temporal.Instant
  /** What waits for an answer. */
  readonly children: ComponentChildren
}

/** Who starts a business near this centre, and what waits. */
export const VenturesHome = ({ lang, founders, zone, now, children }: Props) => {
  const t = words(lang)
  return (
    <>
      <h1>{t('team')}</h1>
      <p class="lead">{t('teamLead')}</p>
      <p class="row">
        {places.map(({ href, word }) => (
          <LinkButton key={href} href={href} alt>
            {t(word)}
          </LinkButton>
        ))}
      </p>
      {children}
      <h2>{t('founders')}</h2>
      {founders.length === 0 && <p>{t('foundersNone')}</p>}
      {(['active', 'paused', 'alumni'] as const).map((status) => {
        const some = founders.filter((founder) => founder.status === status)
        return some.length === 0 ? null : (
          <section key={status} class="stack">
            <h3>
              {t(`status.${status}`)} · {some.length}
            </h3>
            <ul class="wl">
              {some.map((founder) => (
                <li key={founder.id}>
                  <span>
                    <a href={`/ventures/founders/${founder.id}`}>
                      <b>
                        <bdi>{founder.name}</bdi>
                      </b>
                    </a>
                    <small>
                      <bdi>{founder.idea}</bdi>
                    </small>
                  </span>
                  <span>
                    {t(`stage.${founder.stage}`)} · {t(`sector.${founder.sector}`)}
                  </span>
                  <small>
                    {t('lastStep', { day: sayDate(lang, founder.lastStepAt.toZonedDateTimeISO(zone), now) })}
                  </small>
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </>
  )
}
