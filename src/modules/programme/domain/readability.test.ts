import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readyMade } from '../catalogue/index.ts'
import { type ReadyMade, textsOf } from './activity.ts'
import { easeOf, readability } from './readability.ts'
import { syllables } from './readability-text.ts'

const languages = ['fr', 'en', 'ar'] as const
const kinds = (text: string, lang: 'fr' | 'en' | 'ar' = 'fr') =>
  readability(text, lang).map(({ kind, excerpt }) => [kind, excerpt])

describe('a text is read as one writes it', () => {
  test('a sentence one loses on the way is shown with the place to cut it', () => {
    const long =
      'Nous regardons ensemble votre téléphone et tous ses réglages, puis nous prenons le temps de répondre à chacune des questions que vous avez notées.'
    expect(readability(`Bonjour. ${long}`, 'fr')).toEqual([
      { kind: 'sentence-too-long', excerpt: long, at: 9, words: 24, cutAfter: 'tous ses réglages' },
    ])
    expect(kinds('Nous regardons votre téléphone. Puis vous posez vos questions.')).toEqual([])
  })

  test('sentences that are long on average are said once, by the longest', () => {
    const longest = 'Vous venez avec votre ancien téléphone et nous regardons ensemble ce qui ne va pas.'
    expect(
      kinds(`${longest} Nous prenons le temps de répondre à toutes vos questions sur la facture.`),
    ).toEqual([['sentences-long', longest]])
    expect(kinds(`${longest} Puis vous posez vos questions.`)).toEqual([])
  })

  test('a word of an office comes with the word people say', () => {
    expect(readability('La dématérialisation, via votre smartphone.', 'fr')).toEqual([
      { kind: 'rare-word', excerpt: 'dématérialisation', at: 3, plain: 'démarches sur Internet' },
      { kind: 'rare-word', excerpt: 'via', at: 22, plain: 'par' },
      { kind: 'rare-word', excerpt: 'smartphone', at: 32, plain: 'téléphone tactile' },
    ])
    expect(kinds('Les usagers et les dispositifs.').map(([, word]) => word)).toEqual([
      'usagers',
      'dispositifs',
    ])
    expect(kinds('We utilise a device.', 'en').map(([, word]) => word)).toEqual(['utilise', 'device'])
    expect(kinds('ندوة افتراضية عن الرسائل', 'ar')).toEqual([['rare-word', 'ندوة افتراضية']])
  })

  test('a very long word is noticed once, without the article that leans on it', () => {
    expect(kinds('L’administratif fait peur. L’administratif ennuie.')).toEqual([
      ['long-word', 'administratif'],
    ])
  })

  test('letters are to be explained once, unless everybody reads them as a word', () => {
    expect(readability('Le site de la CAF.', 'fr')).toMatchObject([
      { kind: 'acronym', excerpt: 'CAF', plain: 'la Caisse d’allocations familiales (CAF)' },
    ])
    expect(readability('The site of the CAF.', 'en')).toMatchObject([{ kind: 'acronym', plain: null }])
    expect(kinds('La Caisse d’allocations familiales (CAF). Le site de la CAF. Votre CV par SMS.')).toEqual(
      [],
    )
  })

  test('nothing is said of nothing', () => {
    for (const text of ['', ' ', '\n', '…', '12 / 4']) {
      expect(readability(text, 'fr')).toEqual([])
      expect(easeOf(text, 'fr')).toBeNull()
    }
  })
})

test('syllables are counted as they are said', () => {
  const said = {
    téléphone: 3,
    ordinateur: 4,
    main: 1,
    administratif: 5,
    messages: 2,
    électronique: 4,
    écran: 2,
  }
  for (const [word, count] of Object.entries(said)) expect(syllables(word, 'fr'), word).toBe(count)
  const told = { phone: 1, message: 2, computer: 3, table: 2, opportunity: 5 }
  for (const [word, count] of Object.entries(told)) expect(syllables(word, 'en'), word).toBe(count)
})

test('the ready-made catalogue passes its own check', () => {
  const remarks = readyMade.flatMap((activity: ReadyMade) =>
    Object.entries(textsOf(activity)).flatMap(([lang, { title, summary, description, bring }]) =>
      [title, summary, description, bring].flatMap((text) =>
        readability(text, lang as 'fr').map(
          ({ kind, excerpt }) => `${activity.slug} ${lang} ${kind}: ${excerpt}`,
        ),
      ),
    ),
  )
  expect(remarks).toEqual([])
})

describe('whatever is typed', () => {
  const word = fc.oneof(
    fc.constantFrom('via', 'CAF', 'l’administration', 'téléphone', 'et', 'بغية', 'utilise', 'afin de'),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
  )
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc
      .array(fc.tuple(word, fc.constantFrom(' ', '. ', ', ', '\n', '؟ ', ' : ')), { maxLength: 60 })
      .map((parts) => parts.flat().join('')),
  )

  test('a remark shows words that are really there, in their order, and the same text gives the same remarks', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(...languages), (written, lang) => {
        const remarks = readability(written, lang)
        for (const { excerpt, at } of remarks) expect(written.slice(at, at + excerpt.length)).toBe(excerpt)
        for (const { excerpt } of remarks) expect(excerpt.trim()).not.toBe('')
        expect(remarks.map(({ at }) => at)).toEqual(remarks.map(({ at }) => at).sort((a, b) => a - b))
        expect(readability(written, lang)).toEqual(remarks)
        expect([null, 'easy', 'medium', 'hard']).toContain(easeOf(written, lang))
      }),
    )
  })

  test('a long sentence is found wherever it stands', () => {
    const long = `${'mot '.repeat(21).trim()}.`
    fc.assert(
      fc.property(text, (before) => {
        const found = readability(`${before}\n${long}`, 'fr')
        expect(
          found.filter(({ kind, excerpt }) => kind === 'sentence-too-long' && excerpt === long),
        ).toHaveLength(1)
      }),
    )
  })
})
