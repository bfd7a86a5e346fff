import type { Town } from '#modules/network/index.ts'
import { WhoFields } from '#modules/people/index.ts'
import { type FieldErrors, type Typed, typedText } from '#platform/http/form.ts'
import type { Language } from '#platform/i18n/index.ts'
import { Button } from '#ui/button.tsx'
import { ErrorSummary, Field, Form } from '#ui/form.tsx'
import { Icon } from '#ui/icon.tsx'
import type { Project } from '../db/projects.ts'
import { type Word, words } from '../words.ts'
import { FactsFields } from './facts-fields.tsx'

type WhereProps = {
  readonly lang: Language
  readonly towns: readonly Town[]
  /** The number of the project it starts from, or nothing. */
  readonly from: string
}

/** Which centre: the one question before the form, since its team reads what is sent. */
export const WherePage = ({ lang, towns, from }: WhereProps) => {
  const t = words(lang)
  return (
    <>
      <h1>{t('newTitle')}</h1>
      <p class="lead">{t('newWhere')}</p>
      <ul class="needs">
        {towns.map(({ slug, name }) => (
          <li key={slug}>
            <a href={`/projects/new?centre=${slug}${from && `&from=${from}`}`}>
              <Icon name="pin" />
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
  readonly from: Project | null
  readonly typed: Typed
  readonly errors: FieldErrors
}
type NewProps = Props & { readonly town: Town }

/** Beginning a project: what it is, then who writes. Steps and pictures come after, one at a time. */
export const NewProjectPage = ({ lang, town, from, typed, errors }: NewProps) => {
  const t = words(lang)
  const wrong = (field: string) => (errors[field] ? t(errors[field] as Word) : undefined)
  return (
    <>
      <h1>{t('newTitle')}</h1>
      <p class="lead">
        {t('newLead')} <bdi>{town.name}</bdi>.
      </p>
      <Form action="/projects">
        <Errors lang={lang} errors={errors} />
        <input type="hidden" name="centre" value={town.slug} />
        <From lang={lang} from={from} />
        <FactsFields lang={lang} typed={typed} errors={errors} />
        <h2>{t('who')}</h2>
        <WhoFields
          labels={{
            name: t('name'),
            nameHint: t('nameHint'),
            contact: t('contact'),
            contactHint: t('contactHint'),
          }}
          typed={typed}
          wrong={wrong}
        />
        <p>
          <Button wide icon="arrow">
            {t('goOn')}
          </Button>
        </p>
        <p class="hint">{t('keptFor')}</p>
      </Form>
      <Form action="/projects/links" title={t('lostLink')}>
        <input type="hidden" name="centre" value={town.slug} />
        <Field
          name="contact"
          id="lost-contact"
          label={t('contact')}
          hint={t('lostLinkHint')}
          value={typedText(typed, 'lost')}
          error={wrong('lost-contact')}
          autocomplete="tel"
          dir="ltr"
        />
        <Button alt>{t('sendLink')}</Button>
      </Form>
    </>
  )
}

type FactsProps = Props & {
  /** Where the form goes: another project, or the one there is. */
  readonly action: string
  readonly title: Word
}

/** The same questions for somebody who already has a page: about one more project, or about the one there is. */
export const FactsPage = ({ lang, action, title, from, typed, errors }: FactsProps) => {
  const t = words(lang)
  return (
    <>
      <h1>{t(title)}</h1>
      <Form action={action}>
        <Errors lang={lang} errors={errors} />
        <From lang={lang} from={from} />
        <FactsFields lang={lang} typed={typed} errors={errors} />
        <p>
          <Button wide icon="ok">
            {t('save')}
          </Button>
        </p>
      </Form>
    </>
  )
}

const From = ({ lang, from }: Pick<Props, 'lang' | 'from'>) =>
  from && (
    <>
      <input type="hidden" name="remixOf" value={from.id} />
      <p>
        {words(lang)('remixOf')} <a href={`/projects/${from.id}`}>{from.title}</a>
      </p>
    </>
  )

/** What is to be mended, each a link to its field. */
export const Errors = ({ lang, errors }: Pick<Props, 'lang' | 'errors'>) => (
  <ErrorSummary
    lang={lang}
    errors={Object.entries(errors).map(([field, word]) => ({
      // What is wrong with the whole leads to no field.
      field: field === 'form' ? undefined : field,
      message: words(lang)(word as Word),
    }))}
  />
)
