import { WeekGrid } from '#modules/team/index.ts'
import { type FieldErrors, type Typed, typedText } from '#platform/http/form.ts'
import type { Language } from '#platform/i18n/index.ts'
import { Choice, Field, Select } from '#ui/form.tsx'
import { longestIdea } from '../domain/forms.ts'
import { type FounderProfile, founderNeeds, sectors, spokenLanguages, stages } from '../domain/vocabulary.ts'
import { type Word, words } from '../words.ts'

type Props = { readonly lang: Language; readonly typed: Typed; readonly errors: FieldErrors }

export const sayWrong =
  (lang: Language, errors: FieldErrors) =>
  (field: string): string | undefined =>
    errors[field] ? words(lang)(errors[field] as Word) : undefined

/** Everything chosen in a field, as a list. */
const chosen = (typed: Typed, name: string): string[] => {
  const value = typed[name]
  return value === undefined ? [] : [value].flat()
}

/** What is kept, as if it had been typed. */
export const typedProfile = (profile: FounderProfile): Typed => ({
  idea: profile.idea,
  stage: profile.stage,
  sector: profile.sector,
  needs: [...profile.needs],
  languages: [...profile.languages],
  weekly: [...profile.weekly],
  childcare: profile.childcare ? 'yes' : '',
  wishesWomanMentor: profile.wishesWomanMentor ? 'yes' : '',
})

/** What is sold, how far it is, and in which trade. */
export const IdeaFields = ({ lang, typed, errors }: Props) => {
  const t = words(lang)
  const wrong = sayWrong(lang, errors)
  return (
    <>
      <Field
        name="idea"
        label={t('idea')}
        hint={t('ideaHint')}
        rows={2}
        maxLength={longestIdea}
        value={typedText(typed, 'idea')}
        error={wrong('idea')}
        dir="auto"
      />
      <Choice
        name="stage"
        label={t('stage')}
        value={typedText(typed, 'stage')}
        error={wrong('stage')}
        options={stages.map((code) => ({ value: code, label: t(`stage.${code}`) }))}
      />
      <Select
        name="sector"
        label={t('sector')}
        value={typedText(typed, 'sector')}
        error={wrong('sector')}
        options={[
          { value: '', label: t('sectorNone') },
          ...sectors.map((code) => ({ value: code, label: t(`sector.${code}`) })),
        ]}
      />
    </>
  )
}

/** All a founder may say: her project, what would help, when she is free, and two wishes. */
export const ProfileFields = ({ lang, typed, errors }: Props) => {
  const t = words(lang)
  const wrong = sayWrong(lang, errors)
  const tongue = new Intl.DisplayNames(lang, { type: 'language' })
  return (
    <>
      <IdeaFields lang={lang} typed={typed} errors={errors} />
      <Choice
        name="needs"
        type="checkbox"
        label={t('needs')}
        hint={t('needsHint')}
        value={chosen(typed, 'needs')}
        options={founderNeeds.map((code) => ({ value: code, label: t(`need.${code}`) }))}
      />
      <Choice
        name="languages"
        type="checkbox"
        label={t('languages')}
        value={chosen(typed, 'languages')}
        error={wrong('languages')}
        options={spokenLanguages.map((code) => ({ value: code, label: tongue.of(code) ?? code }))}
      />
      <WeekGrid lang={lang} label={t('weekly')} hint={t('weeklyHint')} value={chosen(typed, 'weekly')} />
      <Choice
        name="childcare"
        type="checkbox"
        label={t('childcare')}
        value={typedText(typed, 'childcare')}
        options={[{ value: 'yes', label: t('childcareYes') }]}
      />
      <Choice
        name="wishesWomanMentor"
        type="checkbox"
        label={t('woman')}
        value={typedText(typed, 'wishesWomanMentor')}
        options={[{ value: 'yes', label: t('womanYes') }]}
      />
    </>
  )
}
