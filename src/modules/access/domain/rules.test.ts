import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mayBeTried, readCode } from './code.ts'
import { holds } from './sign-in.ts'
import { wayBack } from './way-back.ts'

const noon = Temporal.Instant.from('2026-12-01T11:00:00Z')

test('a code serves once, for ten minutes, and bears five tries', () => {
  const code = { expiresAt: noon.add({ minutes: 10 }), usedAt: null, tries: 0 }
  expect(mayBeTried(code, noon)).toBe(true)
  expect(mayBeTried(code, noon.add({ minutes: 10 }))).toBe(false)
  expect(mayBeTried({ ...code, usedAt: noon }, noon)).toBe(false)
  expect(mayBeTried({ ...code, tries: 4 }, noon)).toBe(true)
  expect(mayBeTried({ ...code, tries: 5 }, noon)).toBe(false)
})

test('a code is understood as people write it', () => {
  for (const typed of ['123456', ' 123 456 ', '123-456', '#123456', '١٢٣٤٥٦'])
    expect(readCode(typed)).toBe('123456')
  for (const typed of ['12345', '1234567', 'abcdef', '']) expect(readCode(typed)).toBeNull()
})

test('a browser left alone for two hours is signed out, and any browser after its end', () => {
  const signIn = { seenAt: noon, expiresAt: noon.add({ hours: 12 }) }
  expect(holds(signIn, noon.add({ minutes: 119 }))).toBe(true)
  expect(holds(signIn, noon.add({ hours: 2 }))).toBe(false)
  expect(holds({ ...signIn, seenAt: noon.add({ hours: 12 }) }, noon.add({ hours: 12 }))).toBe(false)
})

test('signing in never leads to another site', () => {
  expect(wayBack('/desk/sessions/3?lang=ar')).toBe('/desk/sessions/3?lang=ar')
  for (const to of [
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/\t/evil.example',
    '/.//evil.example',
    '',
    undefined,
    '/sign-in',
  ])
    expect(wayBack(to)).toBe('/desk')
  fc.assert(
    fc.property(
      fc.oneof(
        fc.webUrl(),
        fc.string(),
        fc.string().map((s) => `/${s}`),
      ),
      (to) => {
        expect(new URL(wayBack(to), 'http://maillage.test').origin).toBe('http://maillage.test')
      },
    ),
  )
})
