import type { Answer } from '../domain/answer.ts'
import type { Room, Seat } from '../domain/game.ts'
import { liveWords } from '../live-words.ts'
import { LiveRoot } from './live-root.tsx'
import { PlayLive } from './play-live.tsx'
import type { Reading } from './said.tsx'

type Props = Reading & {
  readonly room: Room
  readonly seat: Seat
  readonly mine: Answer | null
  readonly way?: readonly string[] | undefined
  readonly changing: boolean
  readonly said?: string | undefined
  readonly now: Temporal.Instant
}

/** The page of a seat: who one is and the code that gives the seat back, then the game. */
export const SeatPage = ({ seat, now, ...props }: Props) => {
  const { room, mine, lang, tongue } = props
  const t = liveWords(lang)
  return (
    <>
      <div class="seatline">
        <p>
          <b>
            <bdi>{seat.name}</bdi>
          </b>
          {seat.team !== null && ` · ${t('play.teamN', { team: seat.team })}`}
        </p>
        <details>
          <summary>
            <bdi>{t('play.yourSeat', { code: seat.code })}</bdi>
          </summary>
          <p class="hint">{t('play.seatWhy')}</p>
        </details>
      </div>
      <LiveRoot
        room={room}
        viewer="phone"
        now={now}
        kept={mine && room.phase === 'asking' ? room.position : undefined}
        lang={lang}
        tongue={tongue}
      >
        <PlayLive {...props} />
      </LiveRoot>
      <p class="row noprint reading">
        <button type="button" id="listen" class="btn alt" data-hush={t('play.hush')} hidden>
          {t('play.listen')}
        </button>
        {lang === 'fr' && (
          <a href={`/play/${room.code}?easy=${tongue === 'easy' ? '0' : '1'}`}>
            {t(tongue === 'easy' ? 'play.easyOff' : 'play.easyOn')}
          </a>
        )}
      </p>
    </>
  )
}

/** Whether a page without script may be read again by itself: never while somebody is answering. */
export const mayRefresh = (room: Room, answered: boolean, changing: boolean): boolean =>
  room.phase !== 'ended' && (room.phase !== 'asking' || (answered && !changing))
