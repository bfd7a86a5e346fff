// Filling a season by integer optimisation, and drawing the calendar of a month.
import { wrongsOf } from '../src/modules/planning/domain/fill-check.ts'
import { fillSeason, gapOf } from '../src/modules/planning/fill-season.ts'
import { measureCalendar } from './support/calendar.ts'
import { print } from './support/figures.ts'
import { startProduct } from './support/product.ts'
import { makeSeason } from './support/season.ts'

async function measure(size: Parameters<typeof makeSeason>[0], seconds: number, gap: number, limit: number) {
  const season = makeSeason(size)
  const began = performance.now()
  const filled = await fillSeason(season, { seconds, gap })
  const took = (performance.now() - began) / 1000
  const wrongs = wrongsOf(season, filled.plan)
  if (wrongs.length > 0) throw new Error(`the plan breaks a rule: ${wrongs.slice(0, 3).join('; ')}`)
  const name = `${size.sessions} sessions, ${size.hosts} hosts, ${size.sites} sites`
  print({
    bench: 'plan',
    metric: `${name}: seconds to ${filled.isOptimal && gap === 0 ? 'a proven best' : 'the best found'} (${Math.round(filled.objective)} of at most ${Math.round(filled.bound)} points, ${filled.plan.hosts.length} hosts and ${filled.plan.rooms.length} rooms given)`,
    value: took,
    unit: 's',
    limit,
    goal: `under ${limit} s`,
    met: took < limit && (gap > 0 || filled.isOptimal),
  })
  print({
    bench: 'plan',
    metric: `${name}: distance from the bound`,
    value: 100 * gapOf(filled),
    unit: '%',
    limit: gap === 0 ? 0.001 : 100 * gap,
    goal: gap === 0 ? 'none' : `at most ${100 * gap} %`,
    met: gapOf(filled) <= (gap === 0 ? 1e-5 : gap),
  })
}

await measure({ sessions: 120, hosts: 60, sites: 12, days: 5, seed: 7 }, 30, 0, 3)
await measure({ sessions: 1000, hosts: 400, sites: 12, days: 20, seed: 11 }, 26, 0.01, 30)

const product = await startProduct({ demo: true })
await measureCalendar(product)
await product.stop()
