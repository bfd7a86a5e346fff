import type { ComponentChildren } from 'preact'
import type { House } from '#platform/house.ts'
import type { Ctx } from '#platform/http/env.ts'
import { Page, type PageProps, renderPage } from './page.tsx'

/** What a page says of itself; its language, address and help line come from the request and the settings. */
export type Answer = Omit<PageProps, 'lang' | 'url' | 'helpPhone' | 'children' | 'hasErrors' | 'nonce'> & {
  readonly status?: number | undefined
  /** The form came back with something to mend: 422 unless told otherwise, and the title says so. */
  readonly errors?: boolean | undefined
}

/** Answers a request with a page. Pages of the team are never kept by a browser or a proxy. */
export function answerPage(
  c: Ctx,
  house: House,
  { status, errors, ...page }: Answer,
  body: ComponentChildren,
): Response | Promise<Response> {
  const { pathname, search } = new URL(c.req.url)
  if (page.staff) c.header('cache-control', 'no-store')
  // A form that came back is read again at the address of its page, not at the one it was posted to.
  const url = c.req.method === 'GET' ? `${pathname}${search}` : pageOf(c)
  return c.html(
    renderPage(
      <Page lang={c.var.lang} url={url} helpPhone={house.settings.phone} hasErrors={errors} {...page}>
        {body}
      </Page>,
    ),
    (status ?? (errors ? 422 : 200)) as 200,
  )
}

/** The page a form was posted from, when the browser says so and it is ours. */
function pageOf(c: Ctx): string {
  const from = c.req.header('referer') ?? ''
  const page = URL.canParse(from) ? new URL(from) : null
  return page?.host === new URL(c.req.url).host ? page.pathname : '/'
}
