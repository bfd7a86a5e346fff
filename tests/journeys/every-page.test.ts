import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  aCancelledSession,
  aSession,
  findings,
  isFree,
  isFull,
  joinQuietly,
  member,
  openBrowser,
  origin,
  overflow,
  somebody,
} from './browser.ts'
import { aPlan, aShop, publicPages } from './public-pages.ts'

let browser: Browser
const pages: Record<string, string> = { ...publicPages }

beforeAll(async () => {
  browser = await openBrowser()
  const [free, full] = [await aSession(isFree), await aSession(isFull)]
  pages['a session'] = `/sessions/${free.id}`
  pages['a full session'] = `/sessions/${full.id}`
  pages['a cancelled session'] = `/sessions/${await aCancelledSession()}`
  pages['a confirmation'] = await joinQuietly(free.id, 'Maryam')
  pages['a rank in the waiting list'] = await joinQuietly(full.id, 'Maryam')
  const gone = await joinQuietly(free.id, 'Dominique')
  await fetch(`${origin}${gone}/cancellation`, { method: 'POST', headers: { origin } })
  pages['a cancelled registration'] = gone
  const walking = await fetch(`${origin}/learners`, {
    method: 'POST',
    headers: { origin },
    body: new URLSearchParams({ path: 'keep-safe', centre: 'saint-ouen', name: 'Maryam' }),
    redirect: 'manual',
  })
  const shop = await aShop()
  pages['a question to a shop'] = `${shop}/1`
  pages['an easy question to a shop'] = `${shop}/4?easy=1`
  pages['the plan of a shop'] = await aPlan()
  pages['a path followed'] = walking.headers.get('location') ?? '/l/rien'
})
afterAll(() => browser.close())

/** Pages of those who host, and of who leads them. */
const ofHosts: Partial<Record<string, readonly string[]>> = {
  facilitator: [
    '/learning',
    '/learning/1',
    '/skills/observed?asked=yes',
    '/badges',
    '/badges/new/scams',
    '/badges/hours',
    '/team/me',
    '/team/me/agenda',
    '/team/me/profile',
    '/team/me/sessions/1',
  ],
  coordinator: ['/team', '/team/4', '/team/hours', '/plan/calls?days=28', '/plan/sessions/1/calls'],
}

/** Pages of who brings games and exercises in. */
const ofGames: Partial<Record<string, readonly string[]>> = {
  facilitator: [
    '/games/packs',
    '/exercises/packages',
    '/games/live',
    '/games/live/new',
    '/games/live/new?pack=privacy',
  ],
}

/** Pages of who reads the board, and looks at what people make. */
const ofTheBoard: Partial<Record<string, readonly string[]>> = {
  facilitator: [
    '/board/moderation',
    '/board/matches',
    '/board/figures',
    '/projects/moderation',
    '/projects/figures',
  ],
  coordinator: ['/board/moderation', '/board/matches', '/projects/moderation'],
  'network-manager': ['/board/figures', '/projects/figures', '/fablab/figures'],
}

/** Pages of who follows shops, founders and those who guide them. */
const ofVentures: Partial<Record<string, readonly string[]>> = {
  facilitator: [
    '/ventures',
    '/ventures/founders/1',
    '/ventures/clinics',
    '/ventures/clinics/1',
    '/ventures/cohorts/2',
    '/ventures/cohorts/2/applications/8',
    '/ventures/cohorts/1/meetings/1',
    '/ventures/shops',
    '/ventures/mentoring',
  ],
  coordinator: ['/ventures/shops/rules', '/ventures/shops/rules/receive-invoices', '/ventures/mentoring'],
  'network-manager': ['/ventures/figures', '/ventures/shops', '/ventures/shops/rules/receive-invoices'],
}

/** Pages of who keeps the catalogue. */
const ofTheCatalogue: Partial<Record<string, readonly string[]>> = {
  coordinator: ['/plan/activities', '/plan/activities/1', '/plan/activities/import'],
  'network-manager': ['/plan/activities?theme=training', '/plan/activities/new', '/plan/activities/1'],
}

