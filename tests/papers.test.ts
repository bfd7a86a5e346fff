import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectRoot } from '#platform/database/project-root.ts'
import { settingsTable } from '#platform/settings.ts'
import { audiences, formats, levels, themes } from '../src/modules/programme/domain/vocabulary.ts'

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
  for (const word of [...themes, ...formats, ...levels, ...audiences])
    expect(glossary).toContain(`\`${word}\``)
})

test('the settings of the README are the settings', () => {
  const listed = [...read('README.md').matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name)
  expect(listed).toEqual(Object.keys(settingsTable))
  for (const picture of ['home', 'desk'])
    expect(existsSync(join(projectRoot, `docs/pictures/${picture}.png`))).toBe(true)
})
