import type { Tally } from '../domain/game.ts'
import { liveWords } from '../live-words.ts'
import type { Reading } from './said.tsx'

type Props = Pick<Reading, 'lang'> & { readonly now: Tally; readonly before: Tally }

/** The same question, asked twice: what the room learned meanwhile. */
export const Compared = ({ now, before, lang }: Props) => {
  const t = liveWords(lang)
  return (
    <ul class="bars">
      {(
        [
          ['screen.before', before],
          ['screen.now', now],
        ] as const
      ).map(([word, tally]) => (
        <li key={word} class={word === 'screen.now' ? 'right' : undefined}>
          <span>
            {t(word)} · {t('screen.found', { right: tally.right, people: tally.people })}
          </span>
          <span class="bar">
            <progress max={Math.max(tally.people, 1)} value={tally.right} aria-hidden="true" />
            <b>{tally.people === 0 ? 0 : Math.round((tally.right / tally.people) * 100)} %</b>
          </span>
        </li>
      ))}
    </ul>
  )
}
