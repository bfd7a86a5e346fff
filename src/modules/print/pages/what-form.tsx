import { dateParts, type Language, languageCodes, languages, sayHour } from '#platform/i18n/index.ts'
import { Button } from '#ui/button.tsx'
import { Choice, Form, Select } from '#ui/form.tsx'
import { themes } from '#ui/words.ts'
import type { Printable, readPrintable } from '../db/printable.ts'
import { type Kind, kinds, type Wish } from '../domain/kinds.ts'
import { type Period, periods } from '../domain/period.ts'
import { words } from '../words.ts'

type WhatProps = {
  readonly lang: Language
  readonly kind: Kind
  readonly wish: Wish
  readonly period: Period | null
  /** The language of the sheet. */
  readonly paper: Language
  readonly printable: Awaited<ReturnType<typeof readPrintable>>
}

const chosen = (id: number | null) => String(id ?? '')

/** What to print, of which session, series, stop or place, for which days, in which language. */
export const WhatForm = ({ lang, kind, wish, period, paper, printable }: WhatProps) => {
  const t = words(lang)
  const one = (
    name: 'session' | 'series' | 'stop',
    all: readonly Printable[],
    asked: { label: string; hint?: string },
  ) =>
    all.length === 0 ? null : (
      <Select
        {...asked}
        name={name}
        value={chosen(wish[name])}
        options={[{ value: '', label: t('noSession') }, ...sayAll(lang, all)]}
      />
    )
  return (
    <Form action="/print" method="get">
      <Choice
        name="kind"
        label={t('whichKind')}
        value={kind}
        options={kinds.map((one) => ({ value: one, label: t(`kind.${one}`) }))}
      />
      {one('session', printable.sessions, { label: t('whichSession'), hint: t('sessionHint') })}
      {one('series', printable.series, { label: t('whichSeries') })}
      {one('stop', printable.stops, { label: t('whichStop') })}
      <Select
        name="place"
        label={t('whichPlace')}
        hint={t('placeHint')}
        value={chosen(wish.place)}
        options={[
          { value: '', label: t('noPlace') },
          ...printable.places.map(({ id, name }) => ({ value: String(id), label: name })),
        ]}
      />
      <Select
        name="theme"
        label={t('whichTheme')}
        value={wish.theme ?? ''}
        options={[
          { value: '', label: t('everyTheme') },
          ...themes.map((theme) => ({ value: theme, label: t(`theme.${theme}`) })),
        ]}
      />
      <Select
        name="period"
        label={t('whichDays')}
        value={period ?? ''}
        options={[
          { value: '', label: t('toCome') },
          ...periods.map((value) => ({ value, label: t(`period.${value}`) })),
        ]}
      />
      <Choice
        name="paper"
        label={t('whichLanguage')}
        value={paper}
        options={languageCodes.map((code) => ({ value: code, label: languages[code].ownName, lang: code }))}
      />
      <Choice
        name="easy"
        type="checkbox"
        label={t('easy')}
        value={wish.easy ? 'yes' : ''}
        options={[{ value: 'yes', label: t('easyYes') }]}
      />
      <Button alt>{t('see')}</Button>
    </Form>
  )
}

const sayAll = (lang: Language, all: readonly Printable[]) =>
  all.map(({ id, at, name }) => {
    const when = Temporal.PlainDateTime.from(at)
    const { weekday, day, ordinal, month } = dateParts(lang, when.toPlainDate())
    const hour = sayHour(lang, when.toPlainTime())
    return { value: String(id), label: `${weekday} ${day}${ordinal} ${month}, ${hour} · ${name}` }
  })
