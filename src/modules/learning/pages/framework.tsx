import type { Language } from '#platform/i18n/index.ts'
import { type Competence, digcomp } from '../domain/digcomp.ts'
import { words } from '../words.ts'

type Props = { readonly lang: Language; readonly skills: readonly Competence[] }

/** For whoever knows the European framework: which of its competences were spoken of, and whose words these are. */
export const Framework = ({ lang, skills }: Props) => {
  const t = words(lang)
  const codes = [...new Set(skills)].sort()
  return codes.length === 0 ? null : (
    <details>
      <summary>{t('framework')}</summary>
      <ul>
        {codes.map((code) => (
          <li key={code}>
            {code} {digcomp[code][lang]}
          </li>
        ))}
      </ul>
      <p class="hint">{t('frameworkSaid')}</p>
    </details>
  )
}
