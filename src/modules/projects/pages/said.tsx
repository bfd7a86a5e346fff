import type { Language } from '#platform/i18n/index.ts'
import { LinkButton } from '#ui/button.tsx'
import { type Word, words } from '../words.ts'

type Props = { readonly lang: Language; readonly title: Word; readonly line: Word }

/** What was done, in a title and a sentence, and the way back. */
export const SaidPage = ({ lang, title, line }: Props) => {
  const t = words(lang)
  return (
    <>
      <h1>{t(title)}</h1>
      <p class="lead">{t(line)}</p>
      <p>
        <LinkButton alt href="/projects">
          {t('backToProjects')}
        </LinkButton>
      </p>
    </>
  )
}
