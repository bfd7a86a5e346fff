import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import * as common from '@zxcvbn-ts/language-common'
import * as french from '@zxcvbn-ts/language-fr'

let zxcvbn: ZxcvbnFactory | undefined

/**
 * How long a passphrase would resist, as zxcvbn counts: 0 guessed at once, 4 very strong. With the words, names and
 * keyboards people use in France. Nothing is kept of what was typed; beyond a hundred signs the rest is not looked at.
 */
export function strengthOf(phrase: string): 0 | 1 | 2 | 3 | 4 {
  zxcvbn ??= new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...french.dictionary },
    graphs: common.adjacencyGraphs,
    maxLength: 100,
  })
  return zxcvbn.check(phrase.normalize('NFC').slice(0, 100)).score
}
