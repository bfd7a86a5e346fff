import type { Language } from '#platform/i18n/index.ts'
import { Icon } from '#ui/icon.tsx'
import { words } from '../activity-words.ts'
import { easeOf, type Remark, readability } from '../domain/readability.ts'

type RemarksProps = {
  /** The language of the page. */
  readonly lang: Language
  /** The text as it is typed, and its own language. */
  readonly text: string
  readonly textLang: Language
}

/** What would make a text easier, beside it: the exact sentence or word, and what to do. Nothing while it is empty. */
export const Remarks = ({ lang, text, textLang }: RemarksProps) => {
  const t = words(lang)
  const ease = easeOf(text, textLang)
  const remarks = readability(text, textLang)
  if (remarks.length === 0)
    return ease === null ? null : (
      <p class={ease === 'hard' ? 'bad' : ease === 'easy' ? 'good' : undefined}>
        <Icon name={ease === 'hard' ? 'warn' : ease === 'easy' ? 'ok' : 'excused'} /> {t(`ease.${ease}`)}
      </p>
    )
  return (
    <div class="note">
      <Icon name="excused" />
      <div>
        <p>
          <b>{t('remarks')}</b>
        </p>
        <ul>
          {remarks.map((remark) => (
            <li key={`${remark.kind}${remark.at}`}>{sayRemark(lang, remark)}</li>
          ))}
        </ul>
      </div>
    </div>
  )
}

/** At most so many signs of a sentence are said again: it is just above. */
const longestExcerpt = 60

function sayRemark(lang: Language, remark: Remark): string {
  const t = words(lang)
  const excerpt =
    remark.excerpt.length <= longestExcerpt
      ? remark.excerpt
      : `${remark.excerpt.slice(0, longestExcerpt).replace(/\s+\S*$/u, '')}…`
  switch (remark.kind) {
    case 'sentence-too-long':
      return remark.cutAfter
        ? t('remark.cut', { excerpt, words: remark.words, after: remark.cutAfter })
        : t('remark.sentence-too-long', { excerpt, words: remark.words })
    case 'sentences-long':
      return t('remark.sentences-long', { excerpt, average: remark.average })
    case 'rare-word':
      return t('remark.rare-word', { excerpt, plain: remark.plain })
    case 'long-word':
      return t('remark.long-word', { excerpt })
    case 'acronym':
      return remark.plain
        ? t('remark.acronymPlain', { excerpt, plain: remark.plain })
        : t('remark.acronym', { excerpt })
  }
}
