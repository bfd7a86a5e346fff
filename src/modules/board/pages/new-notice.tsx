import type { Town } from '#modules/network/index.ts'
import { WhoFields } from '#modules/people/index.ts'
import { type FieldErrors, type Typed, typedText } from '#platform/http/form.ts'
import { type Language, languages } from '#platform/i18n/index.ts'
import { Button } from '#ui/button.tsx'
import { Choice, ErrorSummary, Field, Form, Select } from '#ui/form.tsx'
import { Icon } from '#ui/icon.tsx'
import type { Moment } from '../db/moments.ts'
import { writeChoice } from '../domain/moment.ts'
import { halfDays, keptDays, machineKinds, type Side, sides, spoken, subjects } from '../domain/vocabulary.ts'
import { type Word, words } from '../words.ts'
import { MomentSelect } from './moment-select.tsx'

/** Which centre: the one question before the form, since places and moments are a centre’s. */
export const WherePage = ({
  lang,
  towns,
  side,
}: {
  readonly lang: Language
  readonly towns: readonly Town[]
  readonly side: Side | ''
}) => {
  const t = words(lang)
  return (
    <>
      <h1>{t('newTitle')}</h1>
      <p class="lead">{t('newWhere')}</p>
      <ul class="needs">
        {towns.map(({ slug, name }) => (
          <li key={slug}>
            <a href={`/board/new?centre=${slug}${side && `&side=${side}`}`}>
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
  readonly town: Town
  readonly places: readonly { id: number; name: string; city: string }[]
  readonly moments: readonly Moment[]
  readonly typed: Typed
  readonly errors: FieldErrors
}

/** Writing a notice: what, in one sentence, when, and how to be reached by the team. */
export const NewNoticePage = ({ lang, town, places, moments, typed, errors }: Props) => {
  const t = words(lang)
  const wrong = (field: string) => (errors[field] ? t(errors[field] as Word) : undefined)
  // Help with a machine is given at the next opening, unless one says otherwise.
  const next = typedText(typed, 'subject') === 'machine-help' ? moments[0] : undefined
  const soonest = next ? writeChoice(next) : 'call'
  const names = new Intl.DisplayNames(languages[lang].locale, { type: 'language' })
  return (
    <>
      <h1>{t('newTitle')}</h1>
      <p class="lead">
        {t('newLead')} <bdi>{town.name}</bdi>.
      </p>
      <Form action="/board/notices">
        <ErrorSummary
          lang={lang}
          errors={Object.entries(errors).map(([field, word]) => ({ field, message: t(word as Word) }))}
        />
        <input type="hidden" name="centre" value={town.slug} />
        <Choice
          name="side"
          label={t('side')}
          error={wrong('side')}
          value={typedText(typed, 'side')}
          options={sides.map((side) => ({
            value: side,
            label: t(side === 'ask' ? 'askForHelp' : 'offerHelp'),
          }))}
        />
        <Select
          name="subject"
          label={t('subject')}
          error={wrong('subject')}
          value={typedText(typed, 'subject')}
          options={[
            { value: '', label: t('subjectChoose') },
            ...subjects.map((subject) => ({ value: subject, label: t(`subject.${subject}`) })),
          ]}
        />
        <Select
          name="machine"
          label={t('machine')}
          value={typedText(typed, 'machine')}
          options={[
            { value: '', label: t('machineNone') },
            ...machineKinds.map((kind) => ({ value: kind, label: t(`machine.${kind}`) })),
          ]}
        />
        <Field
          name="sentence"
          label={t('sentence')}
          hint={t('sentenceHint')}
          error={wrong('sentence')}
          value={typedText(typed, 'sentence')}
          rows={3}
          dir="auto"
        />
        <Choice
          name="languages"
          type="checkbox"
          label={t('languages')}
          error={wrong('languages')}
          value={typed.languages ?? [lang]}
          options={spoken.map((code) => ({ value: code, label: names.of(code) ?? code }))}
        />
        <Choice
          name="halfDays"
          type="checkbox"
          label={t('halfDays')}
          error={wrong('halfDays')}
          value={typed.halfDays ?? []}
          options={halfDays.map((half) => ({ value: half, label: t(`half.${half}`) }))}
        />
        <Select
          name="place"
          label={t('place')}
          error={wrong('place')}
          value={typedText(typed, 'place')}
          options={[
            { value: '', label: t('placeAny') },
            ...places.map(({ id, name, city }) => ({ value: String(id), label: `${name}, ${city}` })),
          ]}
        />
        <MomentSelect
          lang={lang}
          moments={moments}
          label={t('momentAsk')}
          hint={t('momentHint')}
          value={typedText(typed, 'moment') || soonest}
          error={wrong('moment')}
        />
        <Select
          name="days"
          label={t('days')}
          value={typedText(typed, 'days') || '30'}
          options={keptDays.map((days) => ({ value: String(days), label: t('daysSaid', { days }) }))}
        />
        <WhoFields
          labels={{ name: t('name'), contact: t('contact'), contactHint: t('contactHint') }}
          typed={typed}
          wrong={wrong}
        />
        <p>
          <Button wide icon="ok">
            {t('send')}
          </Button>
        </p>
        <p class="hint">{t('keptFor')}</p>
      </Form>
    </>
  )
}
