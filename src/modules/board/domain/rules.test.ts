import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanSentence } from '#modules/people/index.ts'
import { sayFigure } from './figures.ts'
import { farthest, fitOf, proposeFits, type Wish } from './fit.ts'
import { readChoice, writeChoice } from './moment.ts'
import { refusalOf } from './sentence.ts'
import { halfDays, spoken } from './vocabulary.ts'

const said = (typed: string) => refusalOf(cleanSentence(typed))

describe('a sentence for the board', () => {
  test.each([
    'Ma boutique de fleurs a besoin de cinq belles photos pour sa page.',
    'Je cherche quelqu’un pour mettre en route ma tablette neuve.',
    'Étudiante, je prépare un dossier de travaux : qui veut une affiche ?',
    'Je montre la couture à la machine, pour 2 ou 3 personnes.',
    'I can show how to film a recipe with a phone, in 20 minutes.',
    'أستطيع أن أساعد في كتابة الرسائل بالعربية والفرنسية.',
    'Je répare les grille-pain et les lampes, le samedi de 14 h à 17 h.',
    'Nous étions 1200 en 2024 ; je cherche à trier mes photos.',
    'Un, deux ou trois voisins pour apprendre à coudre ensemble ?',
    'J’ai une imprimante 3D et un modèle à réparer avant le 12/12.',
    'Qui m’aide à installer WhatsApp pour voir mes petits-enfants ?',
    'Ma boutique voudrait une jolie page Instagram.',
    'Quelle tablette choisir avant d’en acheter une ?',
    'Je répare un escalier en bois de maison de poupée, qui se bat avec la colle ?',
    'Je suis souvent au 2e étage du centre, pour la couture.',
    'Qui sait broder ? Ma place dans la rue du marché est trop bruyante.',
  ])('« %s » is pinned up', (sentence) => expect(said(sentence)).toBeNull())

  test.each([
    ['Appelez-moi au 06 12 34 56 78 pour la tablette', 'sentence-phone'],
    ['Mon numéro : 06.12.34.56.78, le soir', 'sentence-phone'],
    ['Appelez le +33 6 12 34 56 78 pour des photos', 'sentence-phone'],
    ['Appelez le ٠٦١٢٣٤٥٦٧٨ من فضلكم للصور', 'sentence-phone'],
    ['Appelez le ０６１２３４５６７８ pour des photos', 'sentence-phone'],
    ['zéro six, douze, trente-quatre, cinquante six, dix : appelez', 'sentence-phone'],
    ['06\u200b12\u200b34\u200b56\u200b78 pour les photos', 'sentence-phone'],
    ['Écrivez à malika@exemple.fr pour la couture', 'sentence-mail'],
    ['Écrivez à malika arobase exemple point fr', 'sentence-mail'],
    ['Mon adresse est malika chez gmail pour la couture', 'sentence-mail'],
    ['Voir mes travaux sur https://exemple.org/moi', 'sentence-link'],
    ['Voir mes travaux sur monsite.fr, merci', 'sentence-link'],
    ['Retrouvez-moi sur Instagram ou Snap', 'sentence-link'],
    ['On se parle sur WhatsApp, je réponds vite', 'sentence-link'],
    ['تواصلوا معي على واتساب من أجل الصور', 'sentence-link'],
    ['Je répare les téléphones pour 20 euros', 'sentence-money'],
    ['Je couds vos ourlets, 5€ pièce, vite fait', 'sentence-money'],
    ['Je vends une machine à coudre presque neuve', 'sentence-money'],
    ['Cherche aide pour des photos, je peux payer', 'sentence-money'],
    ['خياطة الملابس بسعر جيد للجميع', 'sentence-money'],
    ['Venez chez moi, 12 bis rue des Lilas, le soir', 'sentence-address'],
    ['Bâtiment C, je suis là pour la couture', 'sentence-address'],
    ['Aide', 'sentence-too-short'],
    ['', 'sentence-missing'],
    ['\u202e\u200b  ', 'sentence-missing'],
    ['a'.repeat(141), 'sentence-too-long'],
  ])('« %s » is not: %s', (sentence, refusal) => expect(said(sentence)).toBe(refusal))

  test('whatever is typed gets an answer at once, and no phone of ten digits ever passes', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400, unit: 'grapheme' }), (typed) => {
        expect(() => said(typed)).not.toThrow()
      }),
    )
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 10, maxLength: 10 }),
        fc.constantFrom('', ' ', '.', '-', ' - ', '/'),
        (digits, between) => {
          expect(said(`Appelez-moi ${digits.join(between)} merci`)).not.toBeNull()
        },
      ),
    )
  })
})

const at = Temporal.Instant.from('2026-12-01T08:00:00Z')
const wish = (id: number, more: Partial<Wish> = {}): Wish => ({
  id,
  neighbour: id,
  subject: 'photos',
  machine: null,
  languages: ['fr'],
  halfDays: ['week-morning'],
  createdAt: at,
  ...more,
})
const near = { km: null, helping: 0 }

