import { LinkButton } from '#ui/button.tsx'
import { Note } from '#ui/note.tsx'
import type { Answer } from '../domain/answer.ts'
import type { Room } from '../domain/game.ts'
import { liveWords } from '../live-words.ts'
import { ItemTeach } from './item-teach.tsx'
import { Prompt, TimeLeft } from './live-parts.tsx'
import { Mine } from './play-mine.tsx'
import { Asked } from './play-question.tsx'
import type { Reading } from './said.tsx'

type Props = Reading & {
  readonly room: Room
  /** What this seat answered; undefined in what is drawn for every phone at once. */
  readonly mine?: Answer | null | undefined
  /** Of a story half-way: the letters chosen so far. */
  readonly way?: readonly string[] | undefined
  /** Shows the question again to somebody who answered it. */
  readonly changing?: boolean | undefined
  /** Something the person must know of what was just posted. */
  readonly said?: string | undefined
}

/** What a phone shows of the game: waiting, a question, its answer, the end. The same for everybody but `mine`. */
export const PlayLive = (props: Props) => {
  const { room, lang, tongue, mine, said } = props
  const t = liveWords(lang)
  if (room.phase === 'ended') return <Ended {...props} />
  if (!room.question)
    return (
      <>
        <h1>{t('play.lobby')}</h1>
        <p class="lead">{room.paused ? t('play.pausedShort') : t('play.lobbyLead')}</p>
      </>
    )
  return (
    <>
      <Prompt room={room} lang={lang} tongue={tongue} />
      {said && (
        <Note kind="no" role="alert">
          <p>{said}</p>
        </Note>
      )}
      {room.paused && (
        <Note icon="wait">
          <p>{t('play.paused')}</p>
        </Note>
      )}
      {room.phase === 'asking' ? (
        <>
          <TimeLeft room={room} lang={lang} />
          <Asked {...props} question={room.question} />
        </>
      ) : (
        <>
          <div id="mine" data-wanted={mine === undefined ? '' : undefined}>
            {mine !== undefined && (
              <Mine item={room.question.item} answer={mine} lang={lang} tongue={tongue} />
            )}
          </div>
          <h2>{t('play.theAnswer')}</h2>
          <ItemTeach item={room.question.item} lang={lang} tongue={tongue} />
        </>
      )}
    </>
  )
}

const Ended = ({ lang, room }: Props) => {
  const t = liveWords(lang)
  return (
    <>
      <h1>{t('play.end')}</h1>
      <p class="lead">{t('play.endLead')}</p>
      <p class="row">
        <LinkButton href={`/games/${room.pack}`} onwards>
          {t('play.endHome')}
        </LinkButton>
        <LinkButton alt href="/sessions">
          {t('play.endNext')}
        </LinkButton>
      </p>
    </>
  )
}
