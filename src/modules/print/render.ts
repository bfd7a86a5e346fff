import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { projectRoot } from '#platform/database/project-root.ts'
import { coverageOf } from './coverage.ts'
import type { Bundle } from './domain/bundle.ts'
import { type Draws, printableAll } from './domain/printable.ts'
import { recent } from './recent.ts'

type Printed = Uint8Array | string
type Answer = { id: number; printed: Printed } | { id: number; wrong: string }
interface Press {
  worker: Worker
  waiting: Map<number, { resolve(printed: Printed): void; reject(error: Error): void }>
}

// Typefaces come with the product: a sheet looks the same on every machine, and nothing of the machine steps in.
const require = createRequire(join(projectRoot, 'package.json'))
const families = [
  ['atkinson-hyperlegible', 'AtkinsonHyperlegible'],
  ['noto-sans', 'NotoSans'],
  ['noto-naskh-arabic', 'NotoNaskhArabic'],
].map(([folder, name]) =>
  ['400Regular', '700Bold'].map((weight) =>
    require.resolve(`@expo-google-fonts/${folder}/${weight}/${name}_${weight}.ttf`),
  ),
)

let coverage: Draws | undefined
function draws(sign: string): boolean {
  coverage ??= coverageOf(families)
  return coverage(sign)
}

/** Sheets that may wait for the press: beyond, whoever asks comes back in a moment rather than waiting for long. */
const mostWaiting = 40

/** Too many sheets wait to be printed. */
export class PressBusy extends Error {}

let press: Press | undefined
let last = 0

/** The one thread that prints, started when something is first printed, and again should it ever end. */
function open(): Press {
  if (press) return press
  const waiting: Press['waiting'] = new Map()
  const worker = new Worker(join(projectRoot, 'src/modules/print/press.mjs'), {
    workerData: {
      workspace: projectRoot,
      fontPaths: families.flat().map((file) => dirname(file)),
      mainFilePath: join(projectRoot, 'src/modules/print/paper/sheets.typ'),
    },
  })
  const opened = { worker, waiting }
  const end = (why: unknown) => {
    if (press === opened) press = undefined
    for (const { reject } of waiting.values()) reject(new Error(`the press stopped: ${String(why)}`))
    waiting.clear()
  }
  worker.on('error', end).on('exit', end)
  worker.on('message', (answer: Answer) => {
    const asked = waiting.get(answer.id)
    waiting.delete(answer.id)
    // A product that stops waits for what it is printing, and for nothing else.
    if (waiting.size === 0) worker.unref()
    if ('printed' in answer) asked?.resolve(answer.printed)
    else asked?.reject(new Error(answer.wrong))
  })
  press = opened
  return opened
}

function print(bundle: string, as: 'pdf' | 'svg'): Promise<Printed> {
  const { worker, waiting } = open()
  if (waiting.size >= mostWaiting) return Promise.reject(new PressBusy('too many sheets wait to be printed'))
  const id = ++last
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject })
    worker.ref()
    worker.postMessage({ id, as, bundle })
  })
}

// Data, never markup: what people typed is drawn as they typed it.
const dataOf = (bundle: Bundle) => JSON.stringify(printableAll(bundle, draws))

// Some forty kilobytes each, of what everybody may see.
const recentPdf = recent(60, (data) => print(data, 'pdf'))
const recentSvg = recent(20, (data) => print(data, 'svg'))

/** `shared`: a sheet without anybody's name, which may be kept in memory for whoever asks the same. */
interface Printing {
  shared?: boolean
}

/**
 * A bundle as a tagged PDF (PDF/UA-1), fonts embedded. Throws {@link PressBusy}, or what Typst refuses, which is a bug
 * of ours.
 */
export const renderPdf = async (bundle: Bundle, { shared = false }: Printing = {}): Promise<Uint8Array> =>
  (await (shared ? recentPdf(dataOf(bundle)) : print(dataOf(bundle), 'pdf'))) as Uint8Array

/** A bundle as a picture, all its pages one below the other. Throws as {@link renderPdf} does. */
export const renderSvg = async (bundle: Bundle, { shared = false }: Printing = {}): Promise<string> =>
  (await (shared ? recentSvg(dataOf(bundle)) : print(dataOf(bundle), 'svg'))) as string
