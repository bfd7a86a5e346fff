import { type FieldErrors, type Typed, typedText } from '#platform/http/form.ts'
import type { Language } from '#platform/i18n/index.ts'
import { Choice, Field, Select } from '#ui/form.tsx'
import type { Choices } from '../db/calendar.ts'
import { type StopWord, stopWords } from '../stop-words.ts'

export type StopChoices = Choices & { readonly offers: readonly { slug: string; title: string }[] }
export type FieldsProps = {
  readonly lang: Language
  readonly choices: StopChoices
  readonly typed: Typed
  readonly errors: FieldErrors
}

const wrong = ({ lang, errors }: Pick<FieldsProps, 'lang' | 'errors'>, field: string) =>
  errors[field] ? stopWords(lang)(errors[field] as StopWord) : undefined
const many = (typed: Typed, name: string) => [typed[name] ?? []].flat()

/** The day and the two hours. */
export const WhenFields = (props: Pick<FieldsProps, 'lang' | 'typed' | 'errors'>) => {
  const { lang, typed } = props
  const t = stopWords(lang)
  return (
    <div class="row">
      <Field
        name="day"
        type="date"
        label={t('day')}
        value={typedText(typed, 'day')}
        error={wrong(props, 'day')}
      />
      <Field
        name="from"
        type="time"
        label={t('from')}
        value={typedText(typed, 'from') || '14:00'}
        error={wrong(props, 'from')}
      />
      <Field
        name="to"
        type="time"
        label={t('to')}
        value={typedText(typed, 'to') || '17:00'}
        error={wrong(props, 'to')}
      />
    </div>
  )
}

/** Who and what goes, what one finds there, how to find it. */
export const OutingFields = (props: FieldsProps) => {
  const { lang, choices, typed } = props
  const t = stopWords(lang)
  const vehicles = choices.kits.filter(({ kind }) => kind === 'vehicle')
  const kits = choices.kits.filter(({ kind }) => kind !== 'vehicle')
  return (
    <>
      <Choice
        name="hosts"
        type="checkbox"
        label={t('hosts')}
        error={wrong(props, 'hosts')}
        value={many(typed, 'hosts')}
        options={choices.members.map(({ id, name }) => ({ value: String(id), label: name }))}
      />
      {vehicles.length > 0 && (
        <Select
          name="vehicle"
          label={t('vehicle')}
          error={wrong(props, 'vehicle')}
          value={typedText(typed, 'vehicle')}
          options={[
            { value: '', label: t('noVehicle') },
            ...vehicles.map(({ id, name }) => ({ value: String(id), label: name })),
          ]}
        />
      )}
      {kits.length > 0 && (
        <Choice
          name="kits"
          type="checkbox"
          label={t('kits')}
          error={wrong(props, 'kits')}
          value={many(typed, 'kits')}
          options={kits.map(({ id, name, pieces }) => ({
            value: String(id),
            label: pieces > 1 ? `${name} (${pieces})` : name,
          }))}
        />
      )}
      <details>
        <summary>{t('offersChosen', { count: many(typed, 'offers').filter(Boolean).length })}</summary>
        <Choice
          name="offers"
          type="checkbox"
          label={t('offers')}
          hint={t('offersHint')}
          value={many(typed, 'offers')}
          options={choices.offers.map(({ slug, title }) => ({ value: slug, label: title }))}
        />
      </details>
      <Field
        name="wayFr"
        label={t('way')}
        hint={t('wayHint')}
        maxLength={200}
        value={typedText(typed, 'wayFr')}
      />
      <Field name="wayEn" label={t('wayEn')} maxLength={200} value={typedText(typed, 'wayEn')} />
      <Field name="wayAr" label={t('wayAr')} maxLength={200} dir="auto" value={typedText(typed, 'wayAr')} />
    </>
  )
}

/** The place among those of the centre, or a new one. */
export const PlaceField = (props: FieldsProps & { readonly withNew: boolean }) => {
  const { lang, choices, typed, withNew } = props
  const t = stopWords(lang)
  const nomadicFirst = [...choices.places].sort((a, b) => rank(a.kind) - rank(b.kind))
  return (
    <Select
      name="place"
      label={t('place')}
      error={wrong(props, 'place')}
      value={typedText(typed, 'place')}
      options={[
        ...nomadicFirst.map(({ id, name, city }) => ({ value: String(id), label: `${name}, ${city}` })),
        ...(withNew ? [{ value: 'new', label: t('newPlace') }] : []),
      ]}
    />
  )
}

const rank = (kind: string) => (kind === 'stop' ? 0 : kind === 'partner' ? 1 : 2)

/** A place not in the list yet. */
export const NewPlaceFields = (props: Pick<FieldsProps, 'lang' | 'typed' | 'errors'>) => {
  const { lang, typed } = props
  const t = stopWords(lang)
  const field = (name: string, label: StopWord, hint?: StopWord) => (
    <Field
      name={name}
      label={t(label)}
      hint={hint && t(hint)}
      value={typedText(typed, name)}
      error={wrong(props, name)}
    />
  )
  return (
    <details class="stack" open={typedText(typed, 'place') === 'new'}>
      <summary>{t('newPlaceTitle')}</summary>
      <p>{t('newPlaceLead')}</p>
      {field('name', 'name', 'nameHint')}
      {field('address', 'address')}
      <div class="row">
        {field('postalCode', 'postalCode')}
        {field('city', 'city')}
      </div>
      <div class="row">
        {field('latitude', 'latitude', 'positionHint')}
        {field('longitude', 'longitude')}
      </div>
      <Choice
        name="stepFree"
        type="checkbox"
        label={t('stepFree')}
        value={typedText(typed, 'stepFree')}
        options={[{ value: 'yes', label: t('stepFreeYes') }]}
      />
    </details>
  )
}
