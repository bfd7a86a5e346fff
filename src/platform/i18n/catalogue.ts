import { IntlMessageFormat } from 'intl-messageformat'
import { type Language, languages } from './language.ts'

/** What fills the holes of a sentence: `{name}`, `{count, plural, …}`. */
export type Params = Readonly<Record<string, string | number>>

/** Says the sentence of `key` in one language. */
export type Say<Key extends string = string> = (key: Key, params?: Params) => string

/** The sentences of one module in every language; call it with a language to speak. */
export type Catalogue<Key extends string = string> = {
  (lang: Language): Say<Key>
  readonly messages: Readonly<Record<Language, Readonly<Record<Key, string>>>>
}

/**
 * Makes a module's catalogue from its three files of ICU MessageFormat sentences.
 * Keys are those of the French file; a key missing in another language does not compile.
 * Sentences with holes are compiled on first use and kept.
 */
export function catalogue<const French extends Readonly<Record<string, string>>>(messages: {
  readonly fr: French
  readonly en: Readonly<Record<keyof French, string>>
  readonly ar: Readonly<Record<keyof French, string>>
}): Catalogue<keyof French & string> {
  type Key = keyof French & string
  const all: Record<Language, Readonly<Record<Key, string>>> = messages
  const say = { fr: speaker(all.fr, 'fr'), en: speaker(all.en, 'en'), ar: speaker(all.ar, 'ar') }
  return Object.assign((lang: Language): Say<Key> => say[lang], { messages: all })
}

function speaker<Key extends string>(messages: Readonly<Record<Key, string>>, lang: Language): Say<Key> {
  const compiled = new Map<Key, IntlMessageFormat>()
  return (key, params) => {
    const message = messages[key]
    if (message === undefined) throw new Error(`No sentence “${key}” in ${lang}`)
    if (!message.includes('{')) return message
    let format = compiled.get(key)
    if (!format) {
      format = new IntlMessageFormat(message, languages[lang].locale, undefined, { ignoreTag: true })
      compiled.set(key, format)
    }
    return String(format.format(params))
  }
}
