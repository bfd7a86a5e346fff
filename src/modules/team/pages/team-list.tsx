import { type Language, sayDate, sayLanguages, sayMoment } from '#platform/i18n/index.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { Select } from '#ui/form.tsx'
import { Note } from '#ui/note.tsx'
import type { Application } from '../db/applications.ts'
import { sentences } from '../domain/sentences.ts'
import type { TeamMember } from '../read-team.ts'
import { saySkill, type Word, words } from '../words.ts'

type Props = {
  readonly lang: Language
  readonly team: readonly TeamMember[]
  readonly next: ReadonlyMap<number, { at: Temporal.ZonedDateTime; place: string }>
  readonly applications: readonly (Application & { contact: string; appliedOn: Temporal.ZonedDateTime })[]
  readonly said: string | null
  readonly refused: string | null
}

/** The team of a centre: who offers to join it first, then everybody who hosts, by name. */
export const TeamList = ({ lang, team, next, applications, said, refused }: Props) => {
  const t = words(lang)
  return (
    <>
      <h1>{t('team')}</h1>
      {said && (
        <Note role="status">
          <p>{said}</p>
        </Note>
      )}
      {refused && (
        <Note kind="no" role="alert">
          <p>{refused}</p>
        </Note>
      )}
      <p class="row noprint">
        <LinkButton alt href="/plan/calls">
          {t('needsPage')}
        </LinkButton>
        <LinkButton alt href="/team/hours">
          {t('hoursPage')}
        </LinkButton>
      </p>
      <section class="stack" aria-labelledby="applications">
        <h2 id="applications">{t('applications', { count: applications.length })}</h2>
        {applications.map((application) => (
          <Applicant key={application.id} lang={lang} application={application} />
        ))}
      </section>
      <h2>{t('everybody')}</h2>
      <ul class="wl">
        {team.map((member) => (
          <li key={member.member}>
            <span>
              <a href={`/team/${member.member}`}>
                <b>
                  <bdi>{member.name}</bdi>
                </b>
              </a>{' '}
              <span class="kind">
                {[
                  t(`role.${member.role}` as Word),
                  t(`kind.${member.kind}`),
                  ...(member.organisation ? [member.organisation.name] : []),
                  sayLanguages(lang, member.languages),
                ].join(' · ')}
              </span>
              <small>{member.skills.map((skill) => saySkill(lang, skill)).join(', ')}</small>
            </span>
            <span>
              {member.minutesGiven > 0 && (
                <>
                  {t('given', { hours: Math.round(member.minutesGiven / 60) })}
                  <br />
                </>
              )}
              <small>{sayNext(lang, next.get(member.member))}</small>
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

const sayNext = (lang: Language, next: { at: Temporal.ZonedDateTime; place: string } | undefined) =>
  next ? words(lang)('next', { when: sayMoment(lang, next.at), place: next.place }) : words(lang)('nextNone')

const Applicant = ({ lang, application }: { lang: Language; application: Props['applications'][number] }) => {
  const t = words(lang)
  const { id, name, organisation, languages, skills, weekly, reachKm } = application
  return (
    <article class="join stack" aria-labelledby={`application-${id}`}>
      <h3 id={`application-${id}`}>
        <bdi>{name}</bdi>
      </h3>
      <p>
        <bdi dir="ltr">{asSaid(application.contact)}</bdi>
        {' · '}
        {t('appliedOn', { date: sayDate(lang, application.appliedOn) })}
        <br />
        {[
          organisation?.name ?? t('alone'),
          sayLanguages(lang, languages),
          t('reachKm', { km: reachKm }),
        ].join(' · ')}
        <br />
        {skills.map((skill) => saySkill(lang, skill)).join(', ')}
        <br />
        <small>{sayWeek(lang, weekly)}</small>
      </p>
      <div class="two">
        {(['welcomed', 'declined'] as const).map((answer) => (
          <form
            key={answer}
            class="stack"
            method="post"
            action={`/team/applications/${id}/${answer === 'welcomed' ? 'welcome' : 'refusal'}`}
          >
            <Select
              id={`${answer}-${id}`}
              name="sentence"
              label={t('sentence')}
              options={sentences[answer].map((code) => ({
                value: code,
                label: t(`${answer === 'welcomed' ? 'welcome' : 'decline'}.${code}` as Word),
              }))}
            />
            <Button alt={answer === 'declined'}>{t(answer === 'welcomed' ? 'welcome' : 'decline')}</Button>
          </form>
        ))}
      </div>
    </article>
  )
}

/** A French number as it is said, by twos; anything else as it is. */
const asSaid = (contact: string): string =>
  contact.startsWith('+33') ? `0${contact.slice(3)}`.replace(/(\d\d)(?=\d)/g, '$1\u00a0') : contact

/** Half-days of a week in words, day by day: « Lundi : Matin, Soir ». */
const sayWeek = (lang: Language, weekly: readonly string[]): string => {
  const t = words(lang)
  const days = Map.groupBy(weekly, (code) => code.slice(0, 1))
  return [...days]
    .map(([day, codes]) =>
      [
        t(`day.${day}` as Word),
        codes.map((code) => t(`half.${code.slice(2)}` as Word).toLocaleLowerCase(lang)).join(', '),
      ].join(' '),
    )
    .join(' · ')
}
