import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core'
import { inject } from 'vitest'
import type { Language } from '#platform/i18n/index.ts'
import type { MemberRole } from '#platform/work/index.ts'

export const origin = inject('product')
export const openBrowser = (): Promise<Browser> => chromium.connect(inject('browser'))

type Person = BrowserContextOptions & { lang?: Language }

/** Somebody with a browser of her own; unless said otherwise it runs no script and speaks French. */
export async function somebody(
  browser: Browser,
  { lang = 'fr', ...options }: Person = {},
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({
    baseURL: origin,
    javaScriptEnabled: false,
    viewport: { width: 1280, height: 800 },
    extraHTTPHeaders: { 'accept-language': lang },
    ...options,
  })
  context.setDefaultTimeout(10_000)
  return { context, page: await context.newPage() }
}

/** A member of the demo’s cast, entered by the demo’s door. */
export async function member(
  browser: Browser,
  role: MemberRole,
  options: Person = {},
): Promise<{ context: BrowserContext; page: Page }> {
  const here = await somebody(browser, options)
  await here.page.goto('/sign-in')
  await here.page.locator(`button[name=role][value=${role}]`).click()
  await here.page.waitForURL(role === 'partner' ? '**/partner' : '**/desk')
  return here
}

export interface Listed {
  id: number
  title: string
  startsAt: string
  capacity: number
  seatsLeft: number
  status: string
  place: { id: number; city: string }
}

/** Sessions to come near Saint-Ouen, as machines read them. */
async function sessionsNear(): Promise<Listed[]> {
  const answer = await fetch(`${origin}/api/v1/sessions?near=93400&limit=100`)
  return ((await answer.json()) as { sessions: Listed[] }).sessions
}

export const isFree = (session: Listed): boolean => session.status === 'published' && session.seatsLeft >= 4
export const isFull = (session: Listed): boolean => session.status === 'published' && session.seatsLeft === 0

/** The first session that suits; the demo always has one. */
export async function aSession(suits: (session: Listed) => boolean): Promise<Listed> {
  const found = (await sessionsNear()).find(suits)
  if (!found) throw new Error('The demo has no such session.')
  return found
}

/** The demo’s cancelled session: no list shows it, and whoever kept its link still reads its page. */
export async function aCancelledSession(): Promise<number> {
  for (let id = 1; ; id += 1) {
    const answer = await fetch(`${origin}/api/v1/sessions/${id}`)
    if (!answer.ok) throw new Error('The demo has no cancelled session.')
    if (((await answer.json()) as Listed).status === 'cancelled') return id
  }
}

/** Joins as a form would, without a browser: the address of the registration. */
export async function joinQuietly(session: number, name: string, party = 1): Promise<string> {
  const answer = await fetch(`${origin}/sessions/${session}/registrations`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin },
    body: new URLSearchParams({
      name,
      email: `${encodeURIComponent(name)}@exemple.fr`,
      party: String(party),
      language: 'fr',
    }),
  })
  const address = answer.headers.get('location')
  if (!address) throw new Error(`${name} was not registered: ${answer.status}`)
  return address
}

/**
 * Waits until the page that a press led to is read to its end. A press alone returns at its first byte,
 * and what reads without waiting (a title, a count, a width) would see half a page.
 */
export const parsed = (page: Page): Promise<void> => page.waitForLoadState('domcontentloaded')

/** The title of a page read to its end. */
export async function titleOf(page: Page): Promise<string> {
  await parsed(page)
  return page.title()
}

const axe = readFileSync(join(import.meta.dirname, '../../node_modules/axe-core/axe.min.js'), 'utf8')

/** What axe finds on a page that may run scripts: one line a finding. Evaluated, so our policy without scripts stays as it is. */
export async function findings(page: Page): Promise<string[]> {
  await parsed(page)
  await page.evaluate(axe)
  return page.evaluate(async () => {
    type Found = { violations: { id: string; help: string; nodes: { html: string }[] }[] }
    const { axe: tool } = globalThis as unknown as { axe: { run(options: object): Promise<Found> } }
    const { violations } = await tool.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      resultTypes: ['violations'],
    })
    return violations.map(
      ({ id, help, nodes }) =>
        `${id}: ${help}: ${nodes
          .map((node) => node.html.slice(0, 160))
          .slice(0, 3)
          .join(' | ')}`,
    )
  })
}

/** Pixels by which a page is wider than its window. */
export async function overflow(page: Page): Promise<number> {
  await parsed(page)
  return page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
}
