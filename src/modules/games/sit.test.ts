import { expect, test } from 'vitest'
import { gameCodeOf, longestSeatName, seatCodeOf, sitForm } from './domain/sit-form.ts'
import { figuresCsv } from './figures-csv.ts'
import { playAddress } from './play-address.ts'

test.each([
  ['4821', '4821'],
  [' 48 21 ', '4821'],
  ['٤٨٢١', '4821'],
  ['482', ''],
  ['48211', ''],
  ['abcd', ''],
])('the code of a seat is read however it is typed: « %s »', (typed, read) => {
  expect(seatCodeOf(typed)).toBe(read)
})

test.each([
  ['k7p3m', 'K7P3M'],
  ['K7P-3M', 'K7P3M'],
  [' k 7 p 3 m ', 'K7P3M'],
  ['K7P3', ''],
  ['<scri', ''],
  ['', ''],
])('the code of a game is read however it is typed: « %s »', (typed, read) => {
  expect(gameCodeOf(typed)).toBe(read)
})

test('a name is cleaned, and too long or empty it is told so', () => {
  expect(sitForm.parse({ name: '  José\u202e ', team: '2' })).toEqual({ name: 'José', team: 2, once: null })
  for (const [name, word] of [
    ['   ', 'play.nameMissing'],
    ['a'.repeat(longestSeatName + 1), 'play.nameTooLong'],
    [undefined, 'play.nameMissing'],
  ])
    expect(sitForm.safeParse({ name }).error?.issues[0]?.message).toBe(word)
})

test('figures leave as a spreadsheet, and a question that begins like a formula stays words', () => {
  const csv = figuresCsv(
    [
      {
        position: 1,
        prompt: { fr: '=SOMME(A1)' },
        people: 9,
        right: 4,
        partly: 1,
        again: { people: 8, right: 7 },
      },
    ],
    'fr',
  )
  expect(csv).toContain("'=SOMME(A1);9;4;1;8;7")
})

test.each([
  ['https://maillage.example', '0.0.0.0', 'https://maillage.example/play'],
  ['http://localhost:3000', '0.0.0.0', 'http://192.168.1.10:3000/play'],
  ['http://localhost:3000', '127.0.0.1', 'http://localhost:3000/play'],
])('phones are given an address they can reach: %s on %s', (publicUrl, host, address) => {
  expect(playAddress({ publicUrl, host }, ['192.168.1.10'])).toBe(address)
})
