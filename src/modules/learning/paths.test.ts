import { describe, expect, test } from 'vitest'
import { readyMade } from '#modules/programme/catalogue/index.ts'
import { checkCatalogue } from '#platform/i18n/check.ts'
import { competences } from './domain/digcomp.ts'
import { rungsOf } from './domain/ladder.ts'
import { hoursOf } from './domain/path.ts'
import { words as pathWords } from './path-words.ts'
import { readLadders } from './read-ladders.ts'
import { pathOf, readPaths } from './read-paths.ts'
import { words } from './words.ts'

describe('what comes with the product', () => {
  test('the 21 competences of the framework are there, no more', () => {
    expect(competences).toHaveLength(21)
  })

  test('eight themes or more, each from an everyday gesture to one that few can show', () => {
    const { ladders } = readLadders()
    expect(ladders.length).toBeGreaterThanOrEqual(8)
    for (const { rungs, id } of ladders) {
      expect(rungs.at(-1)?.difficulty, id).toBe(4)
      for (const { question } of rungs) expect(question.easy, id).toBeDefined()
    }
    const codes = rungsOf(ladders).map(({ code }) => code)
    expect(new Set(codes).size).toBe(codes.length)
  })

  test('a question is at most twenty words, and the easy one at most thirteen', () => {
    const count = (text: string) => text.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length
    for (const { code, question } of readLadders().rungs) {
      expect(count(question.fr), code).toBeLessThanOrEqual(20)
      expect(count(question.easy ?? ''), code).toBeLessThanOrEqual(13)
    }
  })

  test('ten paths or more, and each begins at the centre', () => {
    expect(readPaths().length).toBeGreaterThanOrEqual(10)
    for (const { steps, id } of readPaths()) expect(steps[0]?.kind, id).toBe('session')
    expect(new Set(readPaths().map(({ id }) => id)).size).toBe(readPaths().length)
  })

  test('every session a path sends to is an activity of the network', () => {
    const known = new Set(readyMade.map(({ slug }) => slug))
    for (const { steps, id } of readPaths())
      for (const step of steps)
        if (step.kind === 'session') for (const slug of step.activities) expect(known, id).toContain(slug)
  })

  test('a path says how long it is, to the half hour', () => {
    const path = pathOf('first-phone')
    if (!path) throw new Error('first-phone')
    expect(hoursOf(path)).toBe(5)
  })

  test('every word is there in three languages, and French is set as French', () => {
    expect(() => checkCatalogue(words as never)).not.toThrow()
    expect(() => checkCatalogue(pathWords as never)).not.toThrow()
    for (const { question } of readLadders().rungs) expect(question.fr).toMatch(/\u202f\?$/)
  })
})
