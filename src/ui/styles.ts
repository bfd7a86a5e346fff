import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { transformSync } from 'esbuild'

// The same code runs from src/ (tests) and from the one-file build in dist/: both lie under the folder of package.json.
function projectRoot(): string {
  let folder = import.meta.dirname
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder)
    if (parent === folder) throw new Error('No package.json above the program: where are the styles?')
    folder = parent
  }
  return folder
}

/** The text of one file of `src/ui/styles`. */
export const readStyleFile = (name: string): string =>
  readFileSync(join(projectRoot(), 'src/ui/styles', name), 'utf8')

const minify = (...names: string[]): string =>
  transformSync(names.map(readStyleFile).join('\n'), { loader: 'css', minify: true }).code.trim()

let publicStyle: string | undefined
let staffStyle: string | undefined
let gamesStyle: string | undefined

/** The style of public pages: tokens and look, minified once in the life of the process. */
export const styleOfPublicPages = (): string =>
  (publicStyle ??= minify('tokens.css', 'look.css', 'week-grid.css', 'pictures.css'))

/** The style of team pages: the public one, and the team’s. */
export const styleOfStaffPages = (): string =>
  (staffStyle ??= minify(
    'tokens.css',
    'look.css',
    'week-grid.css',
    'pictures.css',
    'team.css',
    'games.css',
    'games-live.css',
    'lab.css',
  ))

/** The style of the pages of games: the public one, and what is drawn to be played. */
export const styleOfGames = (): string =>
  (gamesStyle ??= minify('tokens.css', 'look.css', 'games.css', 'games-live.css'))

/** The hashes by which a content security policy lets these styles in, and no other. */
export const styleHashes = (): string[] =>
  [styleOfPublicPages(), styleOfStaffPages(), styleOfGames()].map(
    (style) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  )
