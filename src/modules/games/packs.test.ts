import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { isLettered } from './domain/card.ts'
import { usualItems } from './domain/open-form.ts'
import type { Pack } from './domain/pack.ts'
import { readPack } from './read-packs.ts'

const folder = join(import.meta.dirname, 'packs')
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'))
const packs = new Map<string, Pack>()
for (const name of files) {
  const read = readPack(readFileSync(join(folder, name), 'utf8'))
  if ('pack' in read) packs.set(name, read.pack)
}

const words = (sentence: string) => sentence.split(/\s+/).filter((word) => /\p{L}|\d/u.test(word)).length
const sentences = (said: string) => said.split(/(?<=[.!?…])\s+/)

describe.each(files)('%s', (name) => {
  test('is a pack that anybody can read and check', () => {
    const read = readPack(readFileSync(join(folder, name), 'utf8'))
    expect('faults' in read ? read.faults : []).toEqual([])
  })

  test('asks in a few words, and teaches in short sentences', () => {
    const long = (packs.get(name)?.items ?? []).flatMap((item) => [
      ...(words(item.prompt.fr) > 30 ? [`${item.id}: prompt`] : []),
      ...sentences(item.teach.fr)
        .filter((sentence) => words(sentence) > 24)
        .map((sentence) => `${item.id}: ${sentence}`),
      ...sentences(item.teach.easy ?? '')
        .filter((sentence) => words(sentence) > 15)
        .map((sentence) => `${item.id}: ${sentence}`),
    ])
    expect(long).toEqual([])
  })

  test('shows what is safe too, so that people do not learn to fear everything', () => {
    const sorted = (packs.get(name)?.items ?? []).filter((item) => item.kind === 'sort')
    const safe = sorted.filter((item) => item.kind === 'sort' && item.verdict === 'safe').length
    if (sorted.length >= 3) expect(safe / sorted.length).toBeGreaterThanOrEqual(0.4)
  })

  test('does not always hide the right answer behind the same letter', () => {
    const firsts = (packs.get(name)?.items ?? []).flatMap((item) =>
      item.kind === 'choose' && !item.several ? [item.choices.findIndex((choice) => choice.right)] : [],
    )
    for (const place of [0, 1, 2, 3])
      if (firsts.length >= 5)
        expect(firsts.filter((at) => at === place).length / firsts.length).toBeLessThan(0.7)
  })

  test('keeps French typography', () => {
    const straight = JSON.stringify(packs.get(name) ?? {}).match(/"(?:fr|easy)":"[^"]*'[^"]*"/g) ?? []
    expect(straight).toEqual([])
  })
})

test.for([...packs.values()].map((pack) => [pack.id, pack] as const))(
  'in « %s », whoever does not choose gets eight questions that phones, cards and hands all answer',
  ([, pack]) => {
    const usual = usualItems(pack.items)
    expect(usual).toHaveLength(8)
    expect(usual.filter((item) => !isLettered(item))).toEqual([])
  },
)
