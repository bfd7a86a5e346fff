import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { projectRoot } from '#platform/database/project-root.ts'
import type { Bundle } from './domain/bundle.ts'
import { printableAll } from './domain/printable.ts'

// Typefaces come with the product: a sheet looks the same on every machine, and nothing of the machine steps in.
const typefaces = ['@expo-google-fonts/atkinson-hyperlegible', '@expo-google-fonts/noto-naskh-arabic']

let compiler: NodeCompiler | undefined
function open(): NodeCompiler {
  if (compiler) return compiler
  const require = createRequire(join(projectRoot, 'package.json'))
  const fontPaths = typefaces.map((name) => dirname(require.resolve(`${name}/package.json`)))
  compiler = NodeCompiler.create({ workspace: projectRoot, fontArgs: [{ fontPaths }] })
  return compiler
}

const asked = (bundle: Bundle) => ({
  mainFilePath: join(projectRoot, 'src/modules/print/paper/sheets.typ'),
  // Data, never markup: what people typed is drawn as they typed it.
  inputs: { bundle: JSON.stringify(printableAll(bundle)) },
})

// Compilers keep what they compiled; now and then what was not used lately is let go.
const keptFor = 10

/** A bundle as a tagged PDF (PDF/UA-1). Some ten milliseconds a sheet, of this thread. */
export function renderPdf(bundle: Bundle): Uint8Array {
  const pdf = open().pdf(asked(bundle), { pdfStandard: 'ua-1' as never })
  open().evictCache(keptFor)
  return pdf
}

/** A bundle as a picture, all its pages one below the other. */
export function renderSvg(bundle: Bundle): string {
  const svg = open().plainSvg(asked(bundle))
  open().evictCache(keptFor)
  return svg
}
