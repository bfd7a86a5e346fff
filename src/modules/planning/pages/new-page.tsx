import { type FieldErrors, type Typed, typedText } from '#platform/http/form.ts'
import { dateParts, type Language } from '#platform/i18n/index.ts'
import { Button } from '#ui/button.tsx'
import { Choice, ErrorSummary, Field, Form, Select } from '#ui/form.tsx'
import type { Choices } from '../db/calendar.ts'
import { repeats } from '../domain/series-form.ts'
import { type Word, words } from '../words.ts'

type NewProps = {
  readonly lang: Language
  readonly choices: Choices
  readonly typed: Typed
  readonly errors: FieldErrors
}

/** Describes a session or a series; the dates it gives are shown next, before anything is written. */
export const NewPage = ({ lang, choices, typed, errors }: NewProps) => {
  const t = words(lang)
  const error = (field: string) => (errors[field] ? t(errors[field] as Word) : undefined)
  const text = (name: string) => typedText(typed, name)
  const many = (name: string) => [typed[name] ?? []].flat()
  return (
    <>
      <h1>{t('newTitle')}</h1>
      <p class="lead">{t('newLead')}</p>
      <ErrorSummary
        lang={lang}
        errors={Object.entries(errors).map(([field, word]) => ({ field, message: t(word as Word) }))}
      />
      <Form action="/plan/new/dates" method="get">
        <h2>{t('what')}</h2>
        <div class="field">
          <label for="activity">{t('activity')}</label>
          <select id="activity" name="activity" aria-invalid={error('activity') ? 'true' : undefined}>
            <option value="">{t('choose')}</option>
            {(['discovery', 'learning', 'training', 'entrepreneurship'] as const).map((theme) => (
              <optgroup key={theme} label={t(`theme.${theme}`)}>
                {choices.activities
                  .filter((offered) => offered.theme === theme)
                  .map(({ id, title }) => (
                    <option key={id} value={id} selected={String(id) === text('activity')}>
                      {title}
                    </option>
                  ))}
              </optgroup>
            ))}
          </select>
          {error('activity') && <span class="bad">{error('activity')}</span>}
        </div>
        <div class="row">
          <Field
            name="minutes"
            label={t('minutes')}
            hint={t('minutesHint')}
            inputMode="numeric"
            value={text('minutes')}
            error={error('minutes')}
          />
          <Field
            name="capacity"
            label={t('capacity')}
            hint={t('capacityHint')}
            inputMode="numeric"
            value={text('capacity')}
            error={error('capacity')}
          />
        </div>

        <h2>{t('whereAndWhen')}</h2>
        <Select
          name="where"
          label={t('where')}
          error={error('where')}
          value={text('where')}
          options={placesOf(choices)}
        />
        <div class="row">
          <Field name="day" type="date" label={t('firstDay')} value={text('day')} error={error('day')} />
          <Field
            name="hour"
            type="time"
            label={t('hour')}
            value={text('hour') || '10:00'}
            error={error('hour')}
          />
        </div>
        <Choice
          name="repeat"
          label={t('repeat')}
          value={text('repeat') || 'once'}
          options={repeats.map((repeat) => ({ value: repeat, label: t(`repeat.${repeat}`) }))}
        />
        <div class="row">
          <Field
            name="weeks"
            label={t('weeks')}
            hint={t('weeksHint')}
            inputMode="numeric"
            value={text('weeks') || 8}
            error={error('weeks')}
          />
        </div>
        <Choice
          name="weekdays"
          type="checkbox"
          label={t('weekdays')}
          hint={t('weekdaysHint')}
          value={many('weekdays')}
          options={weekdays.map((weekday) => ({
            value: String(weekday.dayOfWeek),
            label: dateParts(lang, weekday).weekday,
          }))}
        />
        <Choice
          name="skips"
          type="checkbox"
          label={t('skips')}
          value={'skips' in typed || 'activity' in typed ? many('skips') : ['public-holidays']}
          options={(['public-holidays', 'school-holidays'] as const).map((skip) => ({
            value: skip,
            label: t(`skip.${skip}`),
          }))}
        />
        <Choice
          name="course"
          type="checkbox"
          label={t('course')}
          value={text('course')}
          options={[{ value: 'yes', label: t('courseYes') }]}
        />

        <h2>{t('who')}</h2>
        <Choice
          name="hosts"
          type="checkbox"
          label={t('hosts')}
          hint={t('hostsHint')}
          value={many('hosts')}
          options={choices.members.map(({ id, name }) => ({ value: String(id), label: name }))}
        />
        <Field
          name="hostsNeeded"
          label={t('hostsNeeded')}
          inputMode="numeric"
          value={text('hostsNeeded')}
          hint={t('capacityHint')}
          error={error('hostsNeeded')}
        />
        <Choice
          name="languages"
          type="checkbox"
          label={t('languages')}
          value={'languages' in typed ? many('languages') : ['fr']}
          options={(['fr', 'en', 'ar'] as const).map((code) => ({
            value: code,
            label: t(`language.${code}`),
          }))}
        />
        {choices.kits.length > 0 && (
          <Choice
            name="kits"
            type="checkbox"
            label={t('kits')}
            value={many('kits')}
            options={choices.kits.map(({ id, name, pieces }) => ({
              value: String(id),
              label: pieces > 1 ? `${name} (${pieces})` : name,
            }))}
          />
        )}
        <Button onwards>{t('seeDates')}</Button>
      </Form>
    </>
  )
}

const monday = Temporal.PlainDate.from('2024-01-01')
const weekdays = Array.from({ length: 7 }, (_, i) => monday.add({ days: i }))

/** Every place and, below it, its rooms: one question instead of two. */
export const placesOf = (choices: Pick<Choices, 'places' | 'spaces'>) =>
  choices.places.flatMap((place) => {
    const rooms = choices.spaces.filter(({ placeId }) => placeId === place.id)
    return [
      ...rooms.map((room) => ({
        value: `${place.id}.${room.id}`,
        label: `${place.name} · ${room.name} (${room.capacity})`,
      })),
      { value: String(place.id), label: `${place.name}, ${place.city}` },
    ]
  })
