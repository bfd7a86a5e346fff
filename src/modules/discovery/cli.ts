import { readFile } from 'node:fs/promises'
import type { Command } from '#platform/cli.ts'
import { importCoordinates } from './import-coordinates.ts'

const say = (text: string) => void process.stdout.write(`${text}\n`)
const complain = (text: string) => void process.stderr.write(`${text}\n`)

const communesImport: Command = {
  usage:
    'communes import <file.csv>   sets the coordinates of towns from an official file (town halls, La Poste, BAN)',
  async run(house, args) {
    const [file] = args
    if (!file || args.length > 1) {
      complain(`Usage: ${communesImport.usage}`)
      return 2
    }
    const text = await readFile(file, 'utf8').catch(() => null)
    if (text === null) {
      complain(`« ${file} » cannot be read.`)
      return 1
    }
    const result = await house.inWork({ kind: 'system', centre: null }, (work) =>
      importCoordinates(work, text),
    )
    if (!result.ok) {
      complain(
        result.refusal === 'not-a-table'
          ? `Not a table, ${result.reason}`
          : `A column is missing: ${result.reason}`,
      )
      return 1
    }
    const { rows, communes, changed, faults } = result.value
    for (const { line, reason } of faults.slice(0, 200)) say(`  line ${line}: ${reason}`)
    if (faults.length > 200) say(`  … and ${faults.length - 200} more`)
    say(
      `${rows} rows, ${communes} communes: ${changed} changed, ${communes - changed} unchanged, ${faults.length} left out.`,
    )
    return 0
  },
}

/** The commands of this module, by noun and verb. */
export const commands: Record<string, Command> = { 'communes import': communesImport }
