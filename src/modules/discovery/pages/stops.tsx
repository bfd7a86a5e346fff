import type { Stop } from '#modules/network/index.ts'
import { type FieldErrors, type Typed, typedText } from '#platform/http/form.ts'
import { type Language, sayDate, sayDistance, sayRange } from '#platform/i18n/index.ts'
import { Button } from '#ui/button.tsx'
import { Field } from '#ui/form.tsx'
import { stopWords } from '../stop-words.ts'
import { SubscribeForm } from './subscription.tsx'

export type ShownStop = { readonly stop: Stop; readonly metres: number | null }

/** Stops, each with its day, place, how to find it, and how far it is when somebody said where they live. */
export const StopList = ({ lang, stops }: { lang: Language; stops: readonly ShownStop[] }) => (
  <ul class="stack">
    {stops.map(({ stop: { id, place, start, end, howToFind }, metres }) => (
      <li key={id}>
        <b>{sayDate(lang, start)}</b> · {sayRange(lang, start, end)}
        <br />
        <a href={`/stops/${id}`}>
          <bdi lang="fr">{`${place.name}, ${place.city}`}</bdi>
        </a>
        {metres !== null && ` · ${sayDistance(lang, metres)}`}
        <br />
        <span lang={howToFind[lang] ? undefined : 'fr'}>{howToFind[lang] ?? howToFind.fr}</span>
      </li>
    ))}
  </ul>
)

type Props = {
  readonly lang: Language
  /** What was typed for « near ». */
  readonly near: string
  /** The town it is; null when nobody said where, or when there is no such town. */
  readonly town: string | null
  readonly around: readonly ShownStop[]
  readonly elsewhere: readonly ShownStop[]
  readonly typed: Typed
  readonly errors: FieldErrors
}

/** The next stops of the nomadic teams, the near ones first, and « tell me when you come back ». */
export const StopsPage = ({ lang, near, town, around, elsewhere, typed, errors }: Props) => {
  const t = stopWords(lang)
  return (
    <>
      <h1>{town ? t('nearTitle', { town }) : t('stops')}</h1>
      <p class="lead">{t('lead')}</p>
      <form class="ask" method="get" action="/stops">
        <Field
          name="near"
          label={t('near')}
          hint={t('nearHint')}
          value={near}
          dir="auto"
          autocomplete="postal-code"
          error={near !== '' && town === null ? t('unknown') : undefined}
        />
        <Button alt>{t('search')}</Button>
      </form>
      {town && around.length === 0 && <p>{t('noneNear', { town })}</p>}
      <StopList lang={lang} stops={around} />
      {town && elsewhere.length > 0 && <h2>{t('elsewhere')}</h2>}
      <StopList lang={lang} stops={elsewhere} />
      {around.length + elsewhere.length === 0 && !town && <p>{t('none')}</p>}
      <SubscribeForm
        lang={lang}
        town={null}
        typed={{ ...typed, town: typedText(typed, 'town') || near }}
        errors={errors}
      />
      <p>
        <a href="/places">{t('places')}</a>
      </p>
    </>
  )
}
