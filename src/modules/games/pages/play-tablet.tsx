import { Button } from '#ui/button.tsx'
import { Icon } from '#ui/icon.tsx'
import type { Room, Seat } from '../domain/game.ts'
import { liveWords } from '../live-words.ts'
import { ItemForm } from './item-form.tsx'
import { Prompt } from './live-parts.tsx'
import { type JoinErrors, SitForm } from './play-join.tsx'
import type { Reading } from './said.tsx'

type Props = Reading & {
  readonly room: Room
  /** The seats taken on this tablet. */
  readonly seats: readonly Seat[]
  readonly name: string
  readonly errors: JoinErrors
  /** New with each page: a form sent twice takes one seat. */
  readonly once: string
}

/** A tablet that goes from hand to hand: who answers, or somebody new. */
export const TabletPage = ({ room, seats, name, errors, once, ...reading }: Props) => {
  const t = liveWords(reading.lang)
  const asking = room.phase === 'asking'
  return (
    <>
      <h1>{t('play.tabletTitle')}</h1>
      <p class="lead">{t(room.phase === 'ended' ? 'play.end' : 'play.tabletLead')}</p>
      {seats.length > 0 && room.phase !== 'ended' && (
        <>
          <h2>{t('play.tabletWho')}</h2>
          {!asking && <p>{t('play.tabletWait')}</p>}
          <ul class="hands">
            {seats.map(({ id, name: called, code, answered }) => (
              <li key={id}>
                {asking ? (
                  <a class="btn alt" href={`/play/${room.code}/tablet?seat=${id}`}>
                    <bdi>{called}</bdi>
                  </a>
                ) : (
                  <b>
                    <bdi>{called}</bdi>
                  </b>
                )}{' '}
                <small dir="ltr">{code}</small>
                {answered && (
                  <small>
                    {' '}
                    <Icon name="ok" /> {t('play.tabletDone')}
                  </small>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {room.phase !== 'ended' && (
        <>
          <h2>{t('play.tabletNew')}</h2>
          <SitForm lang={reading.lang} room={room} name={name} errors={errors} once={once} tablet />
        </>
      )}
      <p>
        <a href={`/play/${room.code}/tablet`}>{t('play.see')}</a>
      </p>
    </>
  )
}

/** The question, for one of those who share the tablet; then the next person. */
export const TabletQuestion = ({
  room,
  seat,
  way,
  said,
  ...reading
}: Reading & {
  readonly room: Room
  readonly seat: Seat
  readonly way: readonly string[]
  readonly said?: string | undefined
}) => {
  const t = liveWords(reading.lang)
  const { question } = room
  if (!question) return null
  return (
    <>
      <p class="kind">
        <bdi>{t('play.tabletFor', { name: seat.name })}</bdi>
      </p>
      <Prompt room={room} {...reading} />
      {said && (
        <p class="bad" role="alert">
          {said}
        </p>
      )}
      <form class="answer stack" method="post" action={`/play/${room.code}/tablet/answers`} noValidate>
        <input type="hidden" name="question" value={question.position} />
        <input type="hidden" name="seat" value={seat.id} />
        <ItemForm item={question.item} {...(question.item.kind === 'story' && { way })} {...reading} />
        <Button wide onwards>
          {t(question.item.kind === 'story' ? 'play.goOn' : 'play.tabletNext')}
        </Button>
      </form>
      <p>
        <a href={`/play/${room.code}/tablet`}>{t('play.see')}</a>
      </p>
    </>
  )
}
