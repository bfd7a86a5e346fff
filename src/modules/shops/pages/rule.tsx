import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { Language } from '#platform/i18n/index.ts'
import { Note } from '#ui/note.tsx'
import type { Rule } from '../domain/rule.ts'
import type { PlansChanged } from '../plans-changed.ts'
import type { PastChange } from '../rule-history.ts'
import { words } from '../words.ts'
import { PlansCount, PlansTables } from './plans-changed.tsx'
import { WhatChanged } from './rule-change.tsx'
import { RuleForm } from './rule-form.tsx'

type Props = {
  readonly lang: Language
  readonly rule: Rule
  /** Every rule, for the names of actions. */
  readonly rules: readonly Rule[]
  readonly history: readonly PastChange[]
  /** Only the network manager changes what holds for every centre. */
  readonly mayChange: boolean
  /** What the change on the form would move, and where that is as a file. */
  readonly preview: { moved: PlansChanged; csv: string } | null
  readonly said: boolean
  readonly typed: Typed
  readonly errors: FieldErrors
}

/** One rule: what it asks, from where it is known, its days; changing it shows first which plans change. */
export const RulePage = (view: Props) => {
  const { lang, rule, mayChange, preview, said, history } = view
  const t = words(lang)
  const [last] = history
  return (
    <>
      <p>
        <a href="/ventures/shops/rules">{t('allRules')}</a>
      </p>
      <h1>{rule.ask[lang]}</h1>
      <p class="lead">{rule.why[lang]}</p>
      {said && (
        <Note role="status">
          <p>
            {t('saved')} {last && <a href={changeUrl(rule, last)}>{t('plansWhichChanged')}</a>}
          </p>
        </Note>
      )}
      {preview && <PlansCount lang={lang} moved={preview.moved} href="#plans" />}
      {preview && <p>{t('notYet')}</p>}
      <p>
        <b>{rule.action.do[lang]}</b> {rule.action.how[lang]}
      </p>
      <ul>
        {rule.sources.map(({ title, url }) => (
          <li key={url}>
            <a href={url} rel="noreferrer" lang="fr">
              {title}
            </a>
          </li>
        ))}
      </ul>
      {mayChange && <RuleForm {...view} />}
      {preview && <PlansTables {...view} {...preview} />}
      {history.length > 0 && (
        <>
          <h2>{t('history')}</h2>
          <ul class="stack">
            {history.map((change) => (
              <li key={change.number}>
                <WhatChanged lang={lang} change={change} />
                <a href={changeUrl(rule, change)}>
                  {t('plansWhichChanged')}
                  <span class="vh"> {t('changeNumber', { number: change.number })}</span>
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

const changeUrl = ({ id }: Rule, { number }: PastChange) => `/ventures/shops/rules/${id}/changes/${number}`
