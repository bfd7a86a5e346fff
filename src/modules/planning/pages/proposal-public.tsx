import { type Session, wordsOf } from '#modules/programme/index.ts'
import { type FieldErrors, type Typed, typedText } from '#platform/http/form.ts'
import { type Language, sayMoment } from '#platform/i18n/index.ts'
import { Button } from '#ui/button.tsx'
import { ErrorSummary, Field, Form } from '#ui/form.tsx'
import { Note } from '#ui/note.tsx'
import { type ProposalWord, proposalWords } from '../proposal-words.ts'

/** The open sessions of the centre, for a partner who registers her public. */
export const PublicSessionsPage = ({
  lang,
  sessions,
}: {
  readonly lang: Language
  readonly sessions: readonly Session[]
}) => {
  const t = proposalWords(lang)
  return (
    <>
      <h1>{t('public')}</h1>
      <p class="lead">{t('publicLead')}</p>
      {sessions.length === 0 ? (
        <p>{t('noSessions')}</p>
      ) : (
        <ul class="wl">
          {sessions.map((session) => (
            <li key={session.id}>
              <span>
                <a href={`/partner/sessions/${session.id}`}>{wordsOf(session, lang).title}</a>
                <small>
                  {sayMoment(lang, session.start)} · <bdi>{session.place.name}</bdi>
                </small>
              </span>
              <span>{t('seats', { count: session.seatsLeft })}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

type Props = {
  readonly lang: Language
  readonly session: Session
  readonly said: string | null
  readonly typed: Typed
  readonly errors: FieldErrors
}

/** Registers somebody, with her consent: a first name, a contact, how many come. */
export const PublicRegisterPage = ({ lang, session, said, typed, errors }: Props) => {
  const t = proposalWords(lang)
  const wrong = (field: string) => (errors[field] ? t(errors[field] as ProposalWord) : undefined)
  return (
    <>
      <p class="kind">{t('registerTitle')}</p>
      <h1>{wordsOf(session, lang).title}</h1>
      <p class="lead">
        {sayMoment(lang, session.start)} · <bdi>{session.place.name}</bdi> ·{' '}
        {t('seats', { count: session.seatsLeft })}
      </p>
      {said && (
        <Note role="status">
          <p>{said}</p>
        </Note>
      )}
      <ErrorSummary
        lang={lang}
        errors={Object.entries(errors).map(([field, word]) => ({
          ...(field !== 'form' && { field }),
          message: t(word as ProposalWord),
        }))}
      />
      <Form action={`/partner/sessions/${session.id}/registrations`}>
        <Field
          name="name"
          label={t('name')}
          value={typedText(typed, 'name')}
          error={wrong('name')}
          maxLength={80}
          dir="auto"
        />
        <Field
          name="contact"
          label={t('contact')}
          hint={t('contactHint')}
          value={typedText(typed, 'contact')}
          error={wrong('contact')}
          maxLength={254}
          dir="ltr"
        />
        <Field
          name="party"
          label={t('party')}
          inputMode="numeric"
          value={typedText(typed, 'party') || 1}
          error={wrong('party')}
        />
        <Button>{t('doRegister')}</Button>
      </Form>
      <p>
        <a href="/partner/sessions">{t('openSessions')}</a>
      </p>
    </>
  )
}
