import { Button } from '#ui/button.tsx'
import { Icon } from '#ui/icon.tsx'
import type { Step } from '../domain/path.ts'
import type { Reading } from '../domain/say.ts'
import { words } from '../path-words.ts'
import type { Followed } from '../read-learner.ts'
import { StepWords } from './paths.tsx'

type Props = {
  readonly reading: Reading
  readonly followed: Followed
  /** Where « done » and « not done » are posted. */
  readonly action: string
  /** Only what comes next: the next step, and the first one whoever looks may do meanwhile. */
  readonly onlyNext?: boolean
  /** Which steps whoever looks may note; the others say who does. */
  readonly mayNote: (step: Step) => boolean
}

/** The steps of a path, one thread: done, next, later, each with the one gesture it allows. */
export const WalkSteps = ({
  reading,
  followed: { path, progress },
  action,
  onlyNext = false,
  mayNote,
}: Props) => {
  const t = words(reading.lang)
  const own = onlyNext && progress.steps.find(({ step, done }) => done === null && mayNote(step))
  const shown = progress.steps.filter((one) => !onlyNext || one.isNext || one === own)
  return (
    <ol class="thread">
      {shown.map(({ step, done, isNext }) => (
        <li key={step.id}>
          {done && (
            <p class="good">
              <Icon name="ok" /> {t(`done.${done}`)}
            </p>
          )}
          {isNext && (
            <p class="kind">
              <Icon name="arrow" flip /> {t('nextStep')}
            </p>
          )}
          {onlyNext && !isNext && <p class="kind">{t('meanwhile')}</p>}
          <StepWords step={step} reading={reading} />
          {done !== 'attended' && mayNote(step) && (
            <form method="post" action={action} class="noprint">
              <input type="hidden" name="path" value={path.id} />
              <input type="hidden" name="step" value={step.id} />
              <Button alt icon={done ? undefined : 'ok'} name="done" value={done ? 'no' : 'yes'}>
                {t(done ? 'undo' : 'doneIt')}
                <span class="vh"> {step.title[reading.lang]}</span>
              </Button>
            </form>
          )}
          {done === null && !mayNote(step) && (
            <p class="hint">{t(step.kind === 'session' ? 'notedAtDoor' : 'notedByTeam')}</p>
          )}
        </li>
      ))}
    </ol>
  )
}
