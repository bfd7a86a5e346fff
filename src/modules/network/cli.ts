import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import type { Command } from '#platform/cli.ts'
import { type ImportReport, importPlaces } from './import-places.ts'
import { type FileRefusal, type PlaceFormat, placeFormats } from './standard-file.ts'

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

const isFormat = (text: string): text is PlaceFormat => (placeFormats as readonly string[]).includes(text)

/** Why a file is refused, in a sentence. */
function sentenceOf(file: string, refused: FileRefusal): string {
  if (refused.refusal === 'not-a-table')
    return `« ${file} » is not a list, line ${refused.line}: ${refused.reason}.`
  if (refused.refusal === 'columns-missing')
    return `« ${file} » lacks columns of the format ${refused.format}: ${refused.columns.join(', ')}.`
  return `« ${file} » is not the places standard nor the list of France services: it begins with ${refused.columns.join(', ')}.`
}

const namesOf: Readonly<Record<PlaceFormat, string>> = {
  standard: 'the national places standard',
  'france-services': 'the list of France services',
}

const placesImport: Command = {
  usage:
    'places import <file> [--format standard|france-services]   takes in places: the national standard (CSV, JSON) or France services (CSV); twice changes nothing',
  async run(house, args) {
    const { values, positionals } = parseArgs({
      args,
      options: { format: { type: 'string' } },
      allowPositionals: true,
      strict: false,
    })
    const [file] = positionals
    const { format } = values
    const isUnderstood = Object.keys(values).every((name) => name === 'format')
    if (!file || positionals.length > 1 || !isUnderstood) {
      complain(`Usage: ${placesImport.usage}`)
      return 2
    }
    if (format !== undefined && (typeof format !== 'string' || !isFormat(format))) {
      complain(`« ${format} » is no format we know; those are ${placeFormats.join(' and ')}.`)
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
    const began = performance.now()
    const result = await house.inWork({ kind: 'system', centre: null }, (work) =>
      importPlaces(work, text, {
        ...(format && { format }),
        onWritten: (places) => complain(`${places} places written …`),
      }),
    )
    if (!result.ok) {
      complain(`${sentenceOf(file, result)} Nothing was changed.`)
      return 1
    }
    const { rows, added, changed, unchanged, moving, faults, warnings } = result.value
    const left = new Set(faults.map(({ line }) => line)).size
    print('Left out:', faults)
    print('Kept, with a remark:', warnings)
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    say(
      `\n${rows} rows of ${namesOf[result.value.format]}: ${added} added, ${changed} changed, ${unchanged} unchanged, ${left} left out; ${moving} of them move. ${seconds} s.`,
    )
    return left > 0 ? 1 : 0
  },
}

/** The commands of this module, by noun and verb. */
export const commands: Record<string, Command> = { 'places import': placesImport }