/** A weekly series over a room the demo already uses: its dates clash. */
const clashing =
  'activity=3&where=1.1&hour=10:30&minutes=&capacity=&hostsNeeded=&repeat=weekly&weeks=4&skips=public-holidays&languages=fr'
const nextTuesday = () => {
  const today = Temporal.Now.plainDateISO('Europe/Paris')
  return today.add({ days: ((9 - today.dayOfWeek) % 7) + 7 })
}

/** Pages of who plans a season, and of who prints it. */
const ofThePlan: Partial<Record<string, readonly string[]>> = {
  receptionist: ['/print?kind=roll&session=1'],
  coordinator: [
    `/plan?day=${nextTuesday()}`,
    '/plan?span=month&by=host',
    '/plan?span=month&by=place&lack=host',
    '/plan/new',
    '/plan/new/dates',
    `/plan/new/dates?${clashing}&day=${nextTuesday()}`,
    '/plan/sessions/40',
    `/plan/sessions/40/move?day=${nextTuesday()}&hour=10:00&where=1.1&scope=one`,
    '/plan/sessions/40/cancel?scope=following',
    '/plan/fill',
    '/plan/stops',
    '/plan/stops/new',
    '/plan/rounds',
    '/plan/rounds/new',
    '/plan/kits',
    '/settings/rooms',
    '/plan/partners',
    '/plan/proposals',
    '/plan/import',
    '/plan/import',
    '/print',
    '/print?kind=poster&place=1&easy=yes',
  ],
}

/** Public pages that may be read aloud: the one script allowed on them, which they do without. */
const readAloud = new Set([
  'a question of where am I',
  'an easy question',
  'what would help next',
  'who takes first steps',
  'a question to a shop',
  'an easy question to a shop',
])
async function expectOnlyAloud(scripts: Locator): Promise<void> {
  expect(await scripts.count()).toBe(1)
  expect(await scripts.getAttribute('src')).toMatch(/^\/islands\/aloud-/)
}

/** Addresses that lead nowhere on purpose. */
const nowhere = /rien|nulle-part|ZZZZZ|AAAAA/
/** Opens a page; tells when there is none, which would have nothing in anybody’s way either. */
async function opened(page: Page, path: string): Promise<string[]> {
  const answer = await page.goto(path)
  return answer?.status() === 404 && !nowhere.test(path) ? [`${path} is no page`] : []
}

/** What is wrong with the page shown: found by axe, wider than the window, more or fewer than one heading. */
async function faults(page: Page, name: string): Promise<string[]> {
  const wide = await overflow(page)
  const headings = await page.locator('h1').count()
  return [
    ...(await findings(page)).map((found) => `${name}: ${found}`),
    ...(wide > 0 ? [`${name}: ${wide} px wider than the window`] : []),
    ...(headings === 1 ? [] : [`${name}: ${headings} main headings`]),
  ]
}

