import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseContact, parsePhone } from './contact.ts'
import { countryOf } from './country.ts'
import { cleanName, nameKey } from './name.ts'

const phone = (typed: string, country?: string) => {
  const result = parsePhone(typed, country)
  return result.ok ? result.value.canonical : result.refusal
}

test('one number is one number, however Monique writes it', () => {
  const spellings = [
    '06 12 34 56 78',
    '0612345678',
    '06.12.34.56.78',
    '06-12-34-56-78',
    '06/12/34/56/78',
    '+33 6 12 34 56 78',
    '+33(0)612345678',
    '0033612345678',
    '00 33 6 12 34 56 78',
    ' 06 12 34 56 78 ',
    '٠٦١٢٣٤٥٦٧٨',
    '۰۶۱۲۳۴۵۶۷۸',
    '０６１２３４５６７８',
    '06\u00a012\u202f34 56 78',
    '(06) 12 34 56 78',
    '06 – 12 – 34 – 56 – 78',
    '+33.6.12.34.56.78',
    '\u202d06 12 34 56 78\u202c',
  ]
  expect(new Set(spellings.map((typed) => phone(typed)))).toEqual(new Set(['+33612345678']))
})

test('separators anywhere never change the number', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('', ' ', '.', '-', '\u00a0', '\u202f'), { minLength: 10, maxLength: 10 }),
      (gaps) => {
        const typed = [...'0612345678'].map((digit, i) => digit + gaps[i]).join('')
        expect(phone(typed)).toBe('+33612345678')
      },
    ),
  )
})

test('an overseas number is its own country’s, even typed without a prefix on a page of Saint-Ouen', () => {
  expect(phone('0692 12 34 56')).toBe('+262692123456')
  expect(phone('0639 12 34 56', countryOf('97600'))).toBe('+262639123456')
  expect(phone('0690 12 34 56')).toBe('+590690123456')
  expect(phone('0696 12 34 56')).toBe('+596696123456')
  expect(phone('0694 12 34 56')).toBe('+594694123456')
})

test('a foreign number is understood with its prefix', () => {
  expect(phone('+213 551 23 45 67')).toBe('+213551234567')
  expect(phone('0044 7911 123456')).toBe('+447911123456')
})

test('numbers kept for fiction and ranges opened lately are accepted', () => {
  expect(phone('06 39 98 12 34')).toBe('+33639981234')
})

test('what is wrong is named: too short, too long, not a number, nothing at all', () => {
  expect(phone('06 39 98 12')).toBe('phone-too-short')
  expect(phone('06 39 98 12 34 5 6')).toBe('phone-too-long')
  expect(phone('Monique')).toBe('phone-malformed')
  expect(phone('+999 12 34')).toBe('phone-malformed')
  expect(parseContact({ phone: '  ', email: '' })).toEqual({
    ok: false,
    refusal: 'contact-missing',
    field: 'phone',
  })
  expect(parseContact({ email: 'monique@' })).toEqual({
    ok: false,
    refusal: 'email-malformed',
    field: 'email',
  })
})

test('an address typed in the phone field is understood', () => {
  expect(parseContact({ phone: 'Monique@Example.ORG' })).toEqual({
    ok: true,
    value: { kind: 'email', canonical: 'monique@example.org' },
  })
})

test('no text whatever breaks the parser', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 300 }),
      (typed) => void parseContact({ phone: typed, email: typed }),
    ),
  )
})

test('a name keeps its script and loses what would turn the page around', () => {
  expect(cleanName('  José\u202e\t María ')).toBe('José María')
  expect(cleanName('محمد')).toBe('محمد')
  expect(nameKey('JOSÉ')).toBe(nameKey('jose'))
  expect(nameKey('Anne-Marie')).toBe(nameKey('anne marie'))
})

test('a name nobody could see on a roll is no name', () => {
  for (const typed of ['\u200d', '\u3164', '\u00ad', ' \u200b ']) expect(cleanName(typed)).toBe('')
})
