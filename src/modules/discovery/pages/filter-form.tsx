import { audiences } from '#modules/programme/index.ts'
import { dateParts, type Language } from '#platform/i18n/index.ts'
import { Button } from '#ui/button.tsx'
import { Choice, Field, Form, Select } from '#ui/form.tsx'
import { formats, themes, words as uiWords } from '#ui/words.ts'
import { type Filters, times, tongues, whens } from '../domain/filters.ts'
import { needCodes, needs } from '../domain/needs.ts'
import { words } from '../words.ts'

const monday = Temporal.PlainDate.from('2024-01-01')

/** Everything that can narrow the list, as a plain form whose answers stay in the address. */
export const FilterForm = ({ lang, near, filters }: { lang: Language; near: string; filters: Filters }) => {
  const t = words(lang)
  const u = uiWords(lang)
  const any = (label: string) => ({ value: '', label })
  return (
    <Form action="/sessions" method="get" id="choose" class="" title={t('lookFor')}>
      <Field name="near" label={t('around')} value={near} maxLength={120} />
      <Select
        name="need"
        label={t('need')}
        value={filters.need ?? ''}
        options={[any(t('anyNeed')), ...needCodes.map((need) => ({ value: need, label: needs[need][lang] }))]}
      />
      <Choice
        name="when"
        label={t('when')}
        value={filters.when ?? ''}
        options={[any(t('anyWhen')), ...whens.map((value) => ({ value, label: t(value) }))]}
      />
      <Choice
        name="day"
        type="checkbox"
        label={t('days')}
        value={filters.day.map(String)}
        options={[1, 2, 3, 4, 5, 6, 7].map((day) => ({
          value: String(day),
          label: dateParts(lang, monday.add({ days: day - 1 })).weekday,
        }))}
      />
      <Select
        name="time"
        label={t('time')}
        value={filters.time ?? ''}
        options={[any(t('anyTime')), ...times.map((value) => ({ value, label: t(value) }))]}
      />
      <Select
        name="audience"
        label={t('audience')}
        value={filters.audience ?? ''}
        options={[any(t('anyAudience')), ...audiences.map((value) => ({ value, label: t(value) }))]}
      />
      <Select
        name="theme"
        label={t('theme')}
        value={filters.theme ?? ''}
        options={[any(t('anyTheme')), ...themes.map((value) => ({ value, label: u(value) }))]}
      />
      <Select
        name="format"
        label={t('format')}
        value={filters.format ?? ''}
        options={[any(t('anyFormat')), ...formats.map((value) => ({ value, label: u(value) }))]}
      />
      <Select
        name="speaks"
        label={t('speaks')}
        value={filters.speaks ?? ''}
        options={[any(t('anySpeaks')), ...tongues.map((value) => ({ value, label: t(`speaks_${value}`) }))]}
      />
      <Choice
        name="stepFree"
        type="checkbox"
        label={t('musts')}
        value={filters.stepFree ?? ''}
        options={[{ value: 'yes', label: t('stepFree'), icon: 'access' }]}
      />
      <Choice
        name="seats"
        type="checkbox"
        label={t('seats')}
        value={filters.seats ?? ''}
        options={[{ value: 'yes', label: t('seats'), icon: 'ok' }]}
      />
      <p class="row">
        <Button>{t('update')}</Button>
        <a href={near ? `/sessions?near=${encodeURIComponent(near)}` : '/sessions'}>{t('clear')}</a>
      </p>
    </Form>
  )
}
