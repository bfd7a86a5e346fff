import { type Language, sayDate } from '#platform/i18n/index.ts'
import { Button } from '#ui/button.tsx'
import { Choice, Form, Select } from '#ui/form.tsx'
import { Note } from '#ui/note.tsx'
import type { Mentor } from '../db/mentors.ts'
import type { Round } from '../db/rounds.ts'
import { methods } from '../domain/propose.ts'
import { answerTo, type Refusal } from '../refusals.ts'
import { words } from '../words.ts'

export interface LiveMatch {
  id: number
  founder: string
  mentor: string
  told: boolean
  lastMet: Temporal.Instant | null
  /** Nothing for a month. */
  silent: boolean
}

export interface Home {
  zone: string
  mentors: readonly { mentor: Mentor; about: string }[]
  founders: readonly { id: number; name: string; about: string; wishesWoman: boolean; waited: number }[]
  /** Founders who do not ask yet. */
  others: readonly { id: number; name: string }[]
  live: readonly LiveMatch[]
  rounds: readonly Round[]
  figures: readonly { month: Temporal.PlainDate; meetings: number; minutes: number }[]
}

type Props = Home & {
  readonly lang: Language
  readonly decides: boolean
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

const Asking = ({ lang, founders, others, decides }: Props) => {
  const t = words(lang)
  return (
    <>
      <h2>{t('askingFounders')}</h2>
      {founders.length === 0 && <p>{t('noAsking')}</p>}
      <ul class="wl">
        {founders.map(({ id, name, about, wishesWoman, waited }) => (
          <li key={id}>
            <b>
              <bdi>{name}</bdi>
            </b>
            <span>{about}</span>
            <span class="hint">
              {[wishesWoman && t('wishesWoman'), waited > 0 && t('waited', { times: waited })]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      {decides && others.length > 0 && (
        <Form action="/ventures/mentoring/asks" title={t('addAsk')}>
          <Select
            name="founder"
            label={t('addAskLabel')}
            options={others.map(({ id, name }) => ({ value: String(id), label: name }))}
          />
          <p>
            <Button alt icon="plus">
              {t('add')}
            </Button>
          </p>
        </Form>
      )}
    </>
  )
}

const Rounds = ({ lang, rounds, zone }: Props) => {
  const t = words(lang)
  return rounds.length === 0 ? null : (
    <>
      <h2>{t('rounds')}</h2>
      <ul class="wl">
        {rounds.map((round) => (
          <li key={round.id}>
            <a href={`/ventures/mentoring/rounds/${round.id}`}>
              {t('round', { date: sayDate(lang, round.askedAt.toZonedDateTimeISO(zone)) })}
            </a>
            <span>{t(`method.${round.method}`)}</span>
            <span class="hint">{t(`round.${round.status}`)}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

const Live = ({ lang, live, zone, decides }: Props) => {
  const t = words(lang)
  const when = ({ told, lastMet }: LiveMatch) => {
    if (!told) return t('toTell')
    return lastMet ? t('lastMet', { date: sayDate(lang, lastMet.toZonedDateTimeISO(zone)) }) : t('neverMet')
  }
  return (
    <>
      <h2>{t('live')}</h2>
      {live.length === 0 && <p>{t('noLive')}</p>}
      <ul class="wl">
        {live.map((match) => (
          <li key={match.id}>
            <b>{t('pair', { founder: match.founder, mentor: match.mentor })}</b>
            <span>{when(match)}</span>
            {match.silent && <b>{t('silent')}</b>}
            {decides && (
              <Form action={`/ventures/mentoring/matches/${match.id}/stops`} class="noprint">
                <Button alt>{t('stopTeam')}</Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

const Figures = ({ lang, figures }: Props) => {
  const t = words(lang)
  return figures.length === 0 ? null : (
    <>
      <h2>{t('figures')}</h2>
      <ul class="wl">
        {figures.map(({ month, meetings, minutes }) => (
          <li key={month.toString()}>
            <b>
              {new Intl.DateTimeFormat(lang, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
                month.toZonedDateTime('UTC').epochMilliseconds,
              )}
            </b>
            <span>{t('figuresSaid', { meetings, hours: Math.round(minutes / 6) / 10 })}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
