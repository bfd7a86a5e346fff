import type { Command } from '#platform/cli.ts'
import { rotateKeys } from './rotate-keys.ts'

const rotate: Command = {
  usage: 'badges rotate-keys   makes new keys to sign badges with; badges already given stay good',
  async run(house, args) {
    if (args.length > 0) {
      process.stderr.write(`Usage: ${rotate.usage}\n`)
      return 2
    }
    const { retired } = await house.inWork({ kind: 'system', centre: null }, (work) =>
      rotateKeys(work, house.seal),
    )
    process.stdout.write(
      `${retired} keys retired, 2 new keys in use. Badges signed with the old ones stay good.\n`,
    )
    return 0
  },
}

/** The commands of this module, by noun and verb. */
export const commands: Record<string, Command> = { 'badges rotate-keys': rotate }
