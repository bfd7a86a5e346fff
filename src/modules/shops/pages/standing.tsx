import type { Language } from '#platform/i18n/index.ts'
import type { Measure } from '../db/shops.ts'
import { standingOf } from '../domain/plan.ts'
import type { Rule } from '../domain/rule.ts'
import { type Reading, say } from '../domain/say.ts'
import { readAreas } from '../read-rules.ts'
import { words } from '../words.ts'

type Props = {
  readonly lang: Language
  readonly reading: Reading
  readonly measures: readonly Measure[]
  readonly rules: readonly Rule[]
  readonly on: string
}

/** Where a shop stands, part by part and time after time: bars to look at, numbers to read. */
export const StandingTable = ({ lang, reading, measures, rules, on }: Props) => {
  const t = words(lang)
  const rounds = measures.map((measure) => ({
    round: measure.round,
    byArea: new Map(standingOf(rules, measure.answers, on).map((standing) => [standing.area, standing])),
  }))
  return (
    <table>
      <caption>{t('standingTable')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('area')}</th>
          {rounds.map(({ round }) => (
            <th key={round} scope="col">
              {t(`round.${round}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {readAreas().map(({ area, title }) => (
          <tr key={area}>
            <th scope="row">{say(title, reading)}</th>
            {rounds.map(({ round, byArea }) => {
              const standing = byArea.get(area)
              return (
                <td key={round}>
                  {standing ? (
                    <>
                      <meter min={0} max={standing.of} value={standing.done} aria-hidden="true" />{' '}
                      {t('outOf', { done: standing.done, of: standing.of })}
                    </>
                  ) : (
                    '–'
                  )}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
