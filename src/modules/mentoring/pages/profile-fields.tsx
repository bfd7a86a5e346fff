import { WeekGrid } from '#modules/team/index.ts'
import { founderNeeds, sectors, spokenLanguages } from '#modules/ventures/index.ts'
import { type FieldErrors, type Typed, typedText } from '#platform/http/form.ts'
import type { Language } from '#platform/i18n/index.ts'
import { Choice, Select } from '#ui/form.tsx'
import type { MentorProfile } from '../domain/profile.ts'
import { type Word, words } from '../words.ts'

/** Everything chosen in a field, as a list. */
const chosen = (typed: Typed, name: string): string[] => {
  const value = typed[name]
  return value === undefined ? [] : [value].flat()
}

/** What is kept, as if it had been typed. */
export const typedProfile = (profile: MentorProfile): Typed => ({
  helps: [...profile.helps],
  sectors: [...profile.sectors],
  worksIn: profile.worksIn ?? '',
  avoidsRivals: profile.avoidsRivals ? 'yes' : '',
  avoidsSectors: [...profile.avoidsSectors],
  languages: [...profile.languages],
  weekly: [...profile.weekly],
  capacity: String(profile.capacity),
  saysWoman: profile.saysWoman ? 'yes' : '',
})

export const sayWrong =
  (lang: Language, errors: FieldErrors) =>
  (field: string): string | undefined =>
    errors[field] ? words(lang)(errors[field] as Word) : undefined

type Props = { readonly lang: Language; readonly typed: Typed; readonly errors: FieldErrors }

/** The questions a mentor answers, and nothing more. */
export const ProfileFields = ({ lang, typed, errors }: Props) => {
  const t = words(lang)
  const wrong = sayWrong(lang, errors)
  const tongue = new Intl.DisplayNames(lang, { type: 'language' })
  const sectorOptions = sectors.map((code) => ({ value: code as string, label: t(`sector.${code}`) }))
  return (
    <>
      <Choice
        name="helps"
        type="checkbox"
        label={t('helps')}
        value={chosen(typed, 'helps')}
        error={wrong('helps')}
        options={founderNeeds.map((code) => ({ value: code, label: t(`need.${code}`) }))}
      />
      <Choice
        name="languages"
        type="checkbox"
        label={t('languages')}
        value={typed.languages === undefined ? [lang] : chosen(typed, 'languages')}
        error={wrong('languages')}
        options={spokenLanguages.map((code) => ({ value: code, label: tongue.of(code) ?? code }))}
      />
      <WeekGrid lang={lang} hint={t('weeklyHint')} value={chosen(typed, 'weekly')} error={wrong('weekly')} />
      <Choice
        name="capacity"
        label={t('capacity')}
        value={typedText(typed, 'capacity') || '1'}
        error={wrong('capacity')}
        options={[1, 2, 3, 4, 5].map((count) => ({ value: String(count), label: t('people', { count }) }))}
      />
      <details>
        <summary>{t('more.trade')}</summary>
        <Choice
          name="sectors"
          type="checkbox"
          label={t('sectors')}
          hint={t('sectorsHint')}
          value={chosen(typed, 'sectors')}
          options={sectorOptions}
        />
        <Select
          name="worksIn"
          label={t('worksIn')}
          value={typedText(typed, 'worksIn')}
          options={[{ value: '', label: t('worksInNone') }, ...sectorOptions]}
        />
        <Choice
          name="avoidsRivals"
          type="checkbox"
          label={t('avoidsRivals')}
          value={typedText(typed, 'avoidsRivals')}
          options={[{ value: 'yes', label: t('avoidsRivalsYes') }]}
        />
        <Choice
          name="avoidsSectors"
          type="checkbox"
          label={t('avoidsSectors')}
          value={chosen(typed, 'avoidsSectors')}
          options={sectorOptions}
        />
      </details>
      <Choice
        name="saysWoman"
        type="checkbox"
        label={t('saysWoman')}
        hint={t('saysWomanHint')}
        value={typedText(typed, 'saysWoman')}
        options={[{ value: 'yes', label: t('saysWomanYes') }]}
      />
    </>
  )
}
