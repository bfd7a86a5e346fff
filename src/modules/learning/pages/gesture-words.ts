import { firstGestures } from '../domain/gestures.ts'
import { type Reading, say } from '../domain/say.ts'
import { readLadders } from '../read-ladders.ts'

/** Gestures in words, first gestures first, then ladder by ladder; a code nobody knows any more is left out. */
export const gestureWords = (reading: Reading, codes: ReadonlySet<string>): string[] =>
  [...firstGestures, ...readLadders().rungs]
    .filter(({ code }) => codes.has(code))
    .map(({ can }) => say(can, reading))
