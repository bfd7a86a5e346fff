import { get } from 'node:http'
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

let browser: Browser
const pages: Record<string, string> = {
  home: '/',
  sessions: '/sessions',
  results: '/sessions?near=93400',
  'results of a need': '/sessions?near=93400&need=scams',
  'two towns of one name': '/sessions?near=Saint-Denis',
  'a town misspelt': '/sessions?near=Saint-Oeun',
  'a town nobody serves': '/sessions?near=Brest',
  'a place nobody knows': '/sessions?near=zzqqxx',
  'nothing that suits': '/sessions?near=93400&theme=entrepreneurship&audience=families&speaks=ar&when=today',
  places: '/places',
  'one place': '/places/1',
  stops: '/stops',
  'stops near a town': '/stops?near=93200',
  'one stop': '/stops/1',
  'told of the next stop': '/stops/subscriptions/thanks?town=Clichy%20(92)',
  'no longer told': '/stops/subscriptions/ended',
  'asking for a call': '/call-backs',
  'a call asked for': '/call-backs/thanks',
  'what one may follow': '/feeds?near=93400&need=scams',
  'a list for another site': '/embed/sessions?near=93400',
  privacy: '/privacy',
  accessibility: '/accessibility',
  'signing in': '/sign-in',
  'no such page': '/nulle-part',
  'no such link': '/registrations/rien',
  'offering to host, which town': '/volunteer',
  'offering to host': '/volunteer?centre=saint-ouen',
  'an offer to host, sent': '/volunteer/thanks?centre=saint-ouen',
  'no such call': '/calls/rien',
  'joining a game': '/play',
  'joining a game, a wrong code': '/play?code=ZZZZZ',
  'no such game': '/play/ZZZZZ',
  'where am I': '/skills',
  'a question of where am I': '/skills/questions?a=p2a',
  'an easy question': '/skills/questions?easy=1',
  'what would help next': '/skills/outcome?a=p2a-m2h-s2n-c2h&near=93400',
  'who takes first steps': '/skills/questions?a=p2n-m2n-f2n-c2n',
  paths: '/paths',
  'a path': '/paths/keep-safe?near=93400',
  'a link of a path, sent': '/paths/sent',
  'a path erased': '/paths/erased',
  'no such path link': '/l/rien',
  games: '/games',
  'a game': '/games/privacy',
  'a message to judge': '/games/privacy/1',
  'an answer explained': '/games/privacy/1?see=1',
  'an answer missing': '/games/privacy/1?choice=',
  'things to touch': '/games/false-information/12',
  'the end of a game': '/games/privacy/end?part=few',
  'three questions asked for': '/games/privacy/thanks',
  'no such reminder': '/g/rien',
  exercises: '/exercises',
  'checking a badge': '/verify',
  'a badge that is not ours': '/verify?c=AAAAAAAAAAAAAAAAAAAAAA',
  'no such badge': '/b/rien',
  'what badges reward': '/badges/achievements',
  'what a badge rewards': '/badges/achievements/scams',
  'who gives badges': '/badges/issuer',
  'a badge erased': '/badges/erased',
  'the board': '/board',
  'what residents know': '/board/know-how',
  'a notice': '/board/1',
  'writing a notice, which centre': '/board/new',
  'writing a notice': '/board/new?centre=saint-ouen&side=ask',
  'a notice sent': '/board/sent',
  'a notice answered': '/board/answered',
  'a notice reported': '/board/reported',
  'nothing left on the board': '/board/erased',
  'the board on the wall': '/board/wall?centre=saint-ouen',
  'no such board link': '/board/me/rien',
  'what people make': '/projects',
  'what people make with one machine': '/projects?machine=vinyl&difficulty=hard',
  'a project': '/projects/1',
  'a project in English or Arabic': '/projects/2',
  'showing a thing, which centre': '/projects/new',
  'showing a thing': '/projects/new?centre=saint-ouen&from=1',
  'a link of projects sent': '/projects/sent',
  'projects erased': '/projects/erased',
  'no such link of projects': '/projects/me/rien',
  'guiding a founder': '/mentors',
  'offering to guide': '/mentors?centre=saint-ouen',
  'an offer sent': '/mentors/sent',
  'a mentor erased': '/mentors/erased',
  'no such mentor link': '/mentors/me/rien',
  'no such founder link': '/mentors/for/rien',
  'where a shop stands': '/shop',
  'a shop erased': '/shop/erased',
  'no such shop link': '/shop/rien',
  'starting a business': '/founders',
  'beginning, near a town': '/founders?centre=saint-ouen',
  'a beginning, sent': '/founders/sent',
  'a founder erased': '/founders/erased',
  'a cohort': '/founders/cohorts/2',
  'experts one may see': '/founders/clinics',
  'lawyers near a town': '/founders/clinics?town=saint-ouen&subject=law',
  'seeing an expert': '/founders/clinics/1',
  'seeing an expert, asked for': '/founders/clinics/sent',
  'no such appointment': '/founders/clinics/bookings/rien',
  'no such link of a founder': '/founders/me/rien',
  machines: '/machines',
  'sewing machines of a town': '/machines?town=saint-ouen&kind=sewing',
  'a machine that asks to be shown': '/machines/3',
  'a machine, next week': '/machines/5?from=2026-12-01',
  'an hour nobody can book': '/machines/5/bookings/new?at=2020-01-01T10:00:00Z',
  'the link of my machines': '/makers',
  'a link of machines, sent': '/makers/links',
  'a maker erased': '/makers/erased',
  'no such maker link': '/makers/rien',
  'no such booking link': '/bookings/rien',
  'at the open lab': '/openings/3/presences',
}

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

