import { saySkill } from '#modules/team/index.ts'
import { type Language, sayMoment } from '#platform/i18n/index.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { Icon } from '#ui/icon.tsx'
import { Note } from '#ui/note.tsx'
import { type CallWord, callWords } from '../call-words.ts'
import type { OpenNeed } from '../db/call-needs.ts'
import type { Call } from '../db/calls.ts'
import type { Candidate } from '../domain/call-plan.ts'

type Props = {
  readonly lang: Language
  readonly need: OpenNeed
  readonly calls: readonly (Call & { at: Temporal.ZonedDateTime })[]
  /** Everybody who could be chosen by hand: those who do not host it yet. */
  readonly candidates: readonly Candidate[]
  /** How many more may be asked. */
  readonly askable: number
  readonly said: string | null
  readonly refused: CallWord | null
}

/** Whom we asked to host a session, what they said, who fits and why, and choosing by hand. */
export const CallHostsPage = ({ lang, need, calls, candidates, askable, said, refused }: Props) => {
  const t = callWords(lang)
  const address = `/plan/sessions/${need.session}`
  return (
    <>
      <p class="kind">{need.title[lang] ?? need.title.fr}</p>
      <h1>{t('callsTitle')}</h1>
      <p class="lead">
        {sayMoment(lang, need.start)} · <bdi>{need.placeName}</bdi>
      </p>
      {said && (
        <Note role="status">
          <p>{said}</p>
        </Note>
      )}
      {refused && (
        <Note kind="no" role="alert">
          <p>{t(refused)}</p>
        </Note>
      )}
      <p class={need.hosts > 0 ? 'bad' : 'good'}>
        <Icon name={need.hosts > 0 ? 'warn' : 'ok'} /> {t('missing', { count: need.hosts })}
      </p>
      {need.hosts > 0 && need.skills.length > 0 && (
        <p>{t('missingSkills', { skills: need.skills.map((skill) => saySkill(lang, skill)).join(', ') })}</p>
      )}
      {need.hosts > 0 && (
        <form class="stack" method="post" action={`${address}/calls`}>
          <p>{t('askHint', { count: askable })}</p>
          {askable > 0 && <Button icon="call">{t('askNow')}</Button>}
        </form>
      )}
      <section class="stack" aria-labelledby="asked">
        <h2 id="asked">{t('askedTitle')}</h2>
        {calls.length === 0 && <p>{t('askedNone')}</p>}
        <ul class="wl">
          {calls.map((call) => (
            <li key={call.id}>
              <span>
                <b>
                  <bdi>{call.name}</bdi>
                </b>{' '}
                {t(`answer.${call.status}`)}
                <br />
                <small>
                  {[
                    t('askedOn', { when: sayMoment(lang, call.at) }),
                    ...(call.times > 1 ? [t('askedTimes', { count: call.times })] : []),
                    ...call.reasons.map((reason) => t(`for.${reason}` as CallWord)),
                  ].join(' · ')}
                </small>
              </span>
            </li>
          ))}
        </ul>
      </section>
      {need.hosts > 0 && (
        <section class="stack" aria-labelledby="choose">
          <h2 id="choose">{t('chooseTitle')}</h2>
          <p>{t('chooseHint')}</p>
          <ul class="wl">
            {candidates.map((candidate) => (
              <li key={candidate.member}>
                <Reasons lang={lang} candidate={candidate} />
                <form method="post" action={`${address}/calls/choices`}>
                  <input type="hidden" name="member" value={candidate.member} />
                  <Button alt>{t('choose', { name: candidate.name })}</Button>
                </form>
              </li>
            ))}
          </ul>
        </section>
      )}
      <p class="noprint">
        <LinkButton alt href={address}>
          {t('backToSession')}
        </LinkButton>
      </p>
    </>
  )
}

const Reasons = ({ lang, candidate }: { lang: Language; candidate: Candidate }) => {
  const t = callWords(lang)
  const { fit, name } = candidate
  return (
    <span>
      <b>
        <bdi>{name}</bdi>
      </b>
      <br />
      <small class={fit.fits ? 'good' : 'bad'}>
        <Icon name={fit.fits ? 'ok' : 'no'} /> {t(fit.fits ? 'fits' : 'fitsNot')}
      </small>{' '}
      <small>
        {(fit.fits
          ? fit.for.map((reason) => t(`for.${reason}`))
          : fit.against.map((reason) => t(`against.${reason}`))
        ).join(' · ')}
      </small>
    </span>
  )
}
