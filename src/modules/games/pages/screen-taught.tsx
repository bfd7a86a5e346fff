import type { Item } from '../domain/pack.ts'
import { words } from '../words.ts'
import { type Reading, Said } from './said.tsx'

/** What the room reads together once a question is closed: why, what gave it away, and one gesture. */
export const ScreenTaught = ({ item, ...reading }: Reading & { readonly item: Item }) => {
  const clues = item.show?.parts.filter((part) => part.clue) ?? []
  return (
    <div class="teach stack">
      <p class="lead">
        <Said text={item.teach} {...reading} />
      </p>
      {item.kind === 'estimate' && (
        <p class="solution">
          {item.answer} <Said text={item.unit} {...reading} />
        </p>
      )}
      {item.kind === 'order' && (
        <ol class="solution numbered">
          {item.steps.map(({ id, text }) => (
            <li key={id}>
              <Said text={text} {...reading} />
            </li>
          ))}
        </ol>
      )}
      {item.kind === 'discuss' && (
        <ul class="questions">
          {item.questions.map((question) => (
            <li key={question.fr}>
              <Said text={question} {...reading} />
            </li>
          ))}
        </ul>
      )}
      {clues.length > 0 && (
        <ul class="questions">
          {clues.map(({ id, clue }) => (
            <li key={id}>{clue && <Said text={clue} {...reading} />}</li>
          ))}
        </ul>
      )}
      <p class="gesture">
        <b>{words(reading.lang)('gesture')}</b> <Said text={item.gesture} {...reading} />
      </p>
    </div>
  )
}
