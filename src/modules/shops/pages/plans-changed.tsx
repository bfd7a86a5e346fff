import type { Language } from '#platform/i18n/index.ts'
import { LinkButton } from '#ui/button.tsx'
import { Note } from '#ui/note.tsx'
import { Wide } from '#ui/wide.tsx'
import type { ActionTally } from '../domain/plan-changes.ts'
import type { Rule } from '../domain/rule.ts'
import type { ChangedPlan, PlansChanged } from '../plans-changed.ts'
import { words } from '../words.ts'
import { ownAndOthers, sayMonths, sayMove, sayTrade } from './say-move.ts'

/** More plans than this are a file, not a page. */
const shown = 50

type Props = {
  readonly lang: Language
  readonly moved: PlansChanged
  /** Every rule, for the names of actions. */
  readonly rules: readonly Rule[]
  /** Where all of them are, as a file. */
  readonly csv: string
}

const actionOf = (rules: readonly Rule[], question: string, lang: Language): string =>
  rules.find(({ id }) => id === question)?.action.do[lang] ?? question

/** How many plans change, with the way to the list below. */
export const PlansCount = ({
  lang,
  moved,
  href,
}: {
  readonly lang: Language
  readonly moved: PlansChanged
  readonly href?: string
}) => {
  const t = words(lang)
  return (
    <Note role="status" icon="mark">
      <p>
        {t('plansChange', { count: moved.plans.length, total: moved.of })}{' '}
        {href && moved.plans.length > 0 && <a href={href}>{t('plansWhich')}</a>}
      </p>
    </Note>
  )
}

/** Which plans change and what moves: action by action, then plan by plan. Nobody is named. */
export const PlansTables = ({ lang, moved, rules, csv }: Props) => {
  const t = words(lang)
  const count = moved.plans.length
  if (count === 0) return null
  const named = moved.plans.some(({ town }) => town !== null)
  return (
    <div id="plans" class="stack">
      <h2>{t('plansTitle')}</h2>
      <p>{t(named ? 'plansOwn' : 'plansCrowd')}</p>
      <TallyTable lang={lang} tally={moved.tally} rules={rules} />
      <Wide label={t('plansTitle')}>
        <table>
          <caption>{count > shown ? t('plansFirst', { shown, count }) : t('plansAll', { count })}</caption>
          <thead>
            <tr>
              <th scope="col">{t('plan.code')}</th>
              <th scope="col">{t(named ? 'plan.shop' : 'plan.crowd')}</th>
              <th scope="col">{actionOf(rules, moved.question, lang)}</th>
              <th scope="col">{t('plan.others')}</th>
            </tr>
          </thead>
          <tbody>
            {moved.plans.slice(0, shown).map((plan) => (
              <PlanRow key={plan.code} lang={lang} question={moved.question} plan={plan} />
            ))}
          </tbody>
        </table>
      </Wide>
      <p>
        <LinkButton href={csv} alt download>
          {t('plansCsv', { count })}
        </LinkButton>
      </p>
    </div>
  )
}

type RowProps = { readonly lang: Language; readonly question: string; readonly plan: ChangedPlan }

const PlanRow = ({ lang, question, plan: { code, town, crowd, changes } }: RowProps) => {
  const t = words(lang)
  const { own, rise, fall } = ownAndOthers(question, changes)
  return (
    <tr>
      <th scope="row">
        <bdi>{code}</bdi>
      </th>
      <td class="nb">
        {sayTrade(lang, crowd)}
        {town && (
          <>
            {' · '}
            <bdi lang="fr">{town}</bdi>
          </>
        )}
        {crowd && (
          <>
            <br />
            {sayMonths(lang, crowd)}
          </>
        )}
      </td>
      <td>
        <ul>
          {own.map((move) => (
            <li key={move.what} class="nb">
              {sayMove(lang, move)}
            </li>
          ))}
        </ul>
      </td>
      <td class="nb">
        {[rise > 0 && t('others.rise', { count: rise }), fall > 0 && t('others.fall', { count: fall })]
          .filter((said) => said !== false)
          .join(' · ') || '–'}
      </td>
    </tr>
  )
}

const tallied = ['enters', 'leaves', 'rises', 'falls', 'rewords'] as const

/** In how many plans each action moves, and how. */
const TallyTable = ({
  lang,
  tally,
  rules,
}: Pick<Props, 'lang' | 'rules'> & { readonly tally: readonly ActionTally[] }) => {
  const t = words(lang)
  return (
    <Wide label={t('tally')}>
      <table>
        <caption>{t('tally')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('action.column')}</th>
            {tallied.map((kind) => (
              <th key={kind} scope="col">
                {t(`tally.${kind}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {tally.map((action) => (
            <tr key={action.question}>
              <th scope="row">{actionOf(rules, action.question, lang)}</th>
              {tallied.map((kind) => (
                <td key={kind}>{action[kind] || '–'}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  )
}
