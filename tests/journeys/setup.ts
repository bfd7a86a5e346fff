import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserServer, chromium } from 'playwright-core'
import type { TestProject } from 'vitest/node'
import { buildProduct, startProduct } from '../support/product.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the product answers, and where the browser listens. */
    product: string
    browser: string
  }
}

/** Once for all journeys: the built product on a demo database of its own, and one browser. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  buildProduct()
  const data = mkdtempSync(join(tmpdir(), 'maillage-journeys-'))
  const [product, browser] = await Promise.all([startProduct({ MAILLAGE_DATA: data }), launch()])
  project.provide('product', product.url)
  project.provide('browser', browser.wsEndpoint())
  return async () => {
    await browser.close()
    await product.stop()
    rmSync(data, { recursive: true, force: true })
  }
}

async function launch(): Promise<BrowserServer> {
  const executablePath = existsSync('/usr/bin/chromium') ? '/usr/bin/chromium' : await unpacked()
  return chromium.launchServer({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  })
}

/** The packed browser, unpacked once a version: it takes whatever lies in the temporary folder for its own. */
async function unpacked(): Promise<string> {
  const manifest = join(import.meta.dirname, '../../node_modules/@sparticuz/chromium/package.json')
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }
  const folder = join(tmpdir(), `maillage-chromium-${version}`)
  mkdirSync(folder, { recursive: true })
  const before = process.env.TMPDIR
  // Read when the package is imported: the first brings its own libraries, the second says where it unpacks.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs24.x'
  process.env.TMPDIR = folder
  try {
    const { default: pack } = await import('@sparticuz/chromium')
    return await pack.executablePath()
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
}
