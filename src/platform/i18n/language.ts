/** A language the product speaks: French first, then English and Arabic. */
export type Language = 'fr' | 'en' | 'ar'

type LanguageFacts = {
  readonly code: Language
  /** The name its speakers give it: what a language link says. */
  readonly ownName: string
  readonly dir: 'ltr' | 'rtl'
  /** The tag given to `Intl`: British order of dates, western digits in Arabic. */
  readonly locale: string
}

/** Every language, in the order the links are shown. */
export const languages: Readonly<Record<Language, LanguageFacts>> = {
  fr: { code: 'fr', ownName: 'Français', dir: 'ltr', locale: 'fr-FR' },
  en: { code: 'en', ownName: 'English', dir: 'ltr', locale: 'en-GB' },
  ar: { code: 'ar', ownName: 'العربية', dir: 'rtl', locale: 'ar-u-nu-latn' },
}

/** The codes of every language, French first. */
export const languageCodes = Object.keys(languages) as readonly Language[]

/** Whether a text from outside is the code of a language we speak. */
export const isLanguage = (code: string | null | undefined): code is Language =>
  code === 'fr' || code === 'en' || code === 'ar'

/** What a request says about the language of the person. */
export type LanguageWishes = {
  /** `?lang=` of the address: the link that was just followed. */
  readonly query?: string | null | undefined
  /** The remembered choice. */
  readonly cookie?: string | null | undefined
  /** The `Accept-Language` header (RFC 9110 §12.5.4). */
  readonly acceptLanguage?: string | null | undefined
}

/** The language to answer in: the link followed, else the choice remembered, else the browser's, else French. */
export function languageOf({ query, cookie, acceptLanguage }: LanguageWishes): Language {
  if (isLanguage(query)) return query
  if (isLanguage(cookie)) return cookie
  return preferred(acceptLanguage ?? '') ?? 'fr'
}

function preferred(header: string): Language | undefined {
  let best: Language | undefined
  let bestWeight = 0
  for (const wish of header.slice(0, 500).split(',')) {
    const [tag = '', ...settings] = wish.trim().toLowerCase().split(';')
    const code = tag.split('-')[0]
    const q = settings.map((s) => s.trim()).find((s) => s.startsWith('q='))
    const weight = q === undefined ? 1 : Number.parseFloat(q.slice(2))
    if (isLanguage(code) && weight > bestWeight) {
      best = code
      bestWeight = weight
    }
  }
  return best
}
