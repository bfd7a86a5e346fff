import type { Typed } from '#platform/http/form.ts'
import type { Language } from '#platform/i18n/index.ts'
import { Button } from '#ui/button.tsx'
import { Choice, ErrorSummary, Form } from '#ui/form.tsx'
import type { Achievement } from '../domain/achievements.ts'
import { answerTo, type Refusal } from '../refusals.ts'
import { wordingOf } from '../wording.ts'
import { words } from '../words.ts'
import { Picture } from './achievements.tsx'

type Props = {
  readonly lang: Language
  readonly achievement: Achievement
  readonly typed: Typed
  readonly refused: Refusal | null
}

/** What must have been seen, one box each: a badge is given for all of it. */
export const GivePage = ({ lang, achievement, typed, refused }: Props) => {
  const t = words(lang)
  const { name, description, criteria } = wordingOf(lang, achievement)
  return (
    <>
      <Picture achievement={achievement} size={120} />
      <h1>{name}</h1>
      <p class="lead">{description}</p>
      {refused && (
        <ErrorSummary lang={lang} errors={[{ field: 'seen', message: t(answerTo(refused).word) }]} />
      )}
      <Form action="/badges/credentials" class="give">
        <input type="hidden" name="achievement" value={achievement.id} />
        <Choice
          name="seen"
          type="checkbox"
          label={t('allSeen')}
          hint={t('allSeenHint')}
          error={refused ? t('missingSeen') : undefined}
          value={[typed.seen ?? []].flat()}
          options={criteria.map((line, place) => ({ value: String(place), label: line }))}
        />
        <Button wide>{t('giveDo')}</Button>
      </Form>
      <p>
        <a href="/badges">{t('badges')}</a>
      </p>
    </>
  )
}
