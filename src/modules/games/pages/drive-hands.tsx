import type { Language } from '#platform/i18n/index.ts'
import { Button } from '#ui/button.tsx'
import { ErrorSummary, Field } from '#ui/form.tsx'
import type { Item } from '../domain/pack.ts'
import { say } from '../domain/pack.ts'
import { liveWords } from '../live-words.ts'
import { words } from '../words.ts'

type Props = {
  readonly lang: Language
  readonly game: number
  readonly position: number
  readonly item: Item
  /** What was typed, by choice; kept when it comes back to be mended. */
  readonly typed: Readonly<Record<string, string>>
  readonly wrong: boolean
}

/** What hands can be raised for: a choice of two to four; null for kinds that need a screen of one's own. */
export function handsOf(item: Item, lang: Language): { id: string; said: string }[] | null {
  if (item.kind === 'sort') {
    const t = words(lang)
    return [
      { id: 'safe', said: `A. ${t('safe')}` },
      { id: 'suspicious', said: `B. ${t('suspicious')}` },
    ]
  }
  if ((item.kind === 'choose' && !item.several) || item.kind === 'discuss')
    return item.choices.map(({ id, text }) => ({ id, said: `${id.toUpperCase()}. ${say(text, lang)}` }))
  return null
}

/** Counting hands: one number for each choice. */
export const DriveHands = ({ lang, game, position, item, typed, wrong }: Props) => {
  const t = liveWords(lang)
  const hands = handsOf(item, lang)
  if (!hands) return null
  return (
    <form class="join stack" method="post" action={`/games/live/${game}/hands`} id="hands" noValidate>
      <h2>{t('drive.hands')}</h2>
      <p class="hint">{t('drive.handsHint')}</p>
      {wrong && (
        <ErrorSummary
          lang={lang}
          errors={[{ field: `hands.${hands[0]?.id}`, message: t('drive.handsWrong') }]}
        />
      )}
      <input type="hidden" name="question" value={position} />
      {hands.map(({ id, said }) => (
        <Field
          key={id}
          name={`hands.${id}`}
          label={said}
          inputMode="numeric"
          dir="ltr"
          value={typed[id] ?? ''}
          error={wrong && !/^\d{0,3}$/.test(typed[id] ?? '') ? t('drive.handsWrong') : undefined}
        />
      ))}
      <Button alt>{t('drive.handsKeep')}</Button>
    </form>
  )
}