describe('an ask and an offer', () => {
  test('go together when subject, a language and a half-day are the same, and the reasons are said', () => {
    const ask = wish(1, { languages: ['ar', 'fr'], halfDays: ['week-morning', 'saturday-morning'] })
    const offer = wish(2, { languages: ['en', 'ar'], halfDays: ['saturday-morning'] })
    expect(fitOf(ask, offer, { km: 2, helping: 1 })).toEqual({
      ask: 1,
      offer: 2,
      languages: ['ar'],
      halfDays: ['saturday-morning'],
      machine: null,
      km: 2,
      helping: 1,
      rank: 11,
    })
  })
  test.each([
    ['another subject', { subject: 'sewing' as const }],
    ['no language in common', { languages: ['tr' as const] }],
    ['no half-day in common', { halfDays: ['week-evening' as const] }],
    ['one’s own offer', { neighbour: 1 }],
  ])('do not when there is %s', (_, more) => expect(fitOf(wish(1), wish(2, more), near)).toBeNull())
  test('do not when the places are far, or the machines are not the same', () => {
    expect(fitOf(wish(1), wish(2), { km: farthest + 1, helping: 0 })).toBeNull()
    const help = { subject: 'machine-help' as const }
    const laser = wish(1, { ...help, machine: 'laser' })
    expect(fitOf(laser, wish(2, { ...help, machine: 'vinyl' }), near)).toBeNull()
    expect(fitOf(laser, wish(2, help), near)).not.toBeNull()
    expect(fitOf(laser, wish(2, { ...help, machine: 'laser' }), near)?.machine).toBe('laser')
  })
  test('the neighbour who already helps two people lets another one pass', () => {
    const helping = (neighbour: number) => (neighbour === 2 ? 2 : 0)
    const [first] = proposeFits([wish(1)], [wish(2), wish(3)], {
      known: () => false,
      km: () => null,
      helping,
    })
    expect(first?.fits.map(({ offer }) => offer)).toEqual([3, 2])
  })

  test('whatever is on the board, only fitting pairs are proposed, once, three at most, in fair order', () => {
    const some = fc.array(
      fc.record({
        neighbour: fc.integer({ min: 1, max: 6 }),
        subject: fc.constantFrom('photos' as const, 'sewing' as const),
        languages: fc.uniqueArray(fc.constantFrom(...spoken), { minLength: 1, maxLength: 2 }),
        halfDays: fc.uniqueArray(fc.constantFrom(...halfDays), { minLength: 1, maxLength: 2 }),
        late: fc.integer({ min: 0, max: 50 }),
      }),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(some, some, (askers, offerers) => {
        const wishes = (list: typeof askers, from: number) =>
          list.map(({ late, ...one }, i) => wish(from + i, { ...one, createdAt: at.add({ hours: late }) }))
        const [asks, offers] = [wishes(askers, 1), wishes(offerers, 100)]
        const known = (ask: number, offer: number) => (ask + offer) % 5 === 0
        const proposed = proposeFits(asks, offers, { known, km: () => null, helping: () => 0 })
        const waited = proposed.map(({ ask }) => asks.find(({ id }) => id === ask)?.createdAt ?? at)
        expect(waited).toEqual(waited.toSorted(Temporal.Instant.compare))
        for (const { ask: id, fits } of proposed) {
          const ask = asks.find((one) => one.id === id) as Wish
          expect(fits.length).toBeGreaterThan(0)
          expect(fits.length).toBeLessThanOrEqual(3)
          expect(new Set(fits.map(({ offer }) => offer)).size).toBe(fits.length)
          for (const fit of fits) {
            const offer = offers.find((one) => one.id === fit.offer) as Wish
            expect(known(id, offer.id)).toBe(false)
            expect(offer.neighbour).not.toBe(ask.neighbour)
            expect(offer.subject).toBe(ask.subject)
            expect(ask.languages).toEqual(expect.arrayContaining([...fit.languages]))
            expect(offer.halfDays).toEqual(expect.arrayContaining([...fit.halfDays]))
          }
          const ranks = fits.map(({ rank }) => rank)
          expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
        }
      }),
    )
  })
})

test('a moment is read as it was written, and whatever else is typed is a call from the team', () => {
  for (const choice of [{ kind: 'call' }, { kind: 'opening', id: 12 }, { kind: 'session', id: 3 }] as const)
    expect(readChoice(writeChoice(choice))).toEqual(choice)
  for (const typed of ['', 'opening.0', 'opening.-1', 'session.99999999999', 'door.1', 'opening.1;drop'])
    expect(readChoice(typed)).toEqual({ kind: 'call' })
})

test('outside its centre, a count from one to ten is not told', () => {
  expect([0, 1, 10, 11].map((count) => sayFigure(count, true))).toEqual([0, null, null, 11])
  expect(sayFigure(3, false)).toBe(3)
})
