import type { ComponentChildren } from 'preact'
import { Note } from '#ui/note.tsx'
import type { Room } from '../domain/game.ts'
import type { Item } from '../domain/pack.ts'
import { liveWords } from '../live-words.ts'
import { ChoiceBars } from './item-bars.tsx'
import { ItemShow } from './item-show.tsx'
import { Prompt, TimeLeft } from './live-parts.tsx'
import type { Reading } from './said.tsx'
import { ScreenChoices } from './screen-choices.tsx'
import { Compared } from './screen-compared.tsx'
import { Ended } from './screen-ended.tsx'
import { Lobby, typed } from './screen-lobby.tsx'
import { ScreenTaught } from './screen-taught.tsx'

type Props = Reading & {
  readonly room: Room
  /** Where people join, as a browser opens it: `https://…/play`. */
  readonly address: string
}

/** What the whole room looks at, from eight metres. */
export const ScreenLive = (props: Props) => {
  const { room } = props
  if (room.phase === 'ended') return <Ended {...props} />
  if (!room.question) return <Lobby {...props} />
  return (
    <>
      <Head {...props} />
      {room.phase === 'asking' ? (
        <Asking {...props} item={room.question.item} />
      ) : (
        <Shown {...props} item={room.question.item} />
      )}
    </>
  )
}

const Head = ({ room, address, lang }: Props) => {
  const t = liveWords(lang)
  return (
    <div class="split">
      <p class="kind">
        {t('play.questionOf', { at: room.position, total: room.total })}
        {room.question?.again && ` · ${t('play.secondTime')}`}
      </p>
      <p>
        {t('screen.joinAt')} <b dir="ltr">{typed(address)}</b>{' '}
        <b class="slab code" dir="ltr" translate={false}>
          {room.code}
        </b>
      </p>
    </div>
  )
}

const Count = ({ room, lang, children }: Reading & { room: Room; children?: ComponentChildren }) => (
  <div class="split">
    <p>
      <b>
        {liveWords(lang)('screen.answered', {
          count: room.answered,
          of: Math.max(room.seated, room.answered),
        })}
      </b>
    </p>
    {children}
  </div>
)

const Asking = ({ room, item, ...reading }: Props & { item: Item }) => {
  const t = liveWords(reading.lang)
  return (
    <>
      <Prompt room={room} {...reading} />
      <div class={!item.show ? undefined : item.kind === 'clues' ? 'stack large' : 'beside'}>
        {item.show && <ItemShow show={item.show} lang={reading.lang} tongue={reading.tongue} />}
        <ScreenChoices item={item} lang={reading.lang} tongue={reading.tongue} />
      </div>
      {room.paused ? (
        <Note icon="wait">
          <p>
            <b>{t('screen.paused')}</b>
          </p>
        </Note>
      ) : (
        <Count room={room} lang={reading.lang} tongue={reading.tongue}>
          {room.closesAt === null ? <p>{t('screen.calm')}</p> : <TimeLeft room={room} lang={reading.lang} />}
        </Count>
      )}
    </>
  )
}

const Shown = ({ room, item, ...reading }: Props & { item: Item }) => {
  const t = liveWords(reading.lang)
  const { tally, before } = room
  return (
    <>
      <Prompt room={room} {...reading} />
      <div class="beside">
        <div class="stack">
          <h2>{t('screen.room')}</h2>
          {tally?.people === 0 && <p>{t('screen.nobody')}</p>}
          {tally && before && tally.people > 0 ? (
            <Compared now={tally} before={before} lang={reading.lang} />
          ) : (
            tally && <ChoiceBars item={item} tally={tally} lang={reading.lang} tongue={reading.tongue} />
          )}
        </div>
        <ScreenTaught item={item} lang={reading.lang} tongue={reading.tongue} />
      </div>
    </>
  )
}
