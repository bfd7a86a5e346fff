import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aSession, isFree, joinQuietly, member, openBrowser, origin, parsed, somebody } from './browser.ts'

let browser: Browser
let session: number
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** Nobody is there before the day: the coordinator moves the session to this evening, as late as a day goes. */
async function moveToTonight(id: number, placeId: number): Promise<void> {
  const { context, page } = await member(browser, 'coordinator')
  const day = Temporal.Now.plainDateISO('Europe/Paris').toString()
  const answer = await page.request.post(`${origin}/plan/sessions/${id}/moves`, {
    headers: { origin },
    form: { day, hour: '23:59', where: `${placeId}`, scope: 'one' },
    maxRedirects: 0,
  })
  expect(answer.status()).toBe(303)
  await context.close()
}

/** The roll of a free session of this day: somebody new is on it. */
async function rollWith(page: Page, name: string): Promise<void> {
  const found = await aSession((listed) => isFree(listed) && listed.place.city.startsWith('Saint-Ouen'))
  session = found.id
  await joinQuietly(session, name)
  const now = Temporal.Now.zonedDateTimeISO('Europe/Paris')
  const start = Temporal.Instant.from(found.startsAt).toZonedDateTimeISO('Europe/Paris')
  if (!start.toPlainDate().equals(now.toPlainDate())) await moveToTonight(session, found.place.id)
  await page.goto(`/desk/sessions/${session}`)
}

test('a receptionist marks who is there, and takes it back', async () => {
  const { context, page } = await member(browser, 'receptionist', { viewport: { width: 360, height: 740 } })
  await rollWith(page, 'Irène')
  const line = page.locator('li', { hasText: 'Irène' })
  await line.getByRole('button', { name: 'Là', exact: true }).click()
  expect(await line.getByRole('button', { name: 'Là', exact: true }).getAttribute('aria-pressed')).toBe(
    'true',
  )
  expect(await line.innerText()).toMatch(/noté par \S+/)
  const target = await line.getByRole('button', { name: 'Pas là' }).boundingBox()
  expect(Math.min(target?.width ?? 0, target?.height ?? 0)).toBeGreaterThanOrEqual(44)
  await line.getByRole('button', { name: 'Annuler' }).click()
  await parsed(page)
  expect(await line.locator('[aria-pressed=true]').count()).toBe(0)
  await context.close()
})

test('somebody walks in: one line, and she is there; sent without a name, the form says so', async () => {
  const { context, page } = await member(browser, 'receptionist')
  await rollWith(page, 'Joseph')
  await page.locator('form.walkin button').click()
  await parsed(page)
  expect(await page.locator('form.walkin [aria-invalid]').count()).toBe(1)
  await page.locator('form.walkin [name=name]').fill('Kadiatou')
  await page.locator('form.walkin button').click()
  await page.locator('li', { hasText: 'Kadiatou' }).waitFor()
  expect(await page.locator('li', { hasText: 'Kadiatou' }).innerText()).toContain('sans inscription')
  await page.locator('[name=people]').fill('3')
  await page.getByRole('button', { name: 'Noter' }).click()
  expect(await page.locator('main').innerText()).toContain('3 personnes sans prénom')
  await context.close()
})

test('the paper sheet holds the names, and no menu when it is printed', async () => {
  const { context, page } = await member(browser, 'receptionist')
  await rollWith(page, 'Lucien')
  await page.getByRole('link', { name: 'Feuille papier' }).click()
  await page.waitForURL('**/sheet')
  expect(await page.locator('main').innerText()).toContain('Lucien')
  await page.emulateMedia({ media: 'print' })
  for (const left of await page.locator('nav, .btn').all()) expect(await left.isVisible()).toBe(false)
  await context.close()
})

test('a facilitator opens her own sessions, and no other one', async () => {
  const coordinator = await member(browser, 'coordinator')
  const linksOf = (page: Page) =>
    page
      .locator('main a[href^="/desk/sessions/"]')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') as string))
  const all = await linksOf(coordinator.page)
  const facilitator = await member(browser, 'facilitator')
  const hers = await linksOf(facilitator.page)
  expect(hers.length).toBeLessThan(all.length)
  expect(all).toEqual(expect.arrayContaining(hers))
  const other = all.find((link) => !hers.includes(link)) as string
  expect((await facilitator.page.goto(other))?.status()).toBe(404)
  expect((await facilitator.page.goto('/desk/messages'))?.status()).toBe(403)
  await Promise.all([coordinator.context.close(), facilitator.context.close()])
})

test('the network manager reads figures and no name', async () => {
  const { context, page } = await member(browser, 'network-manager')
  expect(await page.locator('table tbody tr').count()).toBeGreaterThanOrEqual(9)
  const { id } = await aSession(isFree)
  await joinQuietly(id, 'Mireille')
  await page.reload()
  expect(await page.content()).not.toContain('Mireille')
  expect((await page.goto(`/desk/sessions/${id}`))?.status()).toBe(403)
  await context.close()
})

test('whoever has not signed in is asked to, and comes back where she was going', async () => {
  const { context, page } = await somebody(browser)
  await page.goto('/desk/messages')
  expect(new URL(page.url()).pathname).toBe('/sign-in')
  await page.locator('button[value=receptionist]').click()
  await page.waitForURL('**/desk/messages')
  await context.close()
})
