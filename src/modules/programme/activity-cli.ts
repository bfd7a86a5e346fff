import type { Command } from '#platform/cli.ts'
import { loadActivities } from './activity-load.ts'

const activitiesLoad: Command = {
  usage:
    'activities load   brings the ready-made activities, or their latest words; those you rewrote stay yours',
  async run(house, args) {
    if (args.length > 0) {
      process.stderr.write(`Usage: ${activitiesLoad.usage}\n`)
      return 2
    }
    const { added, followed, kept } = await house.inWork({ kind: 'system', centre: null }, loadActivities)
    process.stdout.write(
      `${added} activities added, ${followed} up to date, ${kept} left as you wrote them.\n`,
    )
    return 0
  },
}

/** The commands about activities, by noun and verb. */
export const commands: Record<string, Command> = { 'activities load': activitiesLoad }
