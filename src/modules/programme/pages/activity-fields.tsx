import { languages as hostLanguages, skills } from '#modules/team/index.ts'
import { type Typed, typedText } from '#platform/http/form.ts'
import type { Language } from '#platform/i18n/index.ts'
import { Choice, Field, Select } from '#ui/form.tsx'
import { words as uiWords } from '#ui/words.ts'
import { words } from '../activity-words.ts'
import { equipmentKinds, needCodes } from '../domain/activity.ts'
import { audiences, formats, levels, themes } from '../domain/vocabulary.ts'

type FieldsProps = {
  readonly lang: Language
  readonly typed: Typed
  readonly error: (field: string) => string | undefined
}

/** What the activity is: theme, format, for whom, which sentences it answers. */
export const WhatFields = ({ lang, typed, error }: FieldsProps) => {
  const t = words(lang)
  const u = uiWords(lang)
  const chosen = (name: string) => ({ value: typedText(typed, name), error: error(name) })
  return (
    <>
      <Choice
        name="theme"
        label={t('theme')}
        {...chosen('theme')}
        options={themes.map((value) => ({ value, label: u(value) }))}
      />
      <Choice
        name="format"
        label={t('format')}
        {...chosen('format')}
        options={formats.map((value) => ({ value, label: u(value), icon: value }))}
      />
      <div class="row">
        <Select
          name="level"
          label={t('level')}
          {...chosen('level')}
          options={levels.map((value) => ({ value, label: t(`level.${value}`) }))}
        />
        <Select
          name="audience"
          label={t('audience')}
          {...chosen('audience')}
          options={audiences.map((value) => ({ value, label: t(`audience.${value}`) }))}
        />
      </div>
      <Choice
        name="needs"
        type="checkbox"
        label={t('needs')}
        hint={t('needsHint')}
        value={[typed.needs ?? []].flat()}
        error={error('needs')}
        options={needCodes.map((value) => ({ value, label: t(`need.${value}`) }))}
      />
    </>
  )
}

/** What it takes: time, chairs, hosts and what they know, material, languages. */
export const TakesFields = ({ lang, typed, error }: FieldsProps) => {
  const t = words(lang)
  const number = (name: 'minutes' | 'capacity' | 'hosts' | 'preparation' | 'tidy', hint?: string) => (
    <Field
      name={name}
      label={t(name)}
      hint={hint}
      inputMode="numeric"
      value={typedText(typed, name)}
      error={error(name)}
    />
  )
  const many = (name: string) => ({ value: [typed[name] ?? []].flat(), error: error(name) })
  const skillOptions = skills.map((value) => ({ value, label: t(`skill.${value}`) }))
  return (
    <>
      <div class="row">
        {number('minutes')}
        {number('capacity')}
        {number('hosts')}
      </div>
      <div class="row">
        {number('preparation', t('preparationHint'))}
        {number('tidy')}
      </div>
      <Choice
        name="hostSkills"
        type="checkbox"
        label={t('hostSkills')}
        {...many('hostSkills')}
        options={skillOptions}
      />
      <Choice
        name="equipment"
        type="checkbox"
        label={t('equipment')}
        {...many('equipment')}
        options={equipmentKinds.map((value) => ({ value, label: t(`equipment.${value}`) }))}
      />
      <Choice
        name="languages"
        type="checkbox"
        label={t('languages')}
        {...many('languages')}
        options={hostLanguages.map((value) => ({ value, label: t(`language.${value}`) }))}
      />
      <Choice name="skills" type="checkbox" label={t('skills')} {...many('skills')} options={skillOptions} />
    </>
  )
}
