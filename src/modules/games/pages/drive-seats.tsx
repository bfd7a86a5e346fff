import type { Language } from '#platform/i18n/index.ts'
import { Button } from '#ui/button.tsx'
import { Icon } from '#ui/icon.tsx'
import type { Seat } from '../domain/game.ts'
import { liveWords } from '../live-words.ts'

type Props = {
  readonly lang: Language
  readonly game: number
  readonly seats: readonly Seat[]
  /** A game that is over gives no seat back. */
  readonly over: boolean
}

/** Who is there, with the code that gives a seat back; who answered is said, what they answered is not. */
export const DriveSeats = ({ lang, game, seats, over }: Props) => {
  const t = liveWords(lang)
  return (
    <section id="seats" class="stack" aria-labelledby="seats-title" data-from={`/games/live/${game}/seats`}>
      <h2 id="seats-title">{t('drive.seats')}</h2>
      {seats.length === 0 ? <p>{t('drive.seatsNone')}</p> : <p class="hint">{t('drive.seatsHint')}</p>}
      <ul class="wl">
        {seats.map(({ id, name, code, team, answered }) => (
          <li key={id}>
            <span>
              <b>
                <bdi>{name}</bdi>
              </b>{' '}
              <span class="slab" dir="ltr">
                {code}
              </span>
              {team !== null && <small>{t('play.teamN', { team })}</small>}
              {answered && (
                <small>
                  <Icon name="ok" /> {t('drive.hasAnswered')}
                </small>
              )}
            </span>
            {!over && (
              <form method="post" action={`/games/live/${game}/seats/${id}/removal`}>
                <Button alt>
                  {t('drive.remove')}
                  <span class="vh"> {name}</span>
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
