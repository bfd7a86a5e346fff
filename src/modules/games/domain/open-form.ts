import { z } from 'zod'
import { isLettered } from './card.ts'
import type { Choices } from './game.ts'
import type { Item } from './pack.ts'

/** How many questions a game has unless somebody chooses: some forty minutes with what is said between them. */
export const usualCount = 8
const most = 30
const list = (value: unknown) => (Array.isArray(value) ? value : value === undefined ? [] : [value])

/** Opening a game, as its form is posted. */
export const openForm = z.object({
  pack: z.string({ error: 'drive.packMissing' }).regex(/^[a-z0-9-]{1,60}$/, 'drive.packMissing'),
  items: z.preprocess(
    list,
    z.array(z.string().max(80)).min(1, 'drive.itemsMissing').max(most, 'drive.itemsMany'),
  ),
  session: z.preprocess(
    (value) => (value === '' ? undefined : value),
    z.coerce
      .number('drive.sessionUnknown')
      .int('drive.sessionUnknown')
      .positive('drive.sessionUnknown')
      .optional(),
  ),
  names: z.enum(['first-name', 'animal']).catch('first-name'),
  teams: z.coerce.number().int().min(2).max(6).catch(0),
  timer: z.coerce.number().int().min(15).max(180).nullable().catch(null),
  wishes: z.preprocess(list, z.array(z.enum(['podium', 'again'])).catch([])),
})
export type OpenForm = z.output<typeof openForm>

/** What the facilitator wished, out of the form. */
export const choicesOf = (form: OpenForm): Choices => ({
  names: form.names,
  teams: form.teams,
  timer: form.timer === 0 ? null : form.timer,
  podium: form.wishes.includes('podium'),
  again: form.wishes.includes('again'),
})

/**
 * The questions ticked for somebody who does not choose: those a room answers with whatever it has, phones, cards or
 * hands; kinds mixed, easier ones first, true and false both. The same for the same pack. Others fill a short pack.
 */
export function usualItems(items: readonly Item[], count = usualCount): readonly Item[] {
  const answeredByAll = mixed(items.filter(isLettered), count)
  const others = mixed(
    items.filter((item) => !isLettered(item)),
    count - answeredByAll.length,
  )
  return [...answeredByAll, ...others].sort((left, right) => left.level - right.level)
}

/** `count` of them, a turn for each kind after the other. */
function mixed(items: readonly Item[], count: number): readonly Item[] {
  const byKind = [...Map.groupBy(items, ({ kind }) => kind).values()]
  const picked: Item[] = []
  for (let turn = 0; picked.length < Math.min(count, items.length); turn += 1)
    for (const group of byKind) {
      const next = group[turn]
      if (next && picked.length < count) picked.push(next)
    }
  return picked
}
