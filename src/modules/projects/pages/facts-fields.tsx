import { fablabWords } from '#modules/fablab/index.ts'
import { type FieldErrors, type Typed, typedText } from '#platform/http/form.ts'
import type { Language } from '#platform/i18n/index.ts'
import { Choice, Field, Select } from '#ui/form.tsx'
import { difficulties, durations, lengths, licences, machineKinds, materials } from '../domain/vocabulary.ts'
import { type Word, words } from '../words.ts'

type Props = { readonly lang: Language; readonly typed: Typed; readonly errors: FieldErrors }

/** What a project is, question by question. */
export const FactsFields = ({ lang, typed, errors }: Props) => {
  const t = words(lang)
  const wrong = (field: string) => (errors[field] ? t(errors[field] as Word) : undefined)
  return (
    <>
      <Field
        name="title"
        label={t('title')}
        hint={t('titleHint')}
        error={wrong('title')}
        value={typedText(typed, 'title')}
        maxLength={lengths.title.most}
        dir="auto"
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
        name="machines"
        type="checkbox"
        label={t('machines')}
        hint={t('machinesHint')}
        value={typed.machines ?? []}
        options={machineKinds.map((kind) => ({ value: kind, label: fablabWords(lang)(`kind.${kind}`) }))}
      />
      <Choice
        name="materials"
        type="checkbox"
        label={t('materials')}
        value={typed.materials ?? []}
        options={materials.map((one) => ({ value: one, label: t(`material.${one}`) }))}
      />
      <Select
        name="minutes"
        label={t('time')}
        value={typedText(typed, 'minutes') || '120'}
        options={durations.map((minutes) => ({ value: String(minutes), label: t(`minutes.${minutes}`) }))}
      />
      <Select
        name="difficulty"
        label={t('difficulty')}
        value={typedText(typed, 'difficulty')}
        options={difficulties.map((one) => ({ value: one, label: t(`difficulty.${one}`) }))}
      />
      <Select
        name="licence"
        label={t('licence')}
        hint={t('licenceHint')}
        value={typedText(typed, 'licence')}
        options={[
          { value: '', label: t('licence.none.choice') },
          ...licences.map((one) => ({ value: one, label: t(`licence.${one}.choice`) })),
        ]}
      />
      <Field
        name="madeBy"
        label={t('madeBy')}
        hint={t('madeByHint')}
        error={wrong('madeBy')}
        value={typedText(typed, 'madeBy')}
        maxLength={lengths.madeBy.most}
        dir="auto"
      />
    </>
  )
}
