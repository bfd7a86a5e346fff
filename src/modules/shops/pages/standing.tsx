import type { Language } from '#platform/i18n/index.ts'
import type { Measure } from '../db/measures.ts'
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
export const StandingList = ({ lang, reading, measures, rules, on }: Props) => {
  const t = words(lang)
  const rounds = measures.map((measure) => ({
    round: measure.round,
    byArea: new Map(standingOf(rules, measure.answers, on).map((standing) => [standing.area, standing])),
  }))
  return (
    <>
      <p class="noprint">{t('standingWhat')}</p>
      <dl class="asks">
        {readAreas().map(({ area, title }) => (
          <div key={area}>
            <dt>{say(title, reading)}</dt>
            {rounds.map(({ round, byArea }) => {
              const standing = byArea.get(area)
              return (
                <dd key={round}>
                  {standing ? (
                    <>
                      <meter
                        class="noprint"
                        min={0}
                        max={standing.of}
                        value={standing.done}
                        aria-hidden="true"
                      />{' '}
                      <span class="nb">{t('outOf', { done: standing.done, of: standing.of })}</span>
                    </>
                  ) : (
                    t('notAbout')
                  )}{' '}
                  {rounds.length > 1 && <small class="nb">{t(`round.${round}`)}</small>}
                </dd>
              )
            })}
          </div>
        ))}
      </dl>
    </>
  )
}
