import { type Language, sayDate } from '#platform/i18n/index.ts'
import { LinkButton } from '#ui/button.tsx'
import { Wide } from '#ui/wide.tsx'
import type { ShopFigure } from '../db/figures.ts'
import type { Measure } from '../db/measures.ts'
import type { Shop } from '../db/shops.ts'
import { standingOf } from '../domain/plan.ts'
import type { Rule } from '../domain/rule.ts'
import { words } from '../words.ts'

type Props = {
  readonly lang: Language
  readonly shops: readonly { shop: Shop; measures: readonly Measure[] }[]
  readonly figures: readonly ShopFigure[]
  readonly rules: readonly Rule[]
  readonly on: string
  readonly now: Temporal.Instant
  readonly mayChange: boolean
}

/** The shops near a centre, without a name, and the figures of the territory. */
export const ShopsPage = ({ lang, shops, figures, rules, on, now, mayChange }: Props) => {
  const t = words(lang)
  return (
    <>
      <div class="row">
        <h1>{t('team')}</h1>
        <LinkButton href="/ventures/shops/rules" alt>
          {t('rules')}
        </LinkButton>
        <LinkButton href="/ventures/shops/figures.csv" alt download>
          {t('csv')}
        </LinkButton>
      </div>
      <h2>{t('figures')}</h2>
      <p>{t('figuresWhy')}</p>
      <FiguresTable lang={lang} figures={figures} />
      {!mayChange && (
        <>
          <h2>{t('shopsCount', { count: shops.length })}</h2>
          <p>{t('teamLead')}</p>
          <ul class="wl">
            {shops.map(({ shop, measures }) => (
              <li key={shop.id}>
                <span>
                  <b>{t(`sector.${shop.sector}`)}</b>
                  <small>
                    <bdi>{shop.town}</bdi> · {t(`size.${shop.size}`)}
                  </small>
                </span>
                <span>{sayDate(lang, shop.lastStepAt.toZonedDateTimeISO('UTC'), now)}</span>
                <span>
                  {measures
                    .filter(({ finishedAt }) => finishedAt !== null)
                    .map(({ round, answers }) => {
                      const all = standingOf(rules, answers, on)
                      const done = all.reduce((sum, one) => sum + one.done, 0)
                      const of = all.reduce((sum, one) => sum + one.of, 0)
                      return `${t(`round.${round}`)} : ${t('outOf', { done, of })}`
                    })
                    .join(' · ') || t('unfinished')}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

/** Towns and their trades; a town of too few shops says so. */
const FiguresTable = ({ lang, figures }: { lang: Language; figures: readonly ShopFigure[] }) => {
  const t = words(lang)
  const number = (value: number | null) => (value === null ? t('fewer') : value)
  return (
    <Wide label={t('figures')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('town.column')}</th>
            <th scope="col">{t('sector.column')}</th>
            <th scope="col">{t('diagnosed')}</th>
            <th scope="col">{t('measuredAgain')}</th>
            <th scope="col">{t('actions')}</th>
          </tr>
        </thead>
        <tbody>
          {figures.map((figure) => (
            <tr key={`${figure.inseeCode}${figure.sector ?? ''}`}>
              <th scope="row">
                <bdi lang="fr">{figure.town}</bdi>
              </th>
              <td>{figure.sector ? t(`sector.${figure.sector}`) : t('all')}</td>
              <td>{number(figure.diagnosed)}</td>
              <td>{number(figure.measuredAgain)}</td>
              <td>{number(figure.actions)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  )
}
