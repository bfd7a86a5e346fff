import { sayDate } from '#platform/i18n/index.ts'
import { Button } from '#ui/button.tsx'
import { Form } from '#ui/form.tsx'
import { Note } from '#ui/note.tsx'
import { minutesToUndo } from '../apply-round.ts'
import { answerTo, type Refusal } from '../refusals.ts'
import { words } from '../words.ts'
import { Blocking, Left, Pair, type RoundPart } from './round-pairs.tsx'

type Props = RoundPart & {
  readonly refused: Refusal | null
}

/** What a matching proposes, why, who is left and why; a person decides pair by pair, and nothing happens before. */
export const RoundPage = (props: Props) => {
  const { lang, round, proposed, refused, zone } = props
  const t = words(lang)
  const pairs = proposed.filter(({ mentor }) => mentor !== null)
  return (
    <>
      <p>
        <a href="/ventures/mentoring">{t('backToTeam')}</a>
      </p>
      <h1>{t('round', { date: sayDate(lang, round.askedAt.toZonedDateTimeISO(zone)) })}</h1>
      {refused && (
        <Note kind="no" role="alert">
          <p>{t(answerTo(refused).word)}</p>
        </Note>
      )}
      <p class="lead">
        {t(`round.${round.status}`)} · {t(`method.${round.method}`)}
      </p>
      {round.status === 'waiting' ? (
        <Note role="status">
          <p>{t('progress')}</p>
        </Note>
      ) : (
        <>
          <p>{t('looked', { founders: round.founders, mentors: round.mentors })}</p>
          <Gestures {...props} />
          <h2>{t('proposedTitle')}</h2>
          <ul class="wl">
            {pairs.map((pair) => (
              <Pair key={pair.founder} {...props} pair={pair} />
            ))}
          </ul>
          <Left {...props} />
          <Blocking {...props} />
        </>
      )}
    </>
  )
}

const Gestures = ({ lang, round, proposed, decides, mayUndo }: RoundPart) => {
  const t = words(lang)
  const address = `/ventures/mentoring/rounds/${round.id}`
  if (!decides) return null
  if (round.status === 'applied')
    return mayUndo ? (
      <Form action={`${address}/undos`}>
        <p>{t('undoSaid')}</p>
        <p>
          <Button alt>{t('undo')}</Button>
        </p>
      </Form>
    ) : null
  if (round.status !== 'ready') return null
  const open = proposed.some(({ decision, mentor }) => decision === 'open' && mentor !== null)
  return (
    <>
      {open && (
        <Form action={`${address}/acceptances`} class="noprint">
          <Button alt icon="ok">
            {t('acceptAll')}
          </Button>
        </Form>
      )}
      <Form action={`${address}/applications`}>
        <p>{t('applySaid', { minutes: minutesToUndo })}</p>
        <p>
          <Button icon="ok">{t('apply')}</Button>
        </p>
      </Form>
      <Form action={`${address}/drops`} class="noprint">
        <Button alt>{t('drop')}</Button>
      </Form>
    </>
  )
}
