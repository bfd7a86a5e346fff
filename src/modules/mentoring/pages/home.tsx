import { Button } from '#ui/button.tsx'
import { Choice, Form } from '#ui/form.tsx'
import { Note } from '#ui/note.tsx'
import type { Mentor } from '../db/mentors.ts'
import { methods } from '../domain/propose.ts'
import { answerTo, type Refusal } from '../refusals.ts'
import { words } from '../words.ts'
import { Asking } from './home-asking.tsx'
import { Figures, Live, Rounds } from './home-matches.tsx'
import type { HomePart } from './seen-home.ts'

type Props = HomePart & {
  /** How a mentor is reached: she is called before she is welcomed. */
  readonly contactOf: (mentor: Mentor) => string
  readonly refused: Refusal | null
}

/** Who offers, who looks, who is together, and asking for a matching. */
export const MentoringHome = (props: Props) => {
  const { lang, mentors, decides, contactOf, refused } = props
  const t = words(lang)
  const asking = mentors.filter(({ mentor }) => mentor.status === 'asking')
  const ready = mentors.filter(({ mentor }) => mentor.status === 'welcome' || mentor.status === 'paused')
  return (
    <>
      <h1>{t('team')}</h1>
      <p class="lead">{t('teamLead')}</p>
      {refused && (
        <Note kind="no" role="alert">
          <p>{t(answerTo(refused).word)}</p>
        </Note>
      )}
      <h2>{t('newMentors')}</h2>
      {asking.length === 0 && <p>{t('noNewMentors')}</p>}
      <ul class="wl">
        {asking.map(({ mentor, about }) => (
          <li key={mentor.id}>
            <b>
              <bdi>{mentor.name}</bdi>
            </b>
            <span>{about}</span>
            <bdi dir="ltr">{contactOf(mentor)}</bdi>
            {decides && (
              <Form action={`/ventures/mentoring/mentors/${mentor.id}/decisions`} class="noprint">
                <p class="row">
                  <Button name="decision" value="welcome" icon="ok">
                    {t('welcome')}
                  </Button>
                  <Button alt name="decision" value="declined">
                    {t('decline')}
                  </Button>
                </p>
              </Form>
            )}
          </li>
        ))}
      </ul>
      <Asking {...props} />
      {decides && (
        <Form action="/ventures/mentoring/rounds" title={t('runTitle')}>
          <p>{t('runSaid')}</p>
          <Choice
            name="method"
            label={t('method')}
            value="scores"
            options={methods.map((method) => ({ value: method, label: t(`method.${method}`) }))}
          />
          <p>
            <Button icon="ok">{t('run')}</Button>
          </p>
        </Form>
      )}
      <Rounds {...props} />
      <Live {...props} />
      <h2>{t('ready')}</h2>
      <ul class="wl">
        {ready.map(({ mentor, about }) => (
          <li key={mentor.id}>
            <b>
              <bdi>{mentor.name}</bdi>
            </b>
            <span>{about}</span>
            <span class="hint">
              {t('places', { taken: mentor.taken, capacity: mentor.capacity })} ·{' '}
              {t(`status.${mentor.status}`)}
            </span>
          </li>
        ))}
      </ul>
      <Figures {...props} />
    </>
  )
}
