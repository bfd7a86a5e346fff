import { Button, LinkButton } from '#ui/button.tsx'
import { Note } from '#ui/note.tsx'
import { type Gesture, move, type Room } from '../domain/game.ts'
import { type LiveWord, liveWords } from '../live-words.ts'
import { ItemTeach } from './item-teach.tsx'
import { Prompt, TimeLeft } from './live-parts.tsx'
import type { Reading } from './said.tsx'
import { ScreenChoices } from './screen-choices.tsx'

type Props = Reading & { readonly room: Room }

/** The one gesture that comes next, and what it is called where the game stands. */
function nextOf(room: Room): { gesture: Gesture; word: LiveWord } | null {
  switch (room.phase) {
    case 'lobby':
      return { gesture: 'next', word: 'drive.first' }
    case 'asking':
      return { gesture: 'close', word: 'drive.close' }
    case 'shown':
      return room.position === room.total
        ? { gesture: 'end', word: 'drive.finish' }
        : { gesture: 'next', word: 'drive.next' }
    default:
      return null
  }
}

/** Other gestures, below the one that comes next. */
const others: readonly { gesture: Gesture; word: LiveWord }[] = [
  { gesture: 'pause', word: 'drive.pause' },
  { gesture: 'resume', word: 'drive.resume' },
  { gesture: 'reopen', word: 'drive.reopen' },
  { gesture: 'end', word: 'drive.endNow' },
]

/** What the person who runs the game holds: where it stands, who is there, and what comes next. */
export const DriveLive = ({ room, ...reading }: Props) => {
  const t = liveWords(reading.lang)
  const next = nextOf(room)
  return (
    <>
      {room.question && room.phase !== 'ended' ? (
        <Prompt room={room} {...reading} />
      ) : (
        <h1>{t('drive.stands', { phase: room.phase, at: room.position, total: room.total })}</h1>
      )}
      {room.paused && (
        <Note icon="wait">
          <p>{t('screen.paused')}</p>
        </Note>
      )}
      <p class="counts">
        <span>
          {t('drive.seatedIs')} <b>{room.seated}</b>
        </span>
        {room.phase === 'asking' && (
          <span>
            {t('drive.answeredIs')} <b>{room.answered}</b>
          </span>
        )}
      </p>
      <TimeLeft room={room} lang={reading.lang} />
      {next && (
        <form method="post" action={`/games/live/${room.id}/moves`} class="gestures">
          <Standing room={room} />
          <Button wide onwards name="gesture" value={next.gesture}>
            {t(next.word)}
          </Button>
          <p class="row">
            {others
              .filter(({ gesture }) => gesture !== next.gesture && move(room, gesture))
              .map(({ gesture, word }) => (
                <Button key={gesture} alt name="gesture" value={gesture}>
                  {t(word)}
                </Button>
              ))}
          </p>
        </form>
      )}
      {room.phase === 'ended' && (
        <p>
          <LinkButton href={`/games/live/${room.id}/figures`} onwards>
            {t('drive.figures')}
          </LinkButton>
        </p>
      )}
      <Notes room={room} {...reading} />
    </>
  )
}

/** What the person saw when pressing: a second press of the same gesture then changes nothing. */
const Standing = ({ room }: { readonly room: Room }) => (
  <>
    <input type="hidden" name="phase" value={room.phase} />
    <input type="hidden" name="position" value={room.position} />
  </>
)

const Notes = ({ room, ...reading }: Props) => {
  const { question, phase } = room
  if (!question || phase === 'ended') return null
  const t = liveWords(reading.lang)
  const taught = <ItemTeach item={question.item} {...reading} />
  return phase === 'shown' ? (
    <>
      <h2>{t('drive.notes')}</h2>
      {taught}
    </>
  ) : (
    <>
      <ScreenChoices item={question.item} {...reading} />
      <details id="notes">
        <summary>{t('drive.notesOpen')}</summary>
        {taught}
      </details>
    </>
  )
}
