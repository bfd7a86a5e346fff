import type { ComponentChildren, VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { type Language, languages } from '#platform/i18n/index.ts'
import { Foot, Header, type HeaderProps, Hem } from './frame.tsx'
import { drawingsUsedIn } from './sprite.ts'
import { styleOfGames, styleOfPublicPages, styleOfStaffPages } from './styles.ts'
import { words } from './words.ts'

export type PageProps = HeaderProps & {
  readonly lang: Language
  /** Of the browser’s tab: « · Maillage » is added, and « Erreur : » put before when `hasErrors`. */
  readonly title: string
  readonly hasErrors?: boolean | undefined
  /** One sentence for search engines and shared links. */
  readonly description?: string | undefined
  /** Pages of the team: tighter, with the team’s style and no footer. */
  readonly staff?: boolean | undefined
  /** Pages where one plays: the style of games, and no footer to tap by mistake. */
  readonly games?: boolean | undefined
  /** The front page, whose four cloths hang large. */
  readonly home?: boolean | undefined
  /** Of this answer’s Content-Security-Policy: `style-src 'nonce-…'`. */
  readonly nonce?: string | undefined
  /** Width of the page: a reading column, or the team’s wide tables. `free` lets children bring their own `.wrap`. */
  readonly width?: 'narrow' | 'broad' | 'free' | undefined
  /** More `<link>`s and `<meta>`s. */
  readonly head?: ComponentChildren | undefined
  readonly children: ComponentChildren
}

// A comment cannot come out of anybody’s words: the renderer escapes `<`.
const drawingsGoHere = '<!--drawings-->'

/** The thread mark in saffron and ink, inside the address: one request less on a first visit. */
const favicon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'%3E%3Cpath fill='%23f5b324' d='M0 0h24v24H0z'/%3E%3Cpath d='M8.5 2.5v10M8.5 18.5v3M15.5 2.5v3M15.5 11.5v10M2.5 8.5h3M11.5 8.5h10M2.5 15.5h10M18.5 15.5h3' stroke='%231d1a2b' stroke-width='3.4'/%3E%3C/svg%3E"

const widths = { narrow: 'wrap stack narrow', broad: 'wrap stack broad', free: undefined }

/** A whole page. Give it to {@link renderPage}; it holds one `<main>`, and its children bring the one `<h1>`. */
export const Page = (props: PageProps) => {
  const { lang, title, hasErrors, description, staff, games, home, nonce, width, head, children } = props
  const t = words(lang)
  const named = title.includes('Maillage') ? title : `${title} · Maillage`
  const style = staff ? styleOfStaffPages() : games ? styleOfGames() : styleOfPublicPages()
  return (
    <html lang={lang} dir={languages[lang].dir} class={staff ? 'staff' : undefined}>
      <head>
        <meta charset="utf-8" />
        <title>{hasErrors ? t('errorTitle', { title: named }) : named}</title>
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        {description && <meta name="description" content={description} />}
        <link rel="icon" href={favicon} />
        {head}
        <style nonce={nonce} dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body class={home ? 'home' : undefined}>
        <svg class="vh" aria-hidden="true" dangerouslySetInnerHTML={{ __html: drawingsGoHere }} />
        <a class="btn skip" href="#main">
          {t('skip')}
        </a>
        <Header {...props} />
        <main id="main" class={width ? widths[width] : 'wrap stack'}>
          {children}
        </main>
        {!staff && !games && <Foot lang={lang} />}
        <Hem />
      </body>
    </html>
  )
}

/** The document, doctype included: the style inline, and only the drawings this page uses. */
export function renderPage(page: VNode): string {
  const html = renderToString(page)
  const at = html.indexOf(drawingsGoHere)
  return `<!doctype html>${html.slice(0, at)}${drawingsUsedIn(html)}${html.slice(at + drawingsGoHere.length)}`
}
