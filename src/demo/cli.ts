import type { Command } from '#platform/cli.ts'
import { isEmpty, loadDemo } from './load-demo.ts'

const demoLoad: Command = {
  usage: 'demo load   fills an empty network with the demo: twelve centres, eight weeks of sessions',
  async run(house) {
    const wasEmpty = await isEmpty(house)
    await loadDemo(house, (line) => void process.stdout.write(`${line}\n`))
    if (!wasEmpty) process.stdout.write('There is a network already: nothing of it was changed.\n')
    return 0
  },
}

/** The commands of the demo, by noun and verb. */
export const commands: Record<string, Command> = { 'demo load': demoLoad }
