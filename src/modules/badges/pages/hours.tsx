import type { Language } from '#platform/i18n/index.ts'
import { Button } from '#ui/button.tsx'
import { Form } from '#ui/form.tsx'
import { Note } from '#ui/note.tsx'
import { earnedByHours } from '../domain/achievements.ts'
import { answerTo, type Refusal } from '../refusals.ts'
import { wordingOf } from '../wording.ts'
import { words } from '../words.ts'
import { Picture } from './achievements.tsx'

type Props = { readonly lang: Language; readonly minutes: number; readonly refused: Refusal | null }

/** Hours a member gave, and the badges they earned her: she takes them herself. */
export const HoursPage = ({ lang, minutes, refused }: Props) => {
  const t = words(lang)
  const earned = earnedByHours(minutes)
  return (
    <>
      <h1>{t('hours')}</h1>
      {refused && (
        <Note kind="no" role="alert">
          <p>{t(answerTo(refused).word)}</p>
        </Note>
      )}
      <p class="lead">{t('hoursSaid', { hours: Math.floor(minutes / 60) })}</p>
      {earned.length === 0 && <p>{t('hoursNone')}</p>}
      {earned.map((achievement) => (
        <Form key={achievement.id} action="/badges/hours">
          <input type="hidden" name="achievement" value={achievement.id} />
          <Picture achievement={achievement} />
          <Button alt>{t('hoursTake', { name: wordingOf(lang, achievement).name })}</Button>
        </Form>
      ))}
    </>
  )
}
