import type { Language } from '#platform/i18n/index.ts'
import { Icon } from '#ui/icon.tsx'
import type { Room } from '../domain/game.ts'
import { liveWords } from '../live-words.ts'
import { Pictogram, type Reading, Said } from './said.tsx'

/** Which question of how many, and the question itself: the heading of every page of a game. */
export const Prompt = ({ room, ...reading }: Reading & { readonly room: Room }) => {
  const t = liveWords(reading.lang)
  const { question } = room
  if (!question) return null
  return (
    <div class="prompt">
      <p class="kind">
        {t('play.questionOf', { at: question.position, total: room.total })}
        {question.again && ` · ${t('play.secondTime')}`}
      </p>
      <h1 tabIndex={-1}>
        {question.item.icon && <Pictogram name={question.item.icon} />}{' '}
        <Said text={question.item.prompt} {...reading} />
      </h1>
    </div>
  )
}

/** The seconds left, counted by the browser from the hour the question closes; without script, nothing hurries anybody. */
export const TimeLeft = ({ room, lang }: { readonly room: Room; readonly lang: Language }) =>
  room.closesAt === null ? null : (
    <p class="left" data-closes={room.closesAt.epochMilliseconds} hidden>
      <Icon name="clock" /> <b /> {liveWords(lang)('play.seconds')}
    </p>
  )
