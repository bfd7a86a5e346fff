import type { Answer } from '../domain/answer.ts'
import type { Item } from '../domain/pack.ts'
import { liveWords } from '../live-words.ts'
import { AnswerSaid } from './answer-said.tsx'
import { ItemVerdict } from './item-teach.tsx'
import type { Reading } from './said.tsx'

/** One's own answer, once the question is closed: seen by its phone only. */
export const Mine = ({
  item,
  answer,
  ...reading
}: Reading & { readonly item: Item; readonly answer: Answer | null }) => {
  const t = liveWords(reading.lang)
  if (!answer) return <p>{t('play.noAnswer')}</p>
  return (
    <>
      <ItemVerdict item={item} answer={answer} {...reading} />
      <div>
        {t('play.yourAnswer')} <AnswerSaid item={item} answer={answer} {...reading} />
      </div>
    </>
  )
}
