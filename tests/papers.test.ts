import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectRoot } from '#platform/database/project-root.ts'
import { settingsTable } from '#platform/settings.ts'

const read = (path: string) => readFileSync(join(projectRoot, path), 'utf8')
const modules = Object.keys(JSON.parse(read('modules.json')))

test('a newcomer finds each module in the map, and what it is in one screen', async () => {
  const { map } = await import(join(projectRoot, 'bin/generate-map.mjs'))
  expect(read('docs/map.md')).toBe(map())
  expect(readdirSync(join(projectRoot, 'src/modules')).sort()).toEqual(modules.sort())
  for (const name of modules)
    expect(read(`src/modules/${name}/README.md`).split('\n').length, name).toBeLessThanOrEqual(60)
})

test('decisions are numbered without a gap, and each says why', () => {
  const decisions = readdirSync(join(projectRoot, 'docs/decisions')).sort()
  expect(decisions.map((name) => Number(name.slice(0, 4)))).toEqual(decisions.map((_, i) => i + 1))
  for (const name of decisions)
    expect(read(`docs/decisions/${name}`), name).toMatch(
      /\*\*Context\.\*\*[^]*\*\*Decision\.\*\*[^]*\*\*Consequences\.\*\*/,
    )
})

test('every word of the programme is in the glossary', () => {
  const glossary = read('GLOSSARY.md')
  const written = [...read('src/modules/programme/domain/vocabulary.ts').matchAll(/'([a-z-]+)'/g)]
  expect(written.length).toBeGreaterThan(20)
  for (const [, word] of written) expect(glossary).toContain(`\`${word}\``)
})

test('the settings of the README are the settings', () => {
  const listed = read('README.md').match(/<!-- settings -->\n([^]*)<!-- \/settings -->/)?.[1]
  const rows = Object.entries(settingsTable).map(
    ([name, { default: value, meaning }]) => `| \`${name}\` | ${value && `\`${value}\``} | ${meaning} |\n`,
  )
  expect(listed).toBe(`| setting | default | meaning |\n|---|---|---|\n${rows.join('')}`)
  for (const picture of ['home', 'desk'])
    expect(existsSync(join(projectRoot, `docs/pictures/${picture}.png`))).toBe(true)
})

test('whatever a shop’s plan sends to is in the catalogue of the network', async () => {
  const { writtenRules } = await import('#modules/shops/read-rules.ts')
  const { readyMade } = await import('#modules/programme/catalogue/index.ts')
  const known = new Set<string>(readyMade.map(({ slug }) => slug))
  const wanted = writtenRules().flatMap(({ action }) => action.activities)
  expect(wanted.length).toBeGreaterThan(10)
  expect(wanted.filter((slug) => !known.has(slug))).toEqual([])
})
