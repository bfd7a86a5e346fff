import { renderToString } from 'preact-render-to-string'
import type { Language } from '#platform/i18n/index.ts'
import { drawingsUsedIn } from '#ui/sprite.ts'
import type { Room } from './domain/game.ts'
import type { Tongue } from './domain/vocabulary.ts'
import { DriveLive } from './pages/drive-live.tsx'
import { PlayLive } from './pages/play-live.tsx'
import { ScreenLive } from './pages/screen-live.tsx'

/** Who looks at a game. */
export type Viewer = 'phone' | 'screen' | 'drive'

/** The live part of a page, with the pictograms it uses: the same as in the whole page, for everybody of a role. */
export function drawLive(
  room: Room,
  viewer: Viewer,
  lang: Language,
  tongue: Tongue,
  address: string,
): string {
  const html = renderToString(
    viewer === 'phone' ? (
      <PlayLive room={room} lang={lang} tongue={tongue} />
    ) : viewer === 'screen' ? (
      <ScreenLive room={room} lang={lang} tongue={tongue} address={address} />
    ) : (
      <DriveLive room={room} lang={lang} tongue={tongue} />
    ),
  )
  return `<svg class="vh" aria-hidden="true">${drawingsUsedIn(html)}</svg>${html}`
}
