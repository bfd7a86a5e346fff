// Prints bundles with Typst, one after the other, in a thread of its own: a programme of a dozen pages would keep everybody else waiting.
// Plain JavaScript: Node starts this file as it is.
import { parentPort, workerData } from 'node:worker_threads'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

const { workspace, fontPaths, mainFilePath } = workerData
const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontPaths }] })

// Compilers keep what they compiled; what was not used by the last ten sheets is let go.
const keptFor = 10

parentPort.on('message', ({ id, as, bundle }) => {
  try {
    const asked = { mainFilePath, inputs: { bundle } }
    const printed =
      as === 'pdf'
        ? new Uint8Array(compiler.pdf(asked, { pdfStandard: 'ua-1' }))
        : compiler.plainSvg(asked).replace(/>\s+</g, '><')
    parentPort.postMessage({ id, printed })
  } catch (error) {
    parentPort.postMessage({ id, wrong: String(error?.code ?? error) })
  }
  compiler.evictCache(keptFor)
})
