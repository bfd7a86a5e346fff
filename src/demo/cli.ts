import type { Command } from '#platform/cli.ts'
import { isEmpty, loadDemo } from './load-demo.ts'

const demoLoad: Command = {
  usage: 'demo load · puts the demo network into a database that has no centre yet',
  async run(house) {
    if (!(await isEmpty(house))) {
      console.log('There is a network in this database already: nothing was changed.')
      return 1
    }
    await loadDemo(house, console.log)
    return 0
  },
}

export const commands: Record<string, Command> = { 'demo load': demoLoad }
