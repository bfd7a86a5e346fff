import type { ComponentChildren } from 'preact'
import { Island } from '#ui/island.tsx'
import { Note } from '#ui/note.tsx'
import type { Room } from '../domain/game.ts'
import type { Viewer } from '../draw.tsx'
import { liveWords } from '../live-words.ts'
import type { Reading } from './said.tsx'

type Props = Reading & {
  readonly room: Room
  readonly viewer: Viewer
  /** The moment this page is drawn: phones count the seconds left by the server's clock. */
  readonly now: Temporal.Instant
  /** The question this seat has an answer kept for. */
  readonly kept?: number | undefined
  readonly children: ComponentChildren
}

/** The part of a page that follows the game, with the sentences it may have to say. */
export const LiveRoot = ({ room, viewer, now, kept, children, ...reading }: Props) => {
  const t = liveWords(reading.lang)
  const play = `/play/${room.code}`
  const asked = new URLSearchParams({ role: viewer, lang: reading.lang, tongue: reading.tongue })
  return (
    <>
      <div
        id="live"
        class={`stack live-${viewer}`}
        data-code={room.code}
        data-play={play}
        data-stream={`${play}/stream?${asked}`}
        data-state={`${play}/state?${asked}`}
        data-mine={viewer === 'phone' ? `${play}/mine` : undefined}
        data-version={room.version}
        data-kept={kept}
        data-now={now.epochMilliseconds}
      >
        {children}
      </div>
      <p id="said" class="vh" aria-live="polite" />
      <div id="note-lost" hidden>
        <Note kind="no" icon="offline" role="status">
          <p>{t('play.lost')}</p>
        </Note>
      </div>
      {viewer === 'phone' && (
        <>
          <div id="note-answer-waits" hidden>
            <Note kind="no" icon="offline" role="status">
              <p>{t('play.noNetwork')}</p>
            </Note>
          </div>
          <div id="note-late" hidden>
            <Note kind="no" role="status">
              <p>{t('play.tooLate')}</p>
            </Note>
          </div>
          <div id="note-unread" hidden>
            <Note kind="no" role="status">
              <p>{t('play.unread')}</p>
            </Note>
          </div>
        </>
      )}
      <Island name="live" />
    </>
  )
}
