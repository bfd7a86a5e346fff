import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type TestHouse, testHouse } from '#platform/testing/house.ts'
import { type SmallWorld, seedSmallWorld } from '#platform/testing/small-world.ts'
import { commands } from './cli.ts'
import { keyOf } from './create-key.ts'

let there: TestHouse
let world: SmallWorld
beforeAll(async () => {
  there = await testHouse()
  world = await seedSmallWorld(there.ownerUrl, there.house.seal, there.now)
})
afterAll(() => there.close())

/** Runs a command as typed in a terminal: its exit code, and what it printed. */
async function type(line: string): Promise<{ exit: number | undefined; printed: string }> {
  const [noun, verb, ...args] = line.split(' ')
  let printed = ''
  const keep = (text: string | Uint8Array) => {
    printed += String(text)
    return true
  }
  const outputs = [
    vi.spyOn(process.stdout, 'write').mockImplementation(keep),
    vi.spyOn(process.stderr, 'write').mockImplementation(() => true),
  ]
  try {
    return { exit: await commands[`${noun} ${verb}`]?.run(there.house, args), printed }
  } finally {
    for (const output of outputs) output.mockRestore()
  }
}

test('an operator makes a key at the terminal, and it works', async () => {
  const { exit, printed } = await type('key create --scope plan --centre saint-ouen')
  expect(exit).toBe(0)
  const key = await there.house.inWork({ kind: 'gate' }, (work) => keyOf(work, printed.trim()))
  expect(key).toMatchObject({ centre: world.centres.saintOuen })
  expect((await type('key create --scope plan --centre nowhere')).exit).toBe(1)
  expect((await type('key create --scope everything --centre saint-ouen')).exit).toBe(2)
  expect((await type('key create --forget')).exit).toBe(2)
})

test('an operator invites somebody once', async () => {
  const line = 'member invite --name Léa --role facilitator --centre saint-ouen --contact 0639981111'
  expect((await type(line)).exit).toBe(0)
  expect((await type(line)).exit).toBe(1)
  expect((await type('member invite --name Léa --role queen --contact a@example.org')).exit).toBe(2)
  expect((await type('member invite --name Léa --role facilitator --contact a@example.org')).exit).toBe(1)
})
