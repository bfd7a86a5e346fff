import { DatabaseProblem } from '#platform/database/embedded/index.ts'
import { BadSetting, readSettings } from '#platform/settings.ts'
import { commands } from './app.tsx'
import { openHouse } from './open-house.ts'

const [noun = '', verb = '', ...args] = process.argv.slice(2)
const command = commands[`${noun} ${verb}`]

if (!command) {
  const known = Object.values(commands).map(({ usage }) => `  npm run maillage -- ${usage}`)
  process.stderr.write(
    `${noun ? `« ${noun} ${verb} » is not known. ` : ''}What can be done from here:\n${known.join('\n')}\n`,
  )
  process.exit(2)
}

if (args.includes('--help')) {
  process.stdout.write(`npm run maillage -- ${command.usage}\n`)
  process.exit(0)
}

try {
  const opened = await openHouse(readSettings(process.env), {
    say: (line) => process.stderr.write(`${line}\n`),
    asVisitor: true,
  })
  try {
    process.exitCode = await command.run(opened.house, args)
  } finally {
    await opened.close()
  }
} catch (error) {
  const known = error instanceof BadSetting || error instanceof DatabaseProblem
  process.stderr.write(`${known ? error.message : ((error as Error).stack ?? error)}\n`)
  process.exitCode = 1
}
