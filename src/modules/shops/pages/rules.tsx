import type { Language } from '#platform/i18n/index.ts'
import type { Rule } from '../domain/rule.ts'
import { readAreas } from '../read-rules.ts'
import { words } from '../words.ts'

/** Every rule, area by area, with its date and whether staff changed it. */
export const RulesPage = ({
  lang,
  rules,
  changed,
}: {
  readonly lang: Language
  readonly rules: readonly Rule[]
  readonly changed: ReadonlySet<string>
}) => {
  const t = words(lang)
  return (
    <>
      <h1>{t('rules')}</h1>
      <p class="lead">{t('rulesLead')}</p>
      {readAreas().map(({ area, title }) => (
        <section key={area} class="stack">
          <h2>{title[lang]}</h2>
          <ul class="wl">
            {rules
              .filter((rule) => rule.area === area)
              .map((rule) => (
                <li key={rule.id}>
                  <span>
                    <a href={`/ventures/shops/rules/${rule.id}`}>{rule.ask[lang]}</a>
                    {changed.has(rule.id) && <small>{t('changed')}</small>}
                  </span>
                  <span>{rule.action.deadline ? `${t('deadline')} ${rule.action.deadline}` : ''}</span>
                  <span>{rule.confirm ? t('confirm') : ''}</span>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </>
  )
}
