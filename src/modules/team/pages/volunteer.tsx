import type { Town } from '#modules/network/index.ts'
import { WhoFields } from '#modules/people/index.ts'
import { type FieldErrors, type Typed, typedText } from '#platform/http/form.ts'
import type { Language } from '#platform/i18n/index.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { Choice, ErrorSummary, Form, Select } from '#ui/form.tsx'
import { type Word, words } from '../words.ts'
import { languageOptions, reachOptions, skillOptions } from './options.ts'
import { WeekGrid } from './week-grid.tsx'

/** The first question, when the address does not answer it: near which town. */
export const TownsPage = ({ lang, towns }: { readonly lang: Language; readonly towns: readonly Town[] }) => {
  const t = words(lang)
  return (
    <>
      <h1>{t('volunteer')}</h1>
      <p class="lead">{t('volunteerLead')}</p>
      <h2>{t('whereTitle')}</h2>
      <ul class="needs">
        {towns.map(({ slug, name }) => (
          <li key={slug}>
            <a href={`/volunteer?centre=${slug}`}>
              <bdi>{name}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}

type Props = {
  readonly lang: Language
  readonly town: Town
  readonly organisations: readonly { id: number; name: string }[]
  readonly typed: Typed
  readonly errors: FieldErrors
}

/** Everything chosen in a field, as a list. */
const chosen = (typed: Typed, name: string): string[] => {
  const value = typed[name]
  return value === undefined ? [] : Array.isArray(value) ? value : [value]
}

/** Offering to host: two minutes, no account, nothing to write but a first name and a way to be reached. */
export const VolunteerPage = ({ lang, town, organisations, typed, errors }: Props) => {
  const t = words(lang)
  const wrong = (field: string) => (errors[field] ? t(errors[field] as Word) : undefined)
  return (
    <>
      <h1>{t('volunteer')}</h1>
      <p class="lead">{t('volunteerLead')}</p>
      <p>
        <a href="/volunteer">{t('otherTown')}</a>
      </p>
      <Form action="/volunteers" class="join offer" title={t('formTitle', { centre: town.name })}>
        <ErrorSummary
          lang={lang}
          errors={Object.entries(errors).map(([field, word]) => ({ field, message: t(word as Word) }))}
        />
        <input type="hidden" name="centre" value={town.slug} />
        <WhoFields
          labels={{ name: t('name'), contact: t('contact'), contactHint: t('contactHint') }}
          typed={typed}
          wrong={wrong}
        />
        <Choice
          name="skills"
          type="checkbox"
          label={t('skills')}
          hint={t('skillsHint')}
          value={chosen(typed, 'skills')}
          error={wrong('skills')}
          options={skillOptions(lang)}
        />
        <Choice
          name="languages"
          type="checkbox"
          label={t('languages')}
          value={typed.centre === undefined ? [lang] : chosen(typed, 'languages')}
          error={wrong('languages')}
          options={languageOptions()}
        />
        <WeekGrid lang={lang} value={chosen(typed, 'weekly')} error={wrong('weekly')} />
        <Choice
          name="reach"
          label={t('reach')}
          value={typedText(typed, 'reach') || '10'}
          options={reachOptions(lang)}
        />
        {organisations.length > 0 && (
          <Select
            name="organisation"
            label={t('organisation')}
            value={typedText(typed, 'organisation')}
            options={[
              { value: '', label: t('alone') },
              ...organisations.map(({ id, name }) => ({ value: String(id), label: name })),
            ]}
          />
        )}
        <p>
          <Button wide icon="ok">
            {t('send')}
          </Button>
        </p>
      </Form>
    </>
  )
}

/** After it: somebody answers, and there is nothing else to do. */
export const VolunteerThanks = ({ lang, town }: { readonly lang: Language; readonly town: Town }) => {
  const t = words(lang)
  return (
    <>
      <h1>{t('thanksTitle')}</h1>
      <p class="lead">{t('thanksLead', { centre: town.name })}</p>
      <p>{t('thanksNext')}</p>
      <p>
        <LinkButton href="/sessions" onwards>
          {t('backHome')}
        </LinkButton>
      </p>
    </>
  )
}
