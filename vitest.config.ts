import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

/** The bundle reads these files as text; so do the tests. */
const asText = {
  name: 'files as text',
  enforce: 'pre' as const,
  resolveId(id: string, importer: string | undefined) {
    if (!importer || !/^\.{1,2}\/.*\.(sql|css|svg|txt)$/.test(id)) return null
    return `\0text:${resolve(dirname(importer), id)}.text.js`
  },
  load(id: string) {
    if (!id.startsWith('\0text:')) return null
    const file = id.slice('\0text:'.length, -'.text.js'.length)
    return `export default ${JSON.stringify(readFileSync(file, 'utf8'))}`
  },
}

const tests = (...folders: string[]) => folders.map((folder) => `${folder}/**/*.test.{ts,tsx}`)
const globalSetup = ['src/platform/testing/global-setup.ts']

export default defineConfig({
  plugins: [asText],
  test: {
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          // Decisions, use cases on a real database, and pages as whole requests, without a browser.
          name: 'unit',
          include: tests('src', 'fixtures', 'tests'),
          exclude: ['tests/journeys/**'],
          globalSetup,
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: tests('tests/journeys'),
          globalSetup: ['tests/journeys/setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
