import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { type Language, languages } from '#platform/i18n/index.ts'
import { Hem } from '#ui/frame.tsx'
import { drawingsUsedIn } from '#ui/sprite.ts'
import { styleOfGames } from '#ui/styles.ts'

/** The whole document of a big screen: no menu, no help line, nothing to press by mistake; letters follow its width. */
export function screenDocument(lang: Language, title: string, body: VNode): string {
  const main = renderToString(
    <body>
      <main id="main" class="stack">
        {body}
      </main>
      <Hem />
    </body>,
  )
  const html = renderToString(
    <html lang={lang} dir={languages[lang].dir} class="bigscreen">
      <head>
        <meta charset="utf-8" />
        <title>{`${title} · Maillage`}</title>
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="robots" content="noindex" />
        <style dangerouslySetInnerHTML={{ __html: styleOfGames() }} />
      </head>
    </html>,
  )
  const drawings = `<svg class="vh" aria-hidden="true">${drawingsUsedIn(main)}</svg>`
  return `<!doctype html>${html.replace('</html>', () => `${main.replace('<body>', () => `<body>${drawings}`)}</html>`)}`
}
