import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { oneOfEach, smallPack } from '../pack.fixture.ts'
import { type Answer, judge } from './answer.ts'
import { readAnswer, shuffled } from './answer-form.ts'
import { type Item, packSchema } from './pack.ts'
import { strengthOf } from './strength.ts'

const item = <K extends keyof typeof oneOfEach>(kind: K) => oneOfEach[kind] as unknown as Item

test('a pack with one item of each kind is a pack', () => {
  expect(packSchema.safeParse(smallPack).error?.issues ?? []).toEqual([])
})

describe('how an answer stands', () => {
  test.each<[keyof typeof oneOfEach, Answer, string | null]>([
    ['choose', { chosen: ['b'] }, 'right'],
    ['choose', { chosen: ['a'] }, 'wrong'],
    ['choose', { chosen: ['a', 'b'] }, null],
    ['choose', { chosen: ['z'] }, null],
    ['sort', { chosen: ['suspicious'] }, 'right'],
    ['sort', { chosen: ['safe'] }, 'wrong'],
    ['order', { chosen: ['c', 'a', 'b'] }, 'right'],
    ['order', { chosen: ['c', 'b', 'a'] }, 'wrong'],
    ['order', { chosen: ['c', 'c', 'a'] }, null],
    ['clues', { chosen: ['sender', 'link'] }, 'right'],
    ['clues', { chosen: ['sender'] }, 'partly'],
    ['clues', { chosen: ['sender', 'body'] }, 'wrong'],
    ['clues', { chosen: ['sender', 'link', 'body'] }, 'partly'],
    ['passphrase', { number: 4 }, 'right'],
    ['passphrase', { number: 2 }, 'partly'],
    ['passphrase', { number: 0 }, 'wrong'],
    ['passphrase', { number: 9 }, null],
    ['budget', { amounts: { sleep: 8, screens: 3 } }, 'open'],
    ['budget', { amounts: { sleep: 20, screens: 8 } }, null],
    ['budget', { amounts: { work: 1 } }, null],
    ['story', { chosen: ['a'] }, 'right'],
    ['story', { chosen: ['b', 'a'] }, 'wrong'],
    ['story', { chosen: ['b'] }, null],
    ['story', { chosen: ['a', 'a'] }, null],
    ['estimate', { number: 10 }, 'right'],
    ['estimate', { number: 13 }, 'partly'],
    ['estimate', { number: 20 }, 'wrong'],
    ['estimate', { number: 31 }, null],
    ['discuss', { chosen: ['a'] }, 'open'],
  ])('%s %j is %s', (kind, answer, verdict) => {
    expect(judge(item(kind), answer)).toBe(verdict)
  })
})

describe('what a form says', () => {
  test('an order is read from the places people gave', () => {
    expect(readAnswer(item('order'), { 'order.a': '2', 'order.b': '٣', 'order.c': '1' })).toEqual({
      answer: { chosen: ['c', 'a', 'b'] },
    })
    expect(readAnswer(item('order'), { 'order.a': '1', 'order.b': '1', 'order.c': '2' })).toBeNull()
  })

  test('a story goes on from where it was, and a letter that leads nowhere leaves it there', () => {
    expect(readAnswer(item('story'), { way: '', choice: 'b' })).toEqual({ more: ['b'] })
    expect(readAnswer(item('story'), { way: 'b', choice: 'b' })).toEqual({ answer: { chosen: ['b', 'b'] } })
    expect(readAnswer(item('story'), { way: 'b', choice: 'd' })).toEqual({ more: ['b'] })
  })

  test('a passphrase becomes its strength, and nothing of it is kept', () => {
    const read = readAnswer(item('passphrase'), { phrase: 'cheval rouge pluie tambour' })
    expect(read).toEqual({ answer: { number: 4 } })
    expect(JSON.stringify(read)).not.toContain('cheval')
    expect(strengthOf('azerty')).toBe(0)
  })

  test('whatever somebody posts, only an answer that can be judged comes out', () => {
    const field = fc.constantFrom(
      'choice',
      'way',
      'number',
      'phrase',
      'amount.sleep',
      'order.a',
      'order.b',
      'order.c',
    )
    const value = fc.oneof(
      fc.constantFrom('a', 'b', 'safe', 'sender', '1', '2', '3', '-1', '1e9', '', '__proto__'),
      fc.string({ maxLength: 12 }),
    )
    fc.assert(
      fc.property(
        fc.constantFrom(...(Object.keys(oneOfEach) as (keyof typeof oneOfEach)[])),
        fc.dictionary(field, fc.oneof(value, fc.array(value, { maxLength: 4 })), { maxKeys: 5 }),
        (kind, typed) => {
          const read = readAnswer(item(kind), typed)
          if (read && 'answer' in read) expect(judge(item(kind), read.answer)).not.toBeNull()
        },
      ),
      { numRuns: 400 },
    )
  })
})

test('steps are never shown in their right order, and everybody sees the same one', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(['a', 'b', 'c', 'd'], { minLength: 3 }), (letters) => {
      const steps = letters.map((id) => ({ id }))
      expect(shuffled(steps)).not.toEqual(steps)
      expect([...shuffled(steps)].map(({ id }) => id).sort()).toEqual([...letters].sort())
      expect(shuffled(steps)).toEqual(shuffled(steps))
    }),
  )
})

describe('a pack that is not one is refused, and says where', () => {
  const faultOf = (change: (pack: Record<string, unknown>) => unknown) => {
    const pack = structuredClone(smallPack) as unknown as Record<string, unknown>
    change(pack)
    return (
      packSchema.safeParse(pack).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ??
      []
    )
  }
  const itemOf = (pack: Record<string, unknown>, kind: string) =>
    (pack.items as Record<string, unknown>[]).find((one) => one.kind === kind) as Record<string, never>

  test('a story that turns round, or leads nowhere', () => {
    expect(
      faultOf((pack) => {
        const { scenes } = itemOf(pack, 'story') as unknown as { scenes: { choices: { to: string }[] }[] }
        ;(scenes[2]?.choices[0] as { to: string }).to = 'start'
      }).join(),
    ).toContain('comes back to « start »')
    expect(
      faultOf((pack) => {
        const { scenes } = itemOf(pack, 'story') as unknown as { scenes: { choices: { to: string }[] }[] }
        ;(scenes[0]?.choices[0] as { to: string }).to = 'moon'
      }).join(),
    ).toContain('no scene is called « moon »')
  })

  test('a language promised and not spoken, a question nobody can get right', () => {
    expect(faultOf((pack) => Object.assign(pack, { languages: ['fr', 'ar'] }))[0]).toContain('title')
    expect(
      faultOf((pack) => {
        const { choices } = itemOf(pack, 'choose') as unknown as { choices: { right?: boolean }[] }
        for (const choice of choices) delete choice.right
      }).join(),
    ).toContain('no choice is right')
  })

  test('words nobody asked for, which a page would show', () => {
    expect(faultOf((pack) => Object.assign(pack, { script: '<script>' })).join()).toContain('script')
  })
})
