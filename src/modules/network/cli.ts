import { readFile } from 'node:fs/promises'
import type { Command } from '#platform/cli.ts'
import { type ImportReport, importPlaces } from './import-places.ts'

const say = (text: string) => void process.stdout.write(`${text}\n`)
const complain = (text: string) => void process.stderr.write(`${text}\n`)

/** So many remarks of one kind are printed; the rest are counted. */
const mostPrinted = 200

function print(title: string, remarks: ImportReport['faults']): void {
  if (remarks.length === 0) return
  say(`\n${title}`)
  for (const { line, column, reason } of remarks.slice(0, mostPrinted))
    say(`  line ${line}, ${column}: ${reason}`)
  if (remarks.length > mostPrinted) say(`  … and ${remarks.length - mostPrinted} more`)
}

const placesImport: Command = {
  usage:
    'places import <file.csv>   takes in a file of the national places standard (32 columns); twice changes nothing',
  async run(house, args) {
    const [file] = args
    if (!file || args.length > 1) {
      complain(`Usage: ${placesImport.usage}`)
      return 2
    }
    let text: string
    try {
      text = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file))
    } catch (error) {
      complain(
        error instanceof TypeError ? `« ${file} » is not written in UTF-8.` : `« ${file} » cannot be read.`,
      )
      return 1
    }
    const result = await house.inWork({ kind: 'system', centre: null }, (work) => importPlaces(work, text))
    if (!result.ok) {
      complain(
        result.refusal === 'columns-missing'
          ? `« ${file} » lacks columns of the standard: ${result.columns.join(', ')}. Nothing was changed.`
          : `« ${file} » is not a table, line ${result.line}: ${result.reason}. Nothing was changed.`,
      )
      return 1
    }
    const { rows, added, changed, unchanged, faults, warnings } = result.value
    const left = new Set(faults.map(({ line }) => line)).size
    print('Left out:', faults)
    print('Kept, with a remark:', warnings)
    say(`\n${rows} rows: ${added} added, ${changed} changed, ${unchanged} unchanged, ${left} left out.`)
    return left > 0 ? 1 : 0
  },
}

/** The commands of this module, by noun and verb. */
export const commands: Record<string, Command> = { 'places import': placesImport }
