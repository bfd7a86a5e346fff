import type { Hit } from '#modules/discovery/index.ts'
import type { Language } from '#platform/i18n/index.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { Form, Select } from '#ui/form.tsx'
import { Note } from '#ui/note.tsx'
import type { Learner } from '../db/learners.ts'
import type { Path } from '../domain/path.ts'
import { mayNoteAlone } from '../domain/progress.ts'
import { type Reading, say } from '../domain/say.ts'
import { badgeOf } from '../give-badge.ts'
import { type Word, words } from '../path-words.ts'
import type { Followed } from '../read-learner.ts'
import { answerTo, type Refusal } from '../refusals.ts'
import { gestureWords } from './gesture-words.ts'
import { NextTickets } from './near.tsx'
import { WalkSteps } from './walk-steps.tsx'

type Props = {
  readonly reading: Reading
  /** `/l/…`, which is this page. */
  readonly address: string
  readonly learner: Learner
  readonly followed: readonly Followed[]
  /** Paths she does not follow yet. */
  readonly others: readonly Path[]
  readonly hits: readonly Hit[]
  readonly observed: ReadonlySet<string>
  readonly notes: ReadonlySet<string>
  readonly now: Temporal.Instant
  readonly refused: Refusal | null
  /** Where a badge given is shown, from its sealed token. */
  readonly badgeLink: (sealed: Buffer) => string
}

/** What a learner sees by her link: her paths, the two next sessions, all that is kept of her, and the end of it. */
export const LearnerPage = (props: Props) => {
  const { reading, address, learner, followed, others, hits, observed, notes, now, refused, badgeLink } =
    props
  const t = words(reading.lang)
  return (
    <>
      <h1>{learner.name ? t('hello', { name: learner.name }) : t('mine')}</h1>
      {refused && (
        <Note kind="no" role="alert">
          <p>{t(answerTo(refused).word)}</p>
        </Note>
      )}
      {followed.map((one) => (
        <section key={one.path.id} class="stack" aria-labelledby={`path-${one.path.id}`}>
          <h2 id={`path-${one.path.id}`}>{say(one.path.title, reading)}</h2>
          <p>{t('doneOf', { done: one.progress.done, steps: one.progress.steps.length })}</p>
          {one.progress.finished && (
            <Note>
              <p>
                <b>{t('finished')}</b> {say(one.path.goal, reading)}
              </p>
              <p>
                {one.badgeSealed ? (
                  <a href={badgeLink(one.badgeSealed)}>{t('myBadge')}</a>
                ) : (
                  badgeOf(one.path.id) && t('askBadge')
                )}
              </p>
            </Note>
          )}
          {one.progress.next && (
            <WalkSteps
              onlyNext
              reading={reading}
              followed={one}
              action={`${address}/steps`}
              mayNote={mayNoteAlone}
            />
          )}
          <details>
            <summary>{t('allSteps')}</summary>
            <WalkSteps reading={reading} followed={one} action={`${address}/steps`} mayNote={mayNoteAlone} />
          </details>
        </section>
      ))}
      {hits.length > 0 && (
        <>
          <h2>{t('nextSessions')}</h2>
          <NextTickets lang={reading.lang} hits={hits} now={now} />
        </>
      )}
      {observed.size > 0 && (
        <>
          <h2>{t('seenOfYou')}</h2>
          <ul>
            {gestureWords(reading, observed).map((gesture) => (
              <li key={gesture}>{gesture}</li>
            ))}
          </ul>
        </>
      )}
      <Kept reading={reading} learner={learner} notes={notes} address={address} />
      {others.length > 0 && (
        <Form action={`${address}/paths`} title={t('another')}>
          <Select
            name="path"
            label={t('anotherLabel')}
            options={others.map(({ id, title }) => ({ value: id, label: say(title, reading) }))}
          />
          <p>
            <Button alt icon="plus">
              {t('follow')}
            </Button>
          </p>
        </Form>
      )}
    </>
  )
}

/** What we know of her, and its end. */
const Kept = ({
  reading,
  learner,
  notes,
  address,
}: Pick<Props, 'reading' | 'learner' | 'notes' | 'address'>) => {
  const t = words(reading.lang)
  return (
    <section class="stack" aria-labelledby="kept">
      <h2 id="kept">{t('keptTitle')}</h2>
      <p>{t('keptLink')}</p>
      {notes.size > 0 && (
        <>
          <p>{t('keptNotes')}</p>
          <ul>
            {[...notes].map((sentence) => (
              <li key={sentence}>{t(`note.${sentence}` as Word)}</li>
            ))}
          </ul>
        </>
      )}
      {learner.position && (
        <p>
          <a href={`/skills/outcome?a=${learner.position}`}>{t('myAnswers')}</a>
        </p>
      )}
      <details>
        <summary>{t('end')}</summary>
        <Form action={`${address}/erasures`} class="noprint">
          <p>{t('endSaid')}</p>
          <p>
            <Button alt icon="no">
              {t('endNow')}
            </Button>
          </p>
        </Form>
      </details>
    </section>
  )
}

/** A link that opens nothing: mistyped, ended or forgotten. */
export const LinkUnknown = ({ lang }: { readonly lang: Language }) => {
  const t = words(lang)
  return (
    <>
      <h1>{t('linkUnknown')}</h1>
      <p class="lead">{t('linkUnknownSaid')}</p>
      <p>
        <LinkButton href="/paths" onwards>
          {t('allPaths')}
        </LinkButton>
      </p>
    </>
  )
}

/** After she ended it: nothing is left. */
export const ErasedPage = ({ lang }: { readonly lang: Language }) => {
  const t = words(lang)
  return (
    <>
      <h1>{t('erasedTitle')}</h1>
      <p class="lead">{t('erasedSaid')}</p>
      <p>
        <LinkButton href="/sessions" onwards>
          {t('sessions')}
        </LinkButton>
      </p>
    </>
  )
}
