import { type FieldErrors, type Typed, typedText } from '#platform/http/form.ts'
import type { Language } from '#platform/i18n/index.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { Choice, ErrorSummary, Field, Form } from '#ui/form.tsx'
import { Note } from '#ui/note.tsx'
import { type Organisation, organisationKinds } from '../db/organisation.ts'
import { type OrganisationWord, organisationWords } from '../organisation-words.ts'

type Props = {
  readonly lang: Language
  readonly organisations: readonly Organisation[]
  readonly said: string | null
  readonly typed: Typed
  /** Which form came back: a new partner, or the number of one. */
  readonly about: 'new' | number | null
  readonly errors: FieldErrors
}

/** The partners of a centre: who they are, who comes from them, what they may do. */
export const OrganisationsPage = (props: Props) => {
  const { lang, organisations, said, errors, about, typed } = props
  const t = organisationWords(lang)
  const mine = about === 'new'
  const wrong = (field: string) => (mine && errors[field] ? t(errors[field] as OrganisationWord) : undefined)
  return (
    <>
      <div class="split">
        <h1>{t('title')}</h1>
        <p class="row noprint">
          <LinkButton alt href="/plan/proposals">
            {t('proposals')}
          </LinkButton>
        </p>
      </div>
      <p class="lead">{t('lead')}</p>
      {said && (
        <Note role="status">
          <p>{said}</p>
        </Note>
      )}
      <ErrorSummary
        lang={lang}
        errors={Object.entries(errors).map(([field, word]) => ({
          ...(field !== 'form' && { field: mine ? field : `${field}-${about}` }),
          message: t(word as OrganisationWord),
        }))}
      />
      {organisations.length === 0 && <p>{t('none')}</p>}
      {organisations.map((organisation) => (
        <Partner key={organisation.id} {...props} organisation={organisation} />
      ))}
      <Form action="/plan/partners" title={t('new')}>
        <Field
          name="name"
          label={t('name')}
          value={mine ? typedText(typed, 'name') : ''}
          error={wrong('name')}
          maxLength={120}
        />
        <Choice
          name="kind"
          label={t('kind')}
          error={wrong('kind')}
          value={mine ? typedText(typed, 'kind') : ''}
          options={organisationKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
        />
        <Button>{t('add')}</Button>
      </Form>
    </>
  )
}

const Partner = ({
  lang,
  organisation,
  about,
  errors,
  typed,
}: Props & { readonly organisation: Organisation }) => {
  const t = organisationWords(lang)
  const { id, members } = organisation
  const mine = about === id
  const wrong = (field: string) => (mine && errors[field] ? t(errors[field] as OrganisationWord) : undefined)
  return (
    <section class="stack">
      <h2>
        <bdi>{organisation.name}</bdi>
      </h2>
      <p>
        {t(`kind.${organisation.kind}`)} · {t('members', { count: members.length })}
        {members.length > 0 && (
          <>
            {' · '}
            <bdi>{members.join(', ')}</bdi>
          </>
        )}
      </p>
      <details open={mine}>
        <summary>{t('rights')}</summary>
        <div class="two">
          <Form action={`/plan/partners/${id}/members`} title={t('invite')}>
            <Field
              id={`name-${id}`}
              name="name"
              label={t('memberName')}
              value={mine ? typedText(typed, 'name') : ''}
              error={wrong('name')}
              maxLength={80}
              dir="auto"
            />
            <Field
              id={`contact-${id}`}
              name="contact"
              label={t('contact')}
              value={mine ? typedText(typed, 'contact') : ''}
              error={wrong('contact')}
              dir="ltr"
              maxLength={254}
            />
            <Button alt>{t('send')}</Button>
          </Form>
          <form class="join stack" method="post" action={`/plan/partners/${id}/rights`}>
            <fieldset class="pick">
              <legend>{t('mayRegister')}</legend>
              <label>
                <input type="checkbox" name="mayRegister" value="yes" checked={organisation.mayRegister} />
                <span>{t('yes')}</span>
              </label>
            </fieldset>
            <fieldset class="pick">
              <legend>{t('standing')}</legend>
              {(['active', 'inactive'] as const).map((standing) => (
                <label key={standing}>
                  <input
                    type="radio"
                    name="standing"
                    value={standing}
                    checked={organisation.active === (standing === 'active')}
                  />
                  <span>{t(standing)}</span>
                </label>
              ))}
            </fieldset>
            <Button alt>{t('save')}</Button>
          </form>
        </div>
      </details>
    </section>
  )
}
