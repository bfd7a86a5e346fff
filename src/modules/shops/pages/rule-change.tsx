import { type Language, sayDate } from '#platform/i18n/index.ts'
import type { Rule, RuleChange } from '../domain/rule.ts'
import type { PlansChanged } from '../plans-changed.ts'
import type { PastChange } from '../rule-history.ts'
import { type Word, words } from '../words.ts'
import { PlansCount, PlansTables } from './plans-changed.tsx'
import { sayDay, sayMinutes } from './say-move.ts'

const longAgo = Temporal.Instant.from('1970-01-01T00:00Z')

const labels: Readonly<Record<keyof RuleChange, Word>> = {
  from: 'from',
  until: 'until',
  deadline: 'deadline',
  effect: 'label.effect',
  minutes: 'label.minutes',
  confirm: 'confirmYes',
}

/** What a rule says of one thing, in words. */
function sayValue(lang: Language, change: RuleChange, name: keyof RuleChange): string {
  const t = words(lang)
  if (name === 'confirm') return t(change.confirm ? 'answer.yes' : 'answer.no')
  if (name === 'minutes') return sayMinutes(lang, change.minutes)
  if (name === 'effect') return String(change.effect)
  const day = change[name]
  return day === null ? t('noDay') : sayDay(lang, day)
}

/** When a rule was changed, and what it says now instead of before. */
export const WhatChanged = ({ lang, change }: { readonly lang: Language; readonly change: PastChange }) => {
  const t = words(lang)
  const { at, before, after, isBack } = change
  const names = (Object.keys(labels) as (keyof RuleChange)[]).filter((name) => before[name] !== after[name])
  return (
    <>
      <p>
        <b>{sayDate(lang, at.toZonedDateTimeISO('Europe/Paris'), longAgo)}</b>
        {isBack && ` · ${t('original')}`}
      </p>
      <ul>
        {names.map((name) => (
          <li key={name}>
            {t('insteadOf', {
              what: t(labels[name]),
              now: sayValue(lang, after, name),
              before: sayValue(lang, before, name),
            })}
          </li>
        ))}
      </ul>
    </>
  )
}

type Props = {
  readonly lang: Language
  readonly rule: Rule
  readonly rules: readonly Rule[]
  readonly change: PastChange
  readonly moved: PlansChanged
  readonly csv: string
}

/** One past change of a rule, and the plans it moved. */
export const RuleChangePage = ({ lang, rule, rules, change, moved, csv }: Props) => {
  const t = words(lang)
  return (
    <>
      <p>
        <a href={`/ventures/shops/rules/${rule.id}`}>{t('backToRule')}</a>
      </p>
      <h1>{rule.ask[lang]}</h1>
      <WhatChanged lang={lang} change={change} />
      <PlansCount lang={lang} moved={moved} />
      <p class="hint">{t('countedAgain')}</p>
      <PlansTables lang={lang} moved={moved} rules={rules} csv={csv} />
    </>
  )
}