describe.each(['fr', 'en', 'ar'] as const)('in %s', (lang) => {
  test('every public page, on a small telephone, has nothing in anybody’s way', async () => {
    const { context, page } = await somebody(browser, {
      lang,
      javaScriptEnabled: true,
      viewport: { width: 360, height: 740 },
    })
    const found: string[] = []
    for (const [name, path] of Object.entries(pages)) {
      found.push(...(await opened(page, path)))
      expect(await page.locator('html').getAttribute('lang')).toBe(lang)
      expect(await page.locator('html').getAttribute('dir')).toBe(lang === 'ar' ? 'rtl' : 'ltr')
      const scripts = page.locator('script:not([type="application/ld+json"])')
      if (readAloud.has(name)) await expectOnlyAloud(scripts)
      else expect(await scripts.count(), `${name} has no script`).toBe(0)
      found.push(...(await faults(page, name)))
    }
    expect(found).toEqual([])
    await context.close()
  })

  test('every form that comes back to be mended has nothing in anybody’s way', async () => {
    const { context, page } = await somebody(browser, {
      lang,
      javaScriptEnabled: true,
      viewport: { width: 360, height: 740 },
    })
    const found: string[] = []
    for (const path of [
      pages['a session'],
      '/call-backs',
      '/sign-in',
      '/volunteer?centre=saint-ouen',
    ] as string[]) {
      await page.goto(path)
      await page.locator('main form button:not([name])').first().click()
      await page.locator('[aria-invalid]').first().waitFor()
      found.push(...(await faults(page, `${path} with errors`)))
    }
    expect(found).toEqual([])
    await context.close()
  })

  test('every page of the team, in each role', async () => {
    const found: string[] = []
    for (const role of ['receptionist', 'facilitator', 'coordinator', 'network-manager'] as const) {
      const { context, page } = await member(browser, role, {
        lang,
        javaScriptEnabled: true,
        viewport: { width: 360, height: 740 },
      })
      found.push(...(await faults(page, `the desk of a ${role}`)))
      const rolls = await page.locator('a[href^="/desk/sessions/"]').all()
      expect(rolls.length > 0, `the desk of a ${role} lists sessions`).toBe(role !== 'network-manager')
      const roll = await rolls[0]?.getAttribute('href')
      if (roll) {
        await page.goto(roll)
        found.push(...(await faults(page, `the roll of a ${role}`)))
        if (role === 'receptionist') {
          await page.locator('form.walkin button').click()
          await page.locator('[aria-invalid]').first().waitFor()
          found.push(...(await faults(page, 'the roll with errors')))
        }
        await page.goto(`${roll}/sheet`)
        found.push(...(await faults(page, 'the paper sheet')))
      }
      await page.goto('/desk/messages')
      found.push(...(await faults(page, `messages or a refusal for a ${role}`)))
      for (const path of [
        ...(ofHosts[role] ?? []),
        ...(ofTheCatalogue[role] ?? []),
        ...(ofGames[role] ?? []),
        ...(ofThePlan[role] ?? []),
        ...(ofTheBoard[role] ?? []),
        ...(ofVentures[role] ?? []),
      ]) {
        found.push(...(await opened(page, path)))
        found.push(...(await faults(page, `${path} of a ${role}`)))
      }
      await context.close()
    }
    expect(found).toEqual([])
  })
})

test.each(['fr', 'en', 'ar'] as const)(
  'a partner’s own pages have nothing in anybody’s way, in %s',
  async (lang) => {
    const { context, page } = await member(browser, 'partner', {
      lang,
      javaScriptEnabled: true,
      viewport: { width: 360, height: 740 },
    })
    const found: string[] = []
    const links = await page
      .locator('main a[href^="/partner"]')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href') as string))
    for (const path of ['/partner', ...new Set(links)]) {
      await page.goto(path)
      found.push(...(await faults(page, path)))
    }
    expect(found).toEqual([])
    await context.close()
  },
)

test('control: what the tests above look for is found when it is there', async () => {
  const { context, page } = await somebody(browser, {
    javaScriptEnabled: true,
    viewport: { width: 360, height: 740 },
  })
  await page.goto('/')
  await page.evaluate(`document.documentElement.removeAttribute('lang'); document.querySelector('h1').remove()
    document.querySelector('main').append(Object.assign(document.createElement('canvas'), { width: 900 }))`)
  const found = (await faults(page, 'home')).join()
  for (const planted of ['html-has-lang', 'wider than the window', '0 main headings'])
    expect(found).toContain(planted)
  await context.close()
})

test('on a wide screen and in the dark, public pages have nothing in anybody’s way', async () => {
  const { context, page } = await somebody(browser, { javaScriptEnabled: true, colorScheme: 'dark' })
  const found: string[] = []
  for (const [name, path] of Object.entries(pages)) {
    await page.goto(path)
    found.push(...(await faults(page, name)))
  }
  expect(found).toEqual([])
  await context.close()
})

test('on paper, the confirmation keeps the date, the address and the code, and leaves out menus and buttons', async () => {
  const { context, page } = await somebody(browser)
  await page.goto(pages['a confirmation'] as string)
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('.ticket').first().isVisible()).toBe(true)
  expect(await page.locator('time').first().isVisible()).toBe(true)
  for (const left of await page.locator('nav, .btn, .foot, .skip').all())
    expect(await left.isVisible()).toBe(false)
  await context.close()
})
