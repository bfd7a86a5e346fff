import { Button, LinkButton } from '#ui/button.tsx'
import { Note } from '#ui/note.tsx'
import type { Answer } from '../domain/answer.ts'
import type { Question, Room } from '../domain/game.ts'
import { liveWords } from '../live-words.ts'
import { AnswerSaid } from './answer-said.tsx'
import { ItemForm } from './item-form.tsx'
import type { Reading } from './said.tsx'

type Props = Reading & {
  readonly room: Room
  readonly question: Question
  readonly mine?: Answer | null | undefined
  readonly way?: readonly string[] | undefined
  readonly changing?: boolean | undefined
}

/** The question under way: its form, or the answer kept and the way to change it. */
export const Asked = (props: Props) => {
  const { room, question, mine, way, changing, ...reading } = props
  const t = liveWords(reading.lang)
  const here = `/play/${room.code}`
  if (mine && !changing && !way)
    return (
      <>
        <Note role="status">
          <p>{t('play.kept')}</p>
          <p>
            {t('play.yourAnswer')} <AnswerSaid item={question.item} answer={mine} {...reading} />
          </p>
        </Note>
        <p class="row">
          {!room.paused && (
            <LinkButton alt href={`${here}?change=yes`}>
              {t('play.change')}
            </LinkButton>
          )}
          <LinkButton alt href={here}>
            {t('play.see')}
          </LinkButton>
        </p>
      </>
    )
  return (
    <form
      class="answer stack"
      method="post"
      action={`${here}/answers`}
      noValidate
      data-question={question.position}
    >
      <input type="hidden" name="question" value={question.position} />
      {question.item.kind === 'story' ? (
        <ItemForm item={question.item} way={way ?? []} {...reading} />
      ) : (
        <ItemForm item={question.item} answer={mine} {...reading} />
      )}
      {!room.paused && (
        <Button wide icon="ok">
          {t(question.item.kind === 'story' ? 'play.goOn' : 'play.answer')}
        </Button>
      )}
      <div data-note="kept" hidden>
        <Note>
          <p>{t('play.kept')}</p>
        </Note>
      </div>
      <p class="noscript">
        <a href={here}>{t('play.see')}</a>
      </p>
    </form>
  )
}
