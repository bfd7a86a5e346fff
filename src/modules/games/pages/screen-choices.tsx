import { shuffled } from '../domain/answer-form.ts'
import type { Item, Text } from '../domain/pack.ts'
import type { Pictogram as PictogramName } from '../domain/vocabulary.ts'
import { words } from '../words.ts'
import { Sign } from './item-sign.tsx'
import { Pictogram, type Reading, Said } from './said.tsx'

interface Line {
  id: string
  letter: string | null
  text: Text | string
  icon?: PictogramName | undefined
}

function linesOf(item: Item, t: ReturnType<typeof words>): Line[] {
  switch (item.kind) {
    case 'choose':
    case 'discuss':
      return item.choices.map(({ id, text, icon }) => ({ id, letter: id, text, icon }))
    case 'sort':
      return [
        { id: 'safe', letter: 'a', text: t('safe'), icon: 'check' },
        { id: 'suspicious', letter: 'b', text: t('suspicious'), icon: 'warning' },
      ]
    case 'order':
      return shuffled(item.steps).map(({ id, text, icon }) => ({ id, letter: id, text, icon }))
    case 'budget':
      return item.lines.map(({ id, text, icon }) => ({ id, letter: null, text, icon }))
    case 'story': {
      const first = item.scenes[0]
      return first && 'choices' in first
        ? first.choices.map(({ id, text, icon }) => ({ id, letter: id, text, icon }))
        : []
    }
    default:
      return []
  }
}

/** What is asked besides the prompt: how to order, what to touch, the first scene of a story. */
const Task = ({ item, ...reading }: Reading & { readonly item: Item }) => {
  const t = words(reading.lang)
  switch (item.kind) {
    case 'choose':
      return item.several ? <p>{t('severalHint')}</p> : null
    case 'discuss':
      return <p>{t('discussHint')}</p>
    case 'order':
      return <p>{t('orderHint')}</p>
    case 'clues':
      return <p>{t('cluesHint')}</p>
    case 'passphrase':
      return (
        <>
          <p class="lead">{t('phrase')}</p>
          <p>{t('phraseHint')}</p>
        </>
      )
    case 'budget':
      return (
        <p>
          {t('budgetHint', { total: item.total })} <Said text={item.unit} {...reading} />
        </p>
      )
    case 'story':
      return item.scenes[0] ? (
        <p class="lead">
          <Said text={item.scenes[0].text} {...reading} />
        </p>
      ) : null
    case 'estimate':
      return (
        <p class="lead">
          {t('between', { low: item.low, high: item.high })} <Said text={item.unit} {...reading} />
        </p>
      )
    default:
      return null
  }
}

/** The choices as the room sees them: shape, letter, colour, words, and a drawing when there is one. */
export const ScreenChoices = ({ item, ...reading }: Reading & { readonly item: Item }) => {
  const lines = linesOf(item, words(reading.lang))
  return (
    <div class="stack">
      <Task item={item} {...reading} />
      {lines.length > 0 && (
        <ul class="offered">
          {lines.map(({ id, letter, text, icon }) => (
            <li key={id}>
              {letter && <Sign letter={letter} />}
              {icon && <Pictogram name={icon} />}
              <span>{typeof text === 'string' ? text : <Said text={text} {...reading} />}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
