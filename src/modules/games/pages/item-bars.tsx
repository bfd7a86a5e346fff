import type { Tally } from '../domain/game.ts'
import type { Item, Text } from '../domain/pack.ts'
import { words } from '../words.ts'
import { Sign } from './item-sign.tsx'
import { type Reading, Said } from './said.tsx'

interface Line {
  id: string
  letter: string | null
  text: Text | string
  right: boolean
}

/** What may be counted of an item, in the order it was shown. */
function linesOf(item: Item, lang: Reading['lang']): Line[] {
  const t = words(lang)
  switch (item.kind) {
    case 'choose':
      return item.choices.map(({ id, text, right }) => ({ id, letter: id, text, right: right === true }))
    case 'discuss':
      return item.choices.map(({ id, text }) => ({ id, letter: id, text, right: false }))
    case 'sort':
      return (['safe', 'suspicious'] as const).map((id, at) => ({
        id,
        letter: at === 0 ? 'a' : 'b',
        text: t(id),
        right: item.verdict === id,
      }))
    case 'clues':
      return item.show.parts.map(({ id, text, clue }) => ({
        id,
        letter: null,
        text,
        right: clue !== undefined,
      }))
    case 'story':
      return item.scenes.flatMap((scene) =>
        'ending' in scene
          ? [{ id: scene.id, letter: null, text: scene.text, right: scene.ending === 'good' }]
          : [],
      )
    case 'budget':
      return item.lines.map(({ id, text }) => ({ id, letter: null, text, right: false }))
    default:
      return (['right', 'partly', 'wrong'] as const).map((id) => ({
        id,
        letter: null,
        text: t(`tally.${id}`),
        right: id === 'right',
      }))
  }
}

/** How the room answered, as bars with their numbers: shape, letter, colour and words, and nobody's name. */
export const ChoiceBars = ({
  item,
  tally,
  ...reading
}: Reading & { readonly item: Item; readonly tally: Tally }) => {
  const t = words(reading.lang)
  const share: Readonly<Record<string, number>> =
    item.kind === 'order' || item.kind === 'estimate' || item.kind === 'passphrase'
      ? { right: tally.right, partly: tally.partly, wrong: tally.wrong }
      : tally.of
  const tenths = item.kind === 'budget' ? 10 : 1
  const most = item.kind === 'budget' ? item.total * 10 : Math.max(tally.people, 1)
  return (
    <ul class="bars">
      {linesOf(item, reading.lang).map(({ id, letter, text, right }) => {
        const count = share[id] ?? 0
        return (
          <li key={id} class={right ? 'right' : undefined}>
            <span>
              {letter && <Sign letter={letter} />}
              {typeof text === 'string' ? text : <Said text={text} {...reading} />}
              {right && <b class="good"> {t('rightOne')}</b>}
            </span>
            <span class="amount">
              <progress max={most} value={count} aria-hidden="true" />
              <b>{count / tenths}</b>
            </span>
          </li>
        )
      })}
    </ul>
  )
}
