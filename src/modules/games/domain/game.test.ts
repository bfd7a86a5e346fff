import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gestures, move, type Standing, takesAnswers } from './game.ts'

const lobby = (total: number): Standing => ({ phase: 'lobby', position: 0, total, paused: false })

describe('a game', () => {
  test('goes from the lobby through each question, open then shown, to its end', () => {
    let at = lobby(2)
    for (const gesture of ['next', 'close', 'next', 'close', 'next'] as const)
      at = move(at, gesture) as Standing
    expect(at).toMatchObject({ phase: 'ended', position: 2 })
    expect(move(at, 'next')).toBeNull()
  })

  test('never skips a question somebody is answering', () => {
    const asking = move(lobby(3), 'next') as Standing
    expect(move(asking, 'next')).toBeNull()
  })

  test('a question closed too soon opens again', () => {
    const shown = move(move(lobby(3), 'next') as Standing, 'close') as Standing
    expect(move(shown, 'reopen')).toMatchObject({ phase: 'asking', position: 1 })
  })

  test('a pause holds: no answer counts until it ends', () => {
    const asking = move(lobby(3), 'next') as Standing
    const paused = move(asking, 'pause') as Standing
    expect([takesAnswers(asking), takesAnswers(paused)]).toEqual([true, false])
    expect(takesAnswers(move(paused, 'resume') as Standing)).toBe(true)
  })

  test('whatever is pressed in whatever order, the position stays within the game and an end is an end', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...gestures), { maxLength: 40 }),
        fc.integer({ min: 1, max: 5 }),
        (pressed, total) => {
          let at = lobby(total)
          for (const gesture of pressed) {
            const next = move(at, gesture)
            if (at.phase === 'ended') expect(next).toBeNull()
            at = next ?? at
            expect(at.position).toBeGreaterThanOrEqual(0)
            expect(at.position).toBeLessThanOrEqual(total)
            if (at.phase === 'asking' || at.phase === 'shown') expect(at.position).toBeGreaterThan(0)
          }
        },
      ),
    )
  })
})
