import { type FieldErrors, type Typed, typedText } from '#platform/http/form.ts'
import type { Language } from '#platform/i18n/index.ts'
import { Button } from '#ui/button.tsx'
import { Choice, ErrorSummary, Field, Form, Select } from '#ui/form.tsx'
import { Note } from '#ui/note.tsx'
import type { ListedCentre, ListedRoom } from '../db/open-centre.ts'
import { roomKinds } from '../domain/centre-form.ts'
import { type SettingsWord, settingsWords } from '../settings-words.ts'

interface Asked {
  readonly lang: Language
  readonly said: SettingsWord | null
  readonly typed: Typed
  readonly errors: FieldErrors
}

const wrongIn = ({ lang, errors }: Asked, field: string) =>
  errors[field] ? settingsWords(lang)(errors[field] as SettingsWord) : undefined

const Said = ({ lang, said }: Asked) =>
  said && (
    <Note role="status">
      <p>{settingsWords(lang)(said)}</p>
    </Note>
  )

const Mistakes = ({ lang, errors }: Asked) => (
  <ErrorSummary
    lang={lang}
    errors={Object.entries(errors).map(([field, word]) => ({
      field,
      message: settingsWords(lang)(word as SettingsWord),
    }))}
  />
)

/** Every centre of the network, and opening one. */
export const CentresPage = ({ centres, ...asked }: Asked & { readonly centres: readonly ListedCentre[] }) => {
  const { lang, typed } = asked
  const t = settingsWords(lang)
  const line = (name: 'name' | 'place' | 'address' | 'city', hint?: 'nameHint') => (
    <Field
      name={name}
      label={t(name)}
      hint={hint && t(hint)}
      value={typedText(typed, name)}
      error={wrongIn(asked, name)}
      maxLength={200}
      dir="auto"
    />
  )
  return (
    <>
      <h1>{t('centres')}</h1>
      <p class="lead">{t('centresLead')}</p>
      <Said {...asked} />
      <ul class="wl">
        {centres.map(({ id, name, city, rooms, coordinators }) => (
          <li key={id}>
            <span>
              <b>
                <bdi>{name}</bdi>
              </b>
              <small>
                <bdi>{city}</bdi>
              </small>
            </span>
            <span>{t('rooms', { count: rooms })}</span>
            <span>{t('coordinators', { count: coordinators })}</span>
          </li>
        ))}
      </ul>
      <Form action="/settings/centres" title={t('open')}>
        <Mistakes {...asked} />
        {line('name', 'nameHint')}
        {line('place')}
        {line('address')}
        {line('city')}
        <Field
          name="postalCode"
          label={t('postalCode')}
          hint={t('postalHint')}
          inputMode="numeric"
          dir="ltr"
          maxLength={5}
          value={typedText(typed, 'postalCode')}
          error={wrongIn(asked, 'postalCode')}
        />
        <Field
          name="phone"
          type="tel"
          label={t('phone')}
          value={typedText(typed, 'phone')}
          error={wrongIn(asked, 'phone')}
        />
        <Field
          name="latitude"
          label={t('latitude')}
          hint={t('positionHint')}
          dir="ltr"
          value={typedText(typed, 'latitude')}
          error={wrongIn(asked, 'latitude')}
        />
        <Field
          name="longitude"
          label={t('longitude')}
          dir="ltr"
          value={typedText(typed, 'longitude')}
          error={wrongIn(asked, 'longitude')}
        />
        <Choice
          name="stepFree"
          type="checkbox"
          label={t('stepFree')}
          value={typedText(typed, 'stepFree')}
          options={[{ value: 'yes', label: t('yes') }]}
        />
        <Field
          name="coordinator"
          label={t('coordinator')}
          value={typedText(typed, 'coordinator')}
          error={wrongIn(asked, 'coordinator')}
          dir="auto"
        />
        <Field
          name="contact"
          label={t('contact')}
          hint={t('contactHint')}
          dir="ltr"
          value={typedText(typed, 'contact')}
          error={wrongIn(asked, 'contact')}
        />
        <Button>{t('openIt')}</Button>
      </Form>
    </>
  )
}

type Rooms = Asked & {
  readonly rooms: readonly ListedRoom[]
  readonly homes: readonly { id: number; name: string; city: string }[]
}

/** The rooms of a centre, and adding one. */
export const RoomsPage = ({ rooms, homes, ...asked }: Rooms) => {
  const { lang, typed } = asked
  const t = settingsWords(lang)
  return (
    <>
      <h1>{t('roomsTitle')}</h1>
      <p class="lead">{t('roomsLead')}</p>
      <Said {...asked} />
      {rooms.length === 0 && <p>{t('none')}</p>}
      <ul class="wl">
        {rooms.map(({ id, name, kind, capacity, place }) => (
          <li key={id}>
            <span>
              <b>
                <bdi>{name}</bdi>
              </b>
              <small>
                <bdi>{place}</bdi>
              </small>
            </span>
            <span>{roomKinds.some((one) => one === kind) ? t(`kind.${kind}` as SettingsWord) : kind}</span>
            <span>{t('people', { count: capacity })}</span>
          </li>
        ))}
      </ul>
      <Form action="/settings/rooms" title={t('addRoom')}>
        <Mistakes {...asked} />
        <Field
          name="name"
          label={t('roomName')}
          value={typedText(typed, 'name')}
          error={wrongIn(asked, 'name')}
          maxLength={80}
          dir="auto"
        />
        <Select
          name="place"
          label={t('roomPlace')}
          value={typedText(typed, 'place')}
          error={wrongIn(asked, 'place')}
          options={homes.map(({ id, name, city }) => ({ value: String(id), label: `${name}, ${city}` }))}
        />
        <Select
          name="kind"
          label={t('kind')}
          value={typedText(typed, 'kind')}
          error={wrongIn(asked, 'kind')}
          options={roomKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
        />
        <Field
          name="capacity"
          label={t('capacity')}
          inputMode="numeric"
          value={typedText(typed, 'capacity')}
          error={wrongIn(asked, 'capacity')}
        />
        <Button>{t('add')}</Button>
      </Form>
    </>
  )
}
