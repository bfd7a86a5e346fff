import { sayHalfDay } from '#modules/team/index.ts'
import type { Language } from '#platform/i18n/index.ts'
import type { Reason } from '../domain/pair.ts'
import { type Word, words } from '../words.ts'

/** What a reason is about, in words: needs, a trade, half-days, languages. */
function sayAbout(lang: Language, { criterion, about }: Reason): string {
  const t = words(lang)
  const tongue = new Intl.DisplayNames(lang, { type: 'language' })
  const say = (code: string): string => {
    if (criterion === 'needs') return t(`need.${code}` as Word)
    if (criterion === 'sector') return t(`sector.${code}` as Word)
    if (criterion === 'language') return tongue.of(code) ?? code
    return sayHalfDay(lang, code)
  }
  return new Intl.ListFormat(lang).format(about.map(say))
}

/** Why two people would suit each other, line by line: criterion, points of how many, about what. */
export const Reasons = ({
  lang,
  reasons,
}: {
  readonly lang: Language
  readonly reasons: readonly Reason[]
}) => {
  const t = words(lang)
  return (
    <details>
      <summary>{t('why')}</summary>
      <ul class="clashes">
        {reasons.map((reason) => (
          <li key={reason.criterion}>
            <b>{t(`criterion.${reason.criterion}`)}</b>{' '}
            {t('ofPoints', { points: reason.points, of: reason.of })}
            {reason.about.length > 0 && <> · {sayAbout(lang, reason)}</>}
          </li>
        ))}
      </ul>
    </details>
  )
}
