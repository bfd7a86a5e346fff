import type { Town } from '#modules/network/index.ts'
import { WhoFields } from '#modules/people/index.ts'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { Language } from '#platform/i18n/index.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { ErrorSummary, Form } from '#ui/form.tsx'
import { type Word, words } from '../words.ts'
import { ProfileFields, sayWrong } from './profile-fields.tsx'

/** What guiding somebody is, and near which town. */
export const MentorsPage = ({
  lang,
  towns,
}: {
  readonly lang: Language
  readonly towns: readonly Town[]
}) => {
  const t = words(lang)
  return (
    <>
      <h1>{t('mentors')}</h1>
      <p class="lead">{t('mentorsLead')}</p>
      <h2>{t('howTitle')}</h2>
      <ol>
        <li>{t('how1')}</li>
        <li>{t('how2')}</li>
        <li>{t('how3')}</li>
      </ol>
      <h2>{t('whereTitle')}</h2>
      <ul class="needs">
        {towns.map(({ slug, name }) => (
          <li key={slug}>
            <a href={`/mentors?centre=${slug}`}>
              <bdi>{name}</bdi>
            </a>
          </li>
        ))}
      </ul>
      <p>
        {t('askInstead')} <a href="/founders">{t('askInsteadLink')}</a>
      </p>
    </>
  )
}

type Props = {
  readonly lang: Language
  readonly town: Town
  readonly typed: Typed
  readonly errors: FieldErrors
}

/** Offering to guide: a first name, a way to be reached, and boxes to tick. */
export const OfferPage = ({ lang, town, typed, errors }: Props) => {
  const t = words(lang)
  const wrong = sayWrong(lang, errors)
  return (
    <>
      <h1>{t('mentors')}</h1>
      <p class="lead">{t('mentorsLead')}</p>
      <p>
        <a href="/mentors">{t('otherTown')}</a>
      </p>
      <Form action="/mentors" class="join offer" title={t('formTitle', { centre: town.name })}>
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
        <ProfileFields lang={lang} typed={typed} errors={errors} />
        <p class="hint">{t('keptFor')}</p>
        <p>
          <Button wide icon="ok">
            {t('offer')}
          </Button>
        </p>
      </Form>
    </>
  )
}

/** After offering, whether the contact was known or not. */
export const OfferSent = ({ lang }: { readonly lang: Language }) => {
  const t = words(lang)
  return (
    <>
      <h1>{t('sentTitle')}</h1>
      <p class="lead">{t('sentLead')}</p>
      <p>{t('sentNothing')}</p>
    </>
  )
}

/** A page with a title, a sentence and the way out: a link that opens nothing, or all erased. */
export const LastWord = ({
  lang,
  title,
  said,
}: {
  readonly lang: Language
  readonly title: Word
  readonly said: Word
}) => {
  const t = words(lang)
  return (
    <>
      <h1>{t(title)}</h1>
      <p class="lead">{t(said)}</p>
      <p>
        <LinkButton href="/" onwards>
          {t('toFront')}
        </LinkButton>
      </p>
    </>
  )
}
