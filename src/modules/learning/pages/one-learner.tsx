import type { Language } from '#platform/i18n/index.ts'
import { Button } from '#ui/button.tsx'
import { Choice, Form } from '#ui/form.tsx'
import { Note } from '#ui/note.tsx'
import type { Learner } from '../db/learners.ts'
import { firstGestures } from '../domain/gestures.ts'
import { noteSentences } from '../domain/notes.ts'
import { say } from '../domain/say.ts'
import { badgeOf } from '../give-badge.ts'
import { words } from '../path-words.ts'
import { readLadders } from '../read-ladders.ts'
import type { Followed } from '../read-learner.ts'
import { answerTo, type Refusal } from '../refusals.ts'
import { Framework } from './framework.tsx'
import { Qr } from './qr.tsx'
import { SeenGestures } from './seen-gestures.tsx'
import { WalkSteps } from './walk-steps.tsx'

type Props = {
  readonly lang: Language
  readonly learner: Learner
  readonly followed: readonly Followed[]
  readonly observed: ReadonlySet<string>
  readonly notes: ReadonlySet<string>
  /** The whole address of her page. */
  readonly link: string
  /** Where a badge given is shown, from its sealed token. */
  readonly badgeLink: (sealed: Buffer) => string
  readonly said: boolean
  readonly refused: Refusal | null
}

/** One learner as the team sees her: steps to tick, gestures seen, how to welcome her, her link. No contact is shown. */
export const OneLearnerPage = (props: Props) => {
  const { lang, learner, followed, observed, link, badgeLink, said, refused } = props
  const t = words(lang)
  const reading = { lang, easy: false }
  const address = `/learning/${learner.id}`
  return (
    <>
      <h1>
        <bdi>{learner.name ?? t('unnamed')}</bdi>
      </h1>
      {said && (
        <Note role="status">
          <p>{t('saved')}</p>
        </Note>
      )}
      {refused && (
        <Note kind="no" role="alert">
          <p>{t(answerTo(refused).word)}</p>
        </Note>
      )}
      {followed.map((one) => (
        <section key={one.path.id} class="stack">
          <h2>{say(one.path.title, reading)}</h2>
          <p>{t('doneOf', { done: one.progress.done, steps: one.progress.steps.length })}</p>
          <WalkSteps reading={reading} followed={one} action={`${address}/steps`} mayNote={() => true} />
          {one.badgeSealed ? (
            <p>
              <a href={badgeLink(one.badgeSealed)}>{t('seeBadge')}</a>
            </p>
          ) : (
            one.progress.finished &&
            badgeOf(one.path.id) && (
              <Form action={`${address}/badges`} class="">
                <input type="hidden" name="path" value={one.path.id} />
                <Button icon="ok">{t('giveBadge')}</Button>
              </Form>
            )
          )}
        </section>
      ))}
      <Seen {...props} />
      <Framework
        lang={lang}
        skills={[...firstGestures, ...readLadders().rungs]
          .filter(({ code }) => observed.has(code))
          .map(({ skill }) => skill)}
      />
      {learner.contactKey === null && (
        <section class="stack">
          <h2>{t('shareLink')}</h2>
          <p>{t('shareLinkSaid')}</p>
          <Qr address={link} label={t('shareLink')} />
          <p dir="ltr">{link}</p>
        </section>
      )}
      <details open={refused === 'not-sure'}>
        <summary>{t('eraseLearner')}</summary>
        <Form action={`${address}/erasures`} class="noprint">
          <p>{t('eraseSaid')}</p>
          <label>
            <input type="checkbox" name="sure" value="yes" /> {t('eraseSure')}
          </label>
          <p>
            <Button alt icon="no">
              {t('eraseLearner')}
            </Button>
          </p>
        </Form>
      </details>
    </>
  )
}

/** What was seen and how to welcome her: closed lists, one button. */
const Seen = ({ lang, learner, observed, notes }: Props) => {
  const t = words(lang)
  const reading = { lang, easy: false }
  const { ladders, rungs } = readLadders()
  return (
    <Form action={`/learning/${learner.id}/observed`} title={t('observed')}>
      <p>{t('observedSaid')}</p>
      <SeenGestures reading={reading} legend={t('firstGestures')} gestures={firstGestures} seen={observed} />
      <details open={rungs.some(({ code }) => observed.has(code))}>
        <summary>{t('moreGestures')}</summary>
        {ladders.map(({ id, title }) => (
          <SeenGestures
            key={id}
            reading={reading}
            legend={say(title, reading)}
            gestures={rungs.filter(({ ladder }) => ladder === id)}
            seen={observed}
          />
        ))}
      </details>
      <Choice
        name="note"
        type="checkbox"
        label={t('notes')}
        hint={t('notesSaid')}
        value={[...notes]}
        options={noteSentences.map((sentence) => ({ value: sentence, label: t(`note.${sentence}`) }))}
      />
      <p>
        <Button>{t('save')}</Button>
      </p>
    </Form>
  )
}
