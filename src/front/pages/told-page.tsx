import type { Language } from '#platform/i18n/index.ts'
import { PhoneLink } from '#ui/phone-link.tsx'
import { type Word, words } from '../words.ts'

/** A heading and its paragraphs. */
export type Chapter = { readonly title: Word; readonly says: readonly Word[] }

type Props = {
  readonly lang: Language
  readonly helpPhone: string
  readonly title: Word
  readonly lead: Word
  readonly chapters: readonly Chapter[]
}

/** A page that tells something plainly, chapter by chapter, and ends with a person to call. */
export const ToldPage = ({ lang, helpPhone, title, lead, chapters }: Props) => {
  const t = words(lang)
  return (
    <>
      <h1>{t(title)}</h1>
      <p class="lead">{t(lead)}</p>
      {chapters.map((chapter) => (
        <section key={chapter.title} class="stack">
          <h2>{t(chapter.title)}</h2>
          {chapter.says.map((word) => (
            <p key={word}>{t(word)}</p>
          ))}
        </section>
      ))}
      <p>
        {t('callUs')} <PhoneLink number={helpPhone} />
      </p>
    </>
  )
}
