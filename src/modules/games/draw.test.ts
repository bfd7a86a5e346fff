import { expect, test } from 'vitest'
import { animals, freeAnimal } from './animals.ts'
import { choicesOf, openForm, usualItems } from './domain/open-form.ts'
import { kinds } from './domain/vocabulary.ts'
import { drawLive } from './draw.tsx'
import { oneOfEach, smallPack } from './pack.fixture.ts'
import { aRoom, roomOf } from './room.fixture.ts'

const address = 'https://maillage.example/play'
const draw = (
  room: Parameters<typeof drawLive>[0],
  viewer: 'phone' | 'screen' | 'drive',
  lang: 'fr' | 'en' | 'ar' = 'fr',
) => drawLive(room, viewer, lang, lang, address)
const itemOf = (kind: (typeof kinds)[number]) => oneOfEach[kind] as never

test.each(kinds)(
  '« %s » is drawn for phones, for the screen and for who runs the game, in three languages',
  (kind) => {
    for (const lang of ['fr', 'en', 'ar'] as const)
      for (const viewer of ['phone', 'screen', 'drive'] as const)
        for (const phase of ['asking', 'shown'] as const) {
          const html = draw(roomOf(itemOf(kind), phase), viewer, lang)
          expect(html.match(/<h1/g)).toHaveLength(1)
          expect(html).not.toMatch(/style=|onclick=|undefined|NaN/)
        }
  },
)

test('before a question is closed, neither phones nor the screen are told what is right', () => {
  for (const kind of kinds)
    for (const viewer of ['phone', 'screen'] as const) {
      const html = draw(roomOf(itemOf(kind)), viewer)
      expect(html, kind).not.toContain('Voici pourquoi.')
      expect(html, kind).not.toContain('Adresse inconnue.')
    }
})

test('control: whoever runs the game may read it, to prepare what to say', () => {
  expect(draw(roomOf(itemOf('sort')), 'drive')).toContain('Voici pourquoi.')
})

test('a pause takes the button away and keeps what is asked', () => {
  const paused = draw(roomOf(itemOf('choose'), 'asking', { paused: true }), 'phone')
  expect(paused).toContain('Rien ne presse')
  expect(paused).toContain('J’efface')
  expect(paused).not.toContain('<button')
})

test('a name that would be HTML is read as a name', () => {
  const html = draw(
    aRoom({ phase: 'ended', podium: [{ name: '<img src=x onerror=alert(1)>', right: 3 }] }),
    'screen',
  )
  expect(html).not.toContain('<img')
  expect(html).toContain('&lt;img')
})

test('the screen tells how to join in the lobby: a square to aim at, an address and a code', () => {
  const html = draw(aRoom(), 'screen')
  for (const said of ['maillage.example/play', 'K7P3M', 'role="img"', '26 personnes'])
    expect(html).toContain(said)
})

test('everybody gets an animal of her own, even when there are more people than animals', () => {
  const taken = new Set<string>()
  for (let person = 0; person < animals.length * 2 + 3; person += 1) {
    const name = freeAnimal('ar', taken, (person * 0.37) % 1)
    expect(taken.has(name)).toBe(false)
    taken.add(name)
  }
})

test('whoever does not choose gets eight questions of mixed kinds, the easier ones first', () => {
  const eight = usualItems(smallPack.items)
  expect(eight).toHaveLength(8)
  expect(new Set(eight.map(({ kind }) => kind)).size).toBe(8)
})

test('a game is calm unless its facilitator wished otherwise', () => {
  const read = openForm.parse({ pack: 'arnaques', items: 'one' })
  expect(choicesOf(read)).toEqual({ names: 'first-name', teams: 0, timer: null, podium: false, again: false })
  const lively = openForm.parse({
    pack: 'arnaques',
    items: ['a', 'b'],
    teams: '3',
    timer: '60',
    wishes: ['podium'],
    names: 'animal',
  })
  expect(choicesOf(lively)).toEqual({ names: 'animal', teams: 3, timer: 60, podium: true, again: false })
})
