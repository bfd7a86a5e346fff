import type { Text } from '../domain/ladder.ts'
import { type Reading, say } from '../domain/say.ts'
import type { Pictogram } from '../domain/vocabulary.ts'
import { Drawing } from './drawing.tsx'

type Props = {
  readonly reading: Reading
  readonly legend: string
  readonly gestures: readonly { readonly code: string; readonly icon: Pictogram; readonly can: Text }[]
  readonly seen: ReadonlySet<string>
}

/** Gestures to tick, each with its drawing: what somebody was seen doing alone. */
export const SeenGestures = ({ reading, legend, gestures, seen }: Props) => (
  <fieldset class="pick">
    <legend>{legend}</legend>
    {gestures.map(({ code, icon, can }) => (
      <label key={code}>
        <input type="checkbox" name="seen" value={code} checked={seen.has(code)} />
        <span>
          <Drawing name={icon} />
          {say(can, reading)}
        </span>
      </label>
    ))}
  </fieldset>
)