/** The link of a shop that has said where it is. */
async function aShop(): Promise<string> {
  const begun = await fetch(`${origin}/shop`, {
    method: 'POST',
    headers: { origin },
    body: new URLSearchParams({ town: '93400', sector: 'food', size: 'alone' }),
    redirect: 'manual',
  })
  return begun.headers.get('location')?.replace(/\/1$/, '') ?? '/shop/rien'
}

/** The link of a shop that said « no » to everything: the longest plan. */
async function aPlan(): Promise<string> {
  const shop = await aShop()
  for (let at = 1; at <= 7; at += 1) {
    const page = await (await fetch(`${origin}${shop}/${at}`)).text()
    const names = new Set(
      [...page.matchAll(/type="radio"[^>]* name="([^"]+)"/g)].map(([, name]) => name ?? ''),
    )
    await fetch(`${origin}${shop}/${at}`, {
      method: 'POST',
      headers: { origin },
      body: new URLSearchParams([...names].map((name) => [name, 'no'])),
      redirect: 'manual',
    })
  }
  return shop
}

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
  'network-manager': ['/board/figures', '/projects/figures'],
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

/** Everything that comes over the wire for one page, headers included, asked as a browser asks. */
const bytesOf = (path: string): Promise<number> =>
  new Promise((resolve, reject) => {
    get(
      `${origin}${path}`,
      {
        agent: false,
        headers: { 'accept-encoding': 'gzip, deflate, br', 'accept-language': 'fr', connection: 'close' },
      },
      (answer) => {
        answer.resume().on('end', () => resolve(answer.socket.bytesRead))
      },
    ).on('error', reject)
  })

test.each([
  'home',
  'sessions',
  'results',
  'a session',
  'a full session',
  'a confirmation',
  'a rank in the waiting list',
  'where am I',
  'a question of where am I',
  'what would help next',
  'a path',
  'a path followed',
  'the board',
  'a notice',
  'writing a notice',
  'what people make',
  'a project',
  'showing a thing',
])('%s weighs at most 14 kB over the wire', async (name) => {
  expect(await bytesOf(pages[name] as string)).toBeLessThanOrEqual(14 * 1024)
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
