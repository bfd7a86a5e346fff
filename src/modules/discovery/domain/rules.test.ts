import fc from 'fast-check'
import { expect, test } from 'vitest'
import { departements } from './departements.ts'
import { forgivenLetters, lettersApart, readTyped } from './normalise.ts'
import { metresBetween, score, unit } from './rank.ts'

const point = fc.record({
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
})

test('a town, its code, its département and CEDEX are taken apart', () => {
  expect(readTyped('93400 Saint-Ouen')).toEqual({ key: 'saint ouen', postalCode: '93400', departement: null })
  expect(readTyped('GRENOBLE CEDEX 9')).toEqual({ key: 'grenoble', postalCode: null, departement: null })
  expect(readTyped('38 000')).toEqual({ key: '', postalCode: '38000', departement: null })
  expect(readTyped('St Denis (974)')).toEqual({ key: 'saint denis', postalCode: null, departement: '974' })
  expect(readTyped('paris 11ème')).toEqual({ key: 'paris 11', postalCode: null, departement: null })
  expect(readTyped('٩٣٤٠٠').postalCode).toBe('93400')
})

test('whatever is typed is read', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void readTyped(text)))
})

test('two swapped letters are one mistake, and distance is the same both ways', () => {
  expect(lettersApart('grenobel', 'grenoble')).toBe(1)
  expect(forgivenLetters('grenoble')).toBe(2)
  fc.assert(
    fc.property(
      fc.string({ maxLength: 12 }),
      fc.string({ maxLength: 12 }),
      (a, b) => void expect(lettersApart(a, b)).toBe(lettersApart(b, a)),
    ),
  )
})

test('Paris to Mamoudzou is eight thousand kilometres, and every point lies on the sphere', () => {
  expect(
    metresBetween({ latitude: 48.8566, longitude: 2.3522 }, { latitude: -12.7806, longitude: 45.2278 }) /
      1000,
  ).toBeCloseTo(8000, -2)
  fc.assert(fc.property(point, (p) => void expect(Math.hypot(...unit(p))).toBeCloseTo(1)))
})

test('nearer is never worse, sooner is never worse, and a day weighs two kilometres', () => {
  const amount = fc.double({ min: 0, max: 1e7, noNaN: true })
  fc.assert(
    fc.property(
      amount,
      amount,
      amount,
      (m, s, more) => void expect(score(m + more, s)).toBeGreaterThanOrEqual(score(m, s)),
    ),
  )
  fc.assert(
    fc.property(
      amount,
      amount,
      amount,
      (m, s, more) => void expect(score(m, s + more)).toBeGreaterThanOrEqual(score(m, s)),
    ),
  )
  expect(score(0, 86_400)).toBe(score(2000, 0))
})

test('every département has its point and its time zone', () => {
  expect(departements.length).toBeGreaterThanOrEqual(109)
  for (const { timeZone } of departements) expect(() => Temporal.Now.zonedDateTimeISO(timeZone)).not.toThrow()
})
