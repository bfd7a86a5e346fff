import { sayDate } from '#platform/i18n/index.ts'
import { Button } from '#ui/button.tsx'
import { Form } from '#ui/form.tsx'
import { words } from '../words.ts'
import type { HomePart, LiveMatch } from './seen-home.ts'

/** Matchings asked for. */
export const Rounds = ({ lang, rounds, zone }: HomePart) => {
  const t = words(lang)
  return rounds.length === 0 ? null : (
    <>
      <h2>{t('rounds')}</h2>
      <ul class="wl">
        {rounds.map((round) => (
          <li key={round.id}>
            <a href={`/ventures/mentoring/rounds/${round.id}`}>
              {t('round', { date: sayDate(lang, round.askedAt.toZonedDateTimeISO(zone)) })}
            </a>
            <span>{t(`method.${round.method}`)}</span>
            <span class="hint">{t(`round.${round.status}`)}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

/** Who is together now, and whether they meet. */
export const Live = ({ lang, live, zone, decides }: HomePart) => {
  const t = words(lang)
  const when = ({ told, lastMet }: LiveMatch) => {
    if (!told) return t('toTell')
    return lastMet ? t('lastMet', { date: sayDate(lang, lastMet.toZonedDateTimeISO(zone)) }) : t('neverMet')
  }
  return (
    <>
      <h2>{t('live')}</h2>
      {live.length === 0 && <p>{t('noLive')}</p>}
      <ul class="wl">
        {live.map((match) => (
          <li key={match.id}>
            <b>{t('pair', { founder: match.founder, mentor: match.mentor })}</b>
            <span>{when(match)}</span>
            {match.silent && <b>{t('silent')}</b>}
            {decides && (
              <Form action={`/ventures/mentoring/matches/${match.id}/stops`} class="noprint">
                <Button alt>{t('stopTeam')}</Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

/** Meetings month by month. */
export const Figures = ({ lang, figures }: HomePart) => {
  const t = words(lang)
  return figures.length === 0 ? null : (
    <>
      <h2>{t('figures')}</h2>
      <ul class="wl">
        {figures.map(({ month, meetings, minutes }) => (
          <li key={month.toString()}>
            <b>
              {new Intl.DateTimeFormat(lang, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
                month.toZonedDateTime('UTC').epochMilliseconds,
              )}
            </b>
            <span>{t('figuresSaid', { meetings, hours: Math.round(minutes / 6) / 10 })}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
