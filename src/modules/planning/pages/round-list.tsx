import type { nomadic } from '#modules/network/index.ts'
import { type Language, sayMoment } from '#platform/i18n/index.ts'
import { LinkButton } from '#ui/button.tsx'
import { roundWords } from '../round-words.ts'

/** The rounds of a centre: each day as it is driven, and when it comes next. */
export const RoundListPage = ({
  lang,
  rounds,
}: {
  readonly lang: Language
  readonly rounds: readonly nomadic.Round[]
}) => {
  const t = roundWords(lang)
  return (
    <>
      <div class="split">
        <h1>{t('title')}</h1>
        <p class="row noprint">
          <LinkButton href="/plan/rounds/new" icon="plus">
            {t('new')}
          </LinkButton>
        </p>
      </div>
      <p class="lead">{t('lead')}</p>
      {rounds.length === 0 ? (
        <p>{t('none')}</p>
      ) : (
        <ul class="wl">
          {rounds.map((round) => (
            <li key={round.id}>
              <span>
                <b>
                  <bdi>{round.name}</bdi>
                </b>
                {round.legs.map(({ name, from, to }) => (
                  <small key={name + from}>
                    <bdi>{`${from} – ${to}`}</bdi> · <bdi>{name}</bdi>
                  </small>
                ))}
              </span>
              <span>
                {round.next ? (
                  <a href={`/plan/stops/${round.next.id}`}>
                    {t('nextStop', { moment: sayMoment(lang, round.next.start) })}
                  </a>
                ) : (
                  t('ended')
                )}
                <small>{t('ahead', { count: round.ahead })}</small>
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
