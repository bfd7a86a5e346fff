import type { Language } from '#platform/i18n/index.ts'
import { LinkButton } from '#ui/button.tsx'
import { type Word, words } from '../words.ts'

type Props = {
  readonly lang: Language
  readonly title: Word
  readonly lines: readonly Word[]
}

/** What was done, in a title and a sentence or two, and the way back to the board. */
export const SaidPage = ({ lang, title, lines }: Props) => {
  const t = words(lang)
  return (
    <>
      <h1>{t(title)}</h1>
      {lines.map((line, at) => (
        <p key={line} class={at === 0 ? 'lead' : undefined}>
          {t(line)}
        </p>
      ))}
      <p>
        <LinkButton alt href="/board">
          {t('backToBoard')}
        </LinkButton>
      </p>
    </>
  )
}
