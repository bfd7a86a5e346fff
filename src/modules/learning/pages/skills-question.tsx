import { Button, LinkButton } from '#ui/button.tsx'
import type { Ladder } from '../domain/ladder.ts'
import { guards, type Next } from '../domain/next-question.ts'
import { type Reading, say } from '../domain/say.ts'
import type { Answered } from '../domain/settle.ts'
import { writeTrail } from '../domain/trail.ts'
import type { Answer, Pictogram } from '../domain/vocabulary.ts'
import { words } from '../words.ts'
import { Drawing } from './drawing.tsx'
import { Listen } from './listen.tsx'
import { EasyLink, skillsAddress } from './skills-address.tsx'

const signs: Record<Answer, Pictogram> = { alone: 'ok', helped: 'helper', 'not-yet': 'clock', unsure: 'ask' }
const order = ['alone', 'helped', 'not-yet', 'unsure'] as const

/** Answers after which one may stop and see. */
const worthSeeing = 3

type Props = {
  readonly reading: Reading
  readonly ladders: readonly Ladder[]
  readonly answered: readonly Answered[]
  readonly next: Extract<Next, { kind: 'ask' }>
}

/** One question, four answers that are each one touch, and why it is asked. */
export const QuestionPage = ({ reading, ladders, answered, next }: Props) => {
  const { rung, reason } = next
  const t = words(reading.lang)
  const theme = ladders.find(({ id }) => id === rung.ladder)
  const after = (answer: Answer) => writeTrail([...answered, { code: rung.code, answer }])
  return (
    <>
      <p class="hint">
        {theme && say(theme.title, reading)} ·{' '}
        {t('questionOf', { at: answered.length + 1, most: guards.most })}
      </p>
      <h1>
        <Drawing name={rung.icon} />
        <br />
        {say(rung.question, reading)}
      </h1>
      <Listen lang={reading.lang} />
      <form class="stack" action="/skills/questions" data-said>
        {reading.easy && <input type="hidden" name="easy" value="1" />}
        {order.map((answer) => (
          <p key={answer}>
            <Button alt wide name="a" value={after(answer)}>
              <Drawing name={signs[answer]} /> {t(`answer.${answer}`)}
            </Button>
          </p>
        ))}
      </form>
      <details>
        <summary>{t('why')}</summary>
        <p>{t(`why.${reason}`)}</p>
        <p>{t('whyAlways')}</p>
      </details>
      <p class="row">
        <LinkButton
          alt
          href={
            answered.length === 0
              ? skillsAddress('/skills', reading)
              : skillsAddress('/skills/questions', reading, answered.slice(0, -1))
          }
        >
          {t('back')}
        </LinkButton>
        {answered.length >= worthSeeing && (
          <LinkButton alt href={skillsAddress('/skills/outcome', reading, answered)}>
            {t('seeNow')}
          </LinkButton>
        )}
      </p>
      <EasyLink reading={reading} page="/skills/questions" answered={answered} />
    </>
  )
}
