import type { Language } from '#platform/i18n/index.ts'
import { writeCsv } from '#platform/sheet/index.ts'
import { ownAndOthers, sayMove, sayTrade } from './pages/say-move.ts'
import type { PlansChanged } from './plans-changed.ts'
import { words } from './words.ts'

/** Every plan that changes, a line each, for a spreadsheet: as the page tells them, no more. */
export function sheetOfPlans(lang: Language, { question, plans }: PlansChanged): string {
  const t = words(lang)
  const named = plans.some(({ town }) => town !== null)
  return writeCsv(
    [
      t('plan.code'),
      ...(named ? [t('town.column')] : []),
      t('sector.column'),
      t('month.from'),
      t('month.to'),
      t('place.before'),
      t('place.after'),
      t('plan.moves'),
      t('others.rising'),
      t('others.falling'),
    ],
    plans.map(({ code, town, crowd, changes }) => {
      const { own, rise, fall } = ownAndOthers(question, changes)
      const [before, after] = placesOf(own)
      return [
        code,
        ...(named ? [town ?? ''] : []),
        sayTrade(lang, crowd),
        crowd?.from ?? '',
        crowd?.to ?? '',
        before,
        after,
        own.map((move) => sayMove(lang, move)).join(' ; '),
        String(rise),
        String(fall),
      ]
    }),
  )
}

/** The place of an action before and after, empty where it is not in the plan or did not move. */
function placesOf(own: ReturnType<typeof ownAndOthers>['own']): [string, string] {
  for (const move of own) {
    if (move.what === 'place') return [String(move.from), String(move.to)]
    if (move.what === 'enters') return ['', String(move.at)]
    if (move.what === 'leaves') return [String(move.at), '']
  }
  return ['', '']
}
