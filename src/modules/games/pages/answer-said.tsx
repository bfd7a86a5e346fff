import { type Answer, wayThrough } from '../domain/answer.ts'
import type { Item } from '../domain/pack.ts'
import { words } from '../words.ts'
import { Sign } from './item-sign.tsx'
import { type Reading, Said } from './said.tsx'

type Props = Reading & { readonly item: Item; readonly answer: Answer }

/** What somebody answered, in the words of the item; of a passphrase, only how strong it was. */
export const AnswerSaid = ({ item, answer, ...reading }: Props) => {
  const t = words(reading.lang)
  if ('number' in answer)
    return item.kind === 'passphrase' ? (
      t(`strength.${answer.number}` as 'strength.0')
    ) : (
      <b>
        {answer.number} {item.kind === 'estimate' && <Said text={item.unit} {...reading} />}
      </b>
    )
  if ('amounts' in answer)
    return item.kind === 'budget' ? (
      <ul>
        {item.lines.map(({ id, text }) => (
          <li key={id}>
            <Said text={text} {...reading} /> <b>{answer.amounts[id] ?? 0}</b>
          </li>
        ))}
      </ul>
    ) : null
  return <Chosen item={item} chosen={answer.chosen} {...reading} />
}

const Chosen = ({ item, chosen, ...reading }: Reading & { item: Item; chosen: readonly string[] }) => {
  switch (item.kind) {
    case 'choose':
    case 'discuss':
      return item.choices
        .filter(({ id }) => chosen.includes(id))
        .map(({ id, text }) => (
          <span key={id} class="picked">
            <Sign letter={id} /> <Said text={text} {...reading} />
          </span>
        ))
    case 'sort': {
      const verdict = chosen[0] === 'safe' ? 'safe' : 'suspicious'
      return (
        <span class="picked">
          <Sign letter={verdict === 'safe' ? 'a' : 'b'} /> {words(reading.lang)(verdict)}
        </span>
      )
    }
    case 'order':
      return (
        <ol class="numbered">
          {chosen.map((letter) => {
            const step = item.steps.find(({ id }) => id === letter)
            return step ? (
              <li key={letter}>
                <Said text={step.text} {...reading} />
              </li>
            ) : null
          })}
        </ol>
      )
    case 'clues':
      return (
        <ul class="questions">
          {item.show.parts
            .filter(({ id }) => chosen.includes(id))
            .map(({ id, text }) => (
              <li key={id}>
                <Said text={text} {...reading} />
              </li>
            ))}
        </ul>
      )
    case 'story': {
      const end = wayThrough(item, chosen).at(-1)
      return end ? <Said text={end.text} {...reading} /> : null
    }
    default:
      return null
  }
}
