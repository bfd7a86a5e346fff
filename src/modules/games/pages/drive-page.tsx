import type { ComponentChildren } from 'preact'
import { Note } from '#ui/note.tsx'
import type { Room, Seat } from '../domain/game.ts'
import { say } from '../domain/pack.ts'
import { liveWords } from '../live-words.ts'
import { DriveHands } from './drive-hands.tsx'
import { DriveLive } from './drive-live.tsx'
import { DriveSeats } from './drive-seats.tsx'
import { LiveRoot } from './live-root.tsx'
import type { Reading } from './said.tsx'

type Props = Reading & {
  readonly room: Room
  readonly seats: readonly Seat[]
  readonly now: Temporal.Instant
  /** A sentence about what was just done. */
  readonly said?: string | undefined
  readonly hands: { readonly typed: Readonly<Record<string, string>>; readonly wrong: boolean }
}

/** The phone of the person who runs the game. */
export const DrivePage = ({ room, seats, now, said, hands, ...reading }: Props) => {
  const t = liveWords(reading.lang)
  const screen = `/play/${room.code}/screen`
  return (
    <>
      <p class="row">
        <a href="/games/live">{t('drive.all')}</a>
        <span>{say(room.title, reading.tongue)}</span>
        <span>
          {t('drive.codeIs')}{' '}
          <b class="slab code" dir="ltr" translate={false}>
            {room.code}
          </b>
        </span>
      </p>
      {said && (
        <Note role="status">
          <p>{said}</p>
        </Note>
      )}
      <LiveRoot room={room} viewer="drive" now={now} {...reading}>
        <DriveLive room={room} {...reading} />
      </LiveRoot>
      {room.phase === 'asking' && room.question && (
        <DriveHands
          lang={reading.lang}
          game={room.id}
          position={room.position}
          item={room.question.item}
          {...hands}
        />
      )}
      {room.phase !== 'ended' && (
        <section class="stack" aria-labelledby="ways">
          <h2 id="ways">{t('drive.ways')}</h2>
          <ul class="ways">
            <Way href={screen}>{t('drive.screen')}</Way>
            <Way href={`/games/live/${room.id}/cards`}>{t('drive.cards')}</Way>
            <Way href={`/play/${room.code}/tablet`}>{t('drive.tablet')}</Way>
          </ul>
        </section>
      )}
      <DriveSeats lang={reading.lang} game={room.id} seats={seats} over={room.phase === 'ended'} />
    </>
  )
}

const Way = ({ href, children }: { readonly href: string; readonly children: ComponentChildren }) => (
  <li>
    <a class="btn alt" href={href}>
      {children}
    </a>
  </li>
)
