import { type Typed, typedText } from '#platform/http/form.ts'
import { type Language, sayDate } from '#platform/i18n/index.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { Choice, ErrorSummary, type FieldError, Form, Select } from '#ui/form.tsx'
import { Note } from '#ui/note.tsx'
import type { ShownSession } from '../db/shown.ts'
import { standingOf } from '../domain/authorisation.ts'
import type { Authorisation, Induction, Maker } from '../domain/vocabulary.ts'
import { labWords } from '../lab-words.ts'

/** What an induction is called in a language, French when it is not written in it. */
export const titleOf = (lang: Language, induction: Pick<Induction, 'texts'> | undefined): string =>
  induction?.texts[lang]?.title ?? induction?.texts.fr?.title ?? ''

type Props = {
  readonly lang: Language
  readonly timeZone: string
  readonly now: Temporal.Instant
  readonly inductions: readonly Induction[]
  readonly own: ReadonlySet<number>
  readonly mayWrite: boolean
  readonly sessions: readonly ShownSession[]
  readonly makers: readonly Maker[]
  readonly authorisations: readonly Authorisation[]
  readonly typed: Typed
  readonly errors: readonly FieldError[]
  readonly said: string | null
}

/** Whom the team showed machines to: after a workshop, or one by one; and what may be shown. */
export const LabInductionsPage = (props: Props) => {
  const { lang, inductions, own, mayWrite, sessions, makers, typed, errors, said } = props
  const t = labWords(lang)
  return (
    <>
      <h1>{t('in.title')}</h1>
      <p class="lead">{t('in.lead')}</p>
      <ErrorSummary lang={lang} errors={errors} />
      {said && (
        <Note role="status">
          <p>{said}</p>
        </Note>
      )}
      <h2>{t('in.sessions')}</h2>
      {sessions.length === 0 && <p>{t('in.noSessions')}</p>}
      {sessions.flatMap((session) =>
        session.inductions.map((induction) => (
          <SessionForm
            key={`${session.session}-${induction}`}
            {...props}
            session={session}
            induction={induction}
          />
        )),
      )}
      <Form action="/fablab/authorisations" title={t('in.one')}>
        <Select
          name="maker"
          label={t('in.maker')}
          value={typedText(typed, 'maker')}
          error={errors.find(({ field }) => field === 'maker')?.message}
          options={[
            { value: '', label: '…' },
            ...makers
              .filter(({ kind }) => kind === 'person')
              .map(({ id, name }) => ({ value: String(id), label: name })),
          ]}
        />
        <Select
          name="induction"
          label={t('in.which')}
          value={typedText(typed, 'induction')}
          options={inductions.map((one) => ({ value: String(one.id), label: titleOf(lang, one) }))}
        />
        <p>
          <Button icon="ok">{t('in.validate')}</Button>
        </p>
      </Form>
      <h2>{t('in.kinds')}</h2>
      <ul class="wl">
        {inductions.map((one) => (
          <li key={one.id}>
            <span>
              <b>{titleOf(lang, one)}</b>
              <small>
                {[
                  ...(own.has(one.id) ? [] : [t('in.network')]),
                  t('in.valid', { months: one.validMonths ?? 0 }),
                  ...(one.unusedMonths === null ? [] : [t('in.unused', { months: one.unusedMonths })]),
                ].join(' · ')}
              </small>
            </span>
            {mayWrite && own.has(one.id) && <a href={`/fablab/inductions/${one.id}`}>{t('in.edit')}</a>}
          </li>
        ))}
      </ul>
      {mayWrite && (
        <p>
          <LinkButton alt icon="plus" href="/fablab/inductions/new">
            {t('in.new')}
          </LinkButton>
        </p>
      )}
    </>
  )
}

type SessionProps = Props & { readonly session: ShownSession; readonly induction: number }

const SessionForm = ({
  lang,
  timeZone,
  now,
  inductions,
  authorisations,
  session,
  induction,
}: SessionProps) => {
  const t = labWords(lang)
  const holds = (maker: number | null) =>
    maker !== null &&
    ['held', 'soon'].includes(
      standingOf(
        authorisations.find((one) => one.maker === maker && one.induction === induction),
        now,
      ),
    )
  return (
    <Form action={`/fablab/inductions/sessions/${session.session}`}>
      <h3>
        {titleOf(
          lang,
          inductions.find(({ id }) => id === induction),
        )}
      </h3>
      <p>
        {session.title}, {sayDate(lang, session.startsAt.toZonedDateTimeISO(timeZone), now)}
      </p>
      <input type="hidden" name="induction" value={induction} />
      <Choice
        name="people"
        type="checkbox"
        label={t('in.who')}
        options={session.people.map(({ resident, name, maker }) => ({
          value: String(resident),
          label: holds(maker) ? `${name} (${t('in.already')})` : name,
        }))}
      />
      <p>
        <Button icon="ok">{t('in.validate')}</Button>
      </p>
    </Form>
  )
}
