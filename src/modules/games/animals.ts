import { catalogue, type Language } from '#platform/i18n/index.ts'
import ar from './locales/animals.ar.json' with { type: 'json' }
import en from './locales/animals.en.json' with { type: 'json' }
import fr from './locales/animals.fr.json' with { type: 'json' }

const say = catalogue({ fr, en, ar })

/** The animals people may be called by in a game: none that is an insult in one of our languages. */
export const animals: readonly (keyof typeof fr)[] = Object.keys(fr) as (keyof typeof fr)[]

/**
 * An animal nobody has yet, in the language of the phone, capital or not; when all are taken, one with a number. `draw` is a number
 * from 0 to 1, 1 excluded.
 */
export function freeAnimal(lang: Language, taken: ReadonlySet<string>, draw: number): string {
  const names = animals.map((animal) => say(lang)(animal))
  const start = Math.floor(draw * names.length)
  for (let turn = 1; ; turn += 1)
    for (let at = 0; at < names.length; at += 1) {
      const name = names[(start + at) % names.length] as string
      const called = turn === 1 ? name : `${name} ${turn}`
      if (!taken.has(called) && !taken.has(called.toLocaleLowerCase())) return called
    }
}
