import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'
import type { Catalogue } from './catalogue.ts'
import { type Language, languageCodes } from './language.ts'

/**
 * Throws, with the whole list, when a catalogue is not fit to be read by people: a key missing in a language,
 * other holes than in French, broken ICU, a straight apostrophe (ICU reads it as an escape), an ordinary space
 * before `; : ! ?` or inside « » in French. For tests only: the parser is not shipped.
 */
export function checkCatalogue(catalogue: Catalogue<never>): void {
  const messages = catalogue.messages as Readonly<Record<Language, Readonly<Record<string, string>>>>
  const faults: string[] = []
  const keys = new Set(languageCodes.flatMap((lang) => Object.keys(messages[lang])))
  for (const key of keys) {
    const french = messages.fr[key]
    for (const lang of languageCodes) {
      const message = messages[lang][key]
      if (message === undefined) faults.push(`${lang}.${key}: missing`)
      else {
        const broken = fault(message, lang)
        if (broken) faults.push(`${lang}.${key}: ${broken}`)
        else if (french !== undefined && !fault(french, 'fr') && holes(message) !== holes(french))
          faults.push(`${lang}.${key}: holes [${holes(message)}], in French [${holes(french)}]`)
      }
    }
  }
  if (faults.length > 0) throw new Error(`Sentences to mend:\n${faults.join('\n')}`)
}

function fault(message: string, lang: Language): string | undefined {
  if (message.trim() === '') return 'empty'
  if (message.includes("'")) return 'straight apostrophe, write ’'
  if (lang === 'fr' && / [;:!?»]|« /.test(message)) return 'ordinary space where French wants a no-break one'
  try {
    parse(message, { ignoreTag: true })
  } catch (error) {
    return `not ICU (${String(error)})`
  }
  return undefined
}

/** The names of the holes, sorted, joined by commas. */
function holes(message: string): string {
  const names = new Set<string>()
  const walk = (elements: readonly MessageFormatElement[]): void => {
    for (const element of elements) {
      if (element.type === TYPE.literal || element.type === TYPE.pound) continue
      names.add(element.value)
      if (element.type === TYPE.plural || element.type === TYPE.select)
        for (const option of Object.values(element.options)) walk(option.value)
      if (element.type === TYPE.tag) walk(element.children)
    }
  }
  walk(parse(message, { ignoreTag: true }))
  return [...names].sort().join(', ')
}
