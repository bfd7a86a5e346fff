import type { FieldErrors } from '#platform/http/form.ts'
import { type Language, sayDate } from '#platform/i18n/index.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { Choice, ErrorSummary, Field, Form, Select } from '#ui/form.tsx'
import { Note } from '#ui/note.tsx'
import { kinds } from '../domain/vocabulary.ts'
import type { Profile } from '../read-team.ts'
import { type Word, words } from '../words.ts'
import { languageOptions, reachOptions, skillOptions } from './options.ts'
import { WeekGrid } from './week-grid.tsx'

type Props = {
  readonly lang: Language
  readonly profile: Profile
  readonly absences: readonly { id: number; from: Temporal.PlainDate; until: Temporal.PlainDate }[]
  readonly goals: readonly { id: number; name: string; km: number | null }[]
  /** The addresses of this page's forms begin with it: /team/me or /team/12. */
  readonly base: string
  /** A coordinator sees somebody else's page, and does more there. */
  readonly coordinator: boolean
  readonly said: string | null
  readonly errors: FieldErrors
}

/** What a member can show, where and when; her days away; and, for her coordinator, the way out of the team. */
export const MemberPage = (props: Props) => {
  const { lang, profile, coordinator, said, errors, base } = props
  const t = words(lang)
  return (
    <>
      <h1>{coordinator ? <bdi>{profile.name}</bdi> : t('profileMine')}</h1>
      {said && (
        <Note role="status">
          <p>{said}</p>
        </Note>
      )}
      <ErrorSummary
        lang={lang}
        errors={Object.entries(errors).map(([field, word]) => ({
          ...(field !== 'form' && { field }),
          message: t(word as Word),
        }))}
      />
      {coordinator && (
        <p class="row noprint">
          <LinkButton alt href={`/print/certificate.pdf?member=${profile.member}`} icon="print">
            {t('certificateOf', { name: profile.name })}
          </LinkButton>
        </p>
      )}
      <div class="two">
        <ProfileForm {...props} />
        <div class="stack">
          <Absences {...props} />
          {coordinator && (
            <Form action={`${base}/departure`} title={t('leave')}>
              <p>{t('leaveHint', { name: profile.name })}</p>
              <Button alt>{t('leaveDo', { name: profile.name })}</Button>
            </Form>
          )}
        </div>
      </div>
    </>
  )
}

const ProfileForm = ({ lang, profile, goals, base, coordinator, errors }: Props) => {
  const t = words(lang)
  const wrong = (field: string) => (errors[field] ? t(errors[field] as Word) : undefined)
  const further = goals.filter(
    ({ id, km }) => id !== profile.nearPlace && (km === null || km > profile.reachKm),
  )
  return (
    <Form action={`${base}/profile`} class="join offer">
      {coordinator && (
        <Choice
          name="kind"
          label={t('kind')}
          value={profile.kind}
          options={kinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
        />
      )}
      <Choice
        name="skills"
        type="checkbox"
        label={t('skills')}
        value={profile.skills}
        options={skillOptions(lang)}
      />
      <Choice
        name="languages"
        type="checkbox"
        label={t('languages')}
        value={profile.languages}
        error={wrong('languages')}
        options={languageOptions()}
      />
      <WeekGrid lang={lang} value={profile.weekly} />
      <Select
        name="near"
        label={t('near')}
        value={String(profile.nearPlace ?? '')}
        options={goals.map(({ id, name }) => ({ value: String(id), label: name }))}
      />
      <Choice
        name="reach"
        label={t('reach')}
        hint={t('reachHint')}
        value={String(profile.reachKm)}
        options={reachOptions(lang)}
      />
      {further.length > 0 && (
        <Choice
          name="also"
          type="checkbox"
          label={t('alsoPlaces')}
          value={profile.alsoPlaces.map(String)}
          options={further.map(({ id, name, km }) => ({
            value: String(id),
            label: km === null ? name : t('placeKm', { place: name, km: Math.round(km) }),
          }))}
        />
      )}
      <Field
        name="calls"
        label={t('callsPerMonth')}
        hint={t('callsPerMonthHint')}
        inputMode="numeric"
        value={profile.callsPerMonth}
        error={wrong('calls')}
      />
      <Button>{t('save')}</Button>
    </Form>
  )
}

const Absences = ({ lang, absences, base, errors }: Props) => {
  const t = words(lang)
  return (
    <section class="join stack" aria-labelledby="absences">
      <h2 id="absences">{t('absences')}</h2>
      {absences.length === 0 && <p>{t('absencesNone')}</p>}
      <ul class="wl">
        {absences.map(({ id, from, until }) => (
          <li key={id}>
            <span>
              {t(from.equals(until) ? 'absenceOn' : 'absence', {
                from: sayDate(lang, from.toZonedDateTime('UTC')),
                until: sayDate(lang, until.toZonedDateTime('UTC')),
              })}
            </span>
            <form method="post" action={`${base}/absences/${id}/removal`}>
              <Button alt>{t('absenceRemove')}</Button>
            </form>
          </li>
        ))}
      </ul>
      <form class="stack" method="post" action={`${base}/absences`} noValidate>
        <Field
          name="from"
          type="date"
          label={t('absenceFrom')}
          error={errors.from ? t(errors.from as Word) : undefined}
        />
        <Field name="until" type="date" label={t('absenceUntil')} />
        <Button alt>{t('absenceAdd')}</Button>
      </form>
    </section>
  )
}
