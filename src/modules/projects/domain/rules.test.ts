import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sayFigure } from './figures.ts'
import { kindOf } from './file-kind.ts'
import { moved } from './order.ts'
import { refusalOf } from './text.ts'
import { lengths } from './vocabulary.ts'

describe('a text everybody reads', () => {
  test.each([
    ['Découpez quatre plaques de 120 × 45 × 30 mm, puis collez-les.', null],
    ['Percez à 20, 40, 60 et 80 cm, avec un foret de 3 mm.', null],
    ['Chauffez 12 min à 210 °C, attendez 5 min.', null],
    ['قصّ لوحًا من 120 × 450 × 300 ملم', null],
    ['Appelez-moi au 06 12 34 56 78 si cela coince.', 'text-phone'],
    ['Appelez 06 12 34 56 78 m pour la suite.', 'text-phone'],
    ['zéro six douze trente quarante cinquante, demandez-moi', 'text-phone'],
    ['Écrivez à lea@exemple.fr pour les plans.', 'text-mail'],
    ['Les plans sont sur www.exemple.fr', 'text-link'],
    ['Retrouvez-moi sur instagram pour la suite', 'text-link'],
    ['', 'text-missing'],
    ['x'.repeat(401), 'text-too-long'],
  ])('« %s » is answered %s', (text, refused) => {
    expect(refusalOf(text, lengths.step)).toBe(refused)
  })

  test('a French phone is found however it is spaced', () => {
    const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 8, maxLength: 8 })
    const spaces = fc.array(fc.constantFrom('', ' ', '.', '-', '  '), { minLength: 9, maxLength: 9 })
    fc.assert(
      fc.property(digits, spaces, fc.constantFrom('6', '7'), (rest, between, kind) => {
        const phone = ['0', kind, ...rest.map(String)].map((digit, i) => digit + (between[i] ?? '')).join('')
        expect(refusalOf(`Mon numéro ${phone} voilà`, lengths.step)).toBe('text-phone')
      }),
    )
  })
})

describe('a row of steps', () => {
  const row = fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 20 })
  test('moving keeps every step, and up then down changes nothing', () => {
    fc.assert(
      fc.property(row, fc.nat(19), (ids, at) => {
        const one = ids[at % ids.length] as number
        const up = moved(ids, one, 'up')
        expect(up.toSorted()).toEqual(ids.toSorted())
        if (ids[0] !== one) expect(moved(up, one, 'down')).toEqual(ids)
        else expect(up).toEqual(ids)
      }),
    )
  })
  test('a step that is not of the row moves nothing', () => expect(moved([1, 2], 3, 'up')).toEqual([1, 2]))
})

describe('a file is what it holds, whatever its name', () => {
  const bytes = (text: string) => new TextEncoder().encode(text)
  const cube = () => {
    const stl = new Uint8Array(84 + 50 * 12)
    new DataView(stl.buffer).setUint32(80, 12, true)
    return stl
  }
  test.each([
    ['a pattern in PDF', bytes('%PDF-1.7\n1 0 obj'), 'pdf'],
    ['a shape of twelve triangles', cube(), 'stl'],
    ['a shape in text', bytes('solid cube\n facet normal 0 0 1\n  outer loop'), 'stl'],
    ['a drawing to cut', bytes('0\r\nSECTION\r\n2\r\nHEADER'), 'dxf'],
    [
      'a drawing for the browser',
      bytes('<?xml version="1.0"?><svg viewBox="0 0 1 1"><path d="M0 0"/></svg>'),
      'svg',
    ],
    ['a drawing that runs', bytes('<svg><script>alert(1)</script></svg>'), null],
    ['a drawing that listens', bytes('<svg><rect onload="alert(1)"/></svg>'), null],
    ['a drawing that fetches', bytes('<svg><image href="https://elsewhere.example/x.png"/></svg>'), null],
    ['a drawing with entities', bytes('<!DOCTYPE svg [<!ENTITY a "b">]><svg>&a;</svg>'), null],
    ['a PDF that runs', bytes('%PDF-1.7 << /S /JavaScript /JS (app.alert(1)) >>'), null],
    ['a page', bytes('<!doctype html><html></html>'), null],
    ['a program', new Uint8Array([0x4d, 0x5a, 0x90, 0, 3]), null],
    ['a shape cut short', cube().subarray(0, 300), null],
    ['nothing', new Uint8Array(), null],
  ])('%s', (_, file, kind) => expect(kindOf(file)).toBe(kind))
})

test('beyond a centre, fewer than eleven are not counted out', () => {
  expect([sayFigure(10, true), sayFigure(11, true), sayFigure(0, true), sayFigure(3, false)]).toEqual([
    null,
    11,
    0,
    3,
  ])
})
