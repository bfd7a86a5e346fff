import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findings, member, openBrowser, origin, overflow, somebody, titleOf } from './browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const small = { viewport: { width: 360, height: 740 } }
const words = (page: Page) => page.locator('main').innerText()
/** Presses whose only word is an hour: « Attendre » and the like have more. */
const freeHours = (page: Page) => page.locator('button[name=at]')

/** The number of the one machine of Saint-Ouen of a kind, the first by its name. */
async function machineOf(page: Page, kind: string): Promise<string> {
  await page.goto(`/machines?town=saint-ouen&kind=${kind}`)
  return (await page.locator('article h3 a').first().getAttribute('href')) ?? ''
}

/** The days of a machine page, each with its hours that can be chosen. */
async function hours(page: Page): Promise<string[]> {
  const hrefs = await page
    .locator('a[href*="/bookings/new"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  return hrefs.map((href) => new URL(href, origin).searchParams.get('at') ?? '')
}
/** The first hour of a day that has three free ones. */
function ofAFreeDay(all: readonly string[]): string {
  const days = Map.groupBy(all, (at) => at.slice(0, 10))
  return [...days.values()].find((day) => day.length >= 3)?.[0] ?? ''
}
const inAWeek = () => Temporal.Now.plainDateISO('Europe/Paris').add({ days: 8 })

/** Fills the form of an hour as somebody of age would. */
async function fill(page: Page, name: string, phone: string): Promise<void> {
  await page.locator('[name=name]').fill(name)
  await page.locator('[name=phone]').fill(phone)
  await page.locator('[name=age][value=adult]').check({ force: true })
  await page.locator('main form.join button').click()
}

/** Her own page, by the link sent to her phone, which the desk of the demo shows. */
async function linkOf(desk: Page, name: string): Promise<string> {
  for (let again = 0; again < 40; again += 1) {
    await desk.goto('/desk/messages')
    const links = await desk
      .locator('main a[href*="/makers/"]')
      .evaluateAll((found) => found.map((link) => link.getAttribute('href') ?? ''))
    for (const link of new Set(links)) {
      const answer = await fetch(new URL(new URL(link, origin).pathname, origin))
      if ((await answer.text()).includes(`Bonjour ${name}<`)) return new URL(link, origin).pathname
    }
  }
  throw new Error(`No message brought ${name} her link.`)
}

/** Somebody of the team says that she was seen using the machine safely. */
async function validate(team: Page, name: string, inductions: readonly string[]): Promise<void> {
  for (const label of inductions) {
    await team.goto('/fablab/inductions')
    await team.locator('form[action="/fablab/authorisations"] [name=maker]').selectOption({ label: name })
    await team.locator('form[action="/fablab/authorisations"] [name=induction]').selectOption({ label })
    await team.locator('form[action="/fablab/authorisations"] button').click()
    await team.waitForURL('**/fablab/makers?said=renewed')
  }
}

test('the home page leads whoever wants to make things to the machines', async () => {
  const { page } = await somebody(browser, small)
  await page.goto('/')
  await page.locator('a[href="/machines"]').first().click()
  await page.waitForURL('**/machines')
  expect(await page.locator('h1').innerText()).toBe('Fabriquer')
})

test('a newcomer is shown the laser cutter, books it, and is told each rule she would break', async () => {
  const { page } = await somebody(browser, small)
  const laser = await machineOf(page, 'laser')
  await page.goto(laser)
  const first = await words(page)
  expect(first).toContain('D’abord, la prise en main')
  expect(first).toContain('2\u00a0h par jour au plus')
  expect(await overflow(page)).toBe(0)

  // A session where it is shown, if one has a chair left, is joined like any other.
  await page.locator('#induction article a[href^="/sessions/"]').first().click()
  await page.waitForURL('**/sessions/*')
  await page.locator('[name=name]').fill('Salomé')
  await page.locator('[name=phone]').fill('06 39 98 56 01')
  await page.locator('#garder button').last().click()
  await page.waitForURL('**/registrations/*')

  // She would rather be shown alone: next week, at an hour when the team is there.
  await page.goto(`${laser}?from=${inAWeek()}`)
  const at = ofAFreeDay(await hours(page))
  await page.locator(`a[href*="${encodeURIComponent(at)}"]`).click()
  await page.locator('main form.join button').click()
  expect(await titleOf(page)).toMatch(/^Erreur/)
  expect(await words(page)).toContain('Écrivez votre prénom')
  await fill(page, 'Salomé', '06 39 98 56 01')
  await page.waitForURL('**/bookings/*')
  expect(await page.locator('h1').innerText()).toBe('On vous montre, Salomé')
  expect(await overflow(page)).toBe(0)

  // A member of the team shows her, and says so.
  const team = await member(browser, 'facilitator')
  await validate(team.page, 'Salomé', ['Visite et sécurité du FabLab', 'Découpe laser'])
  await page.goto('/makers')
  await page.locator('[name=centre]').selectOption('saint-ouen')
  await page.locator('[name=phone]').fill('06 39 98 56 01')
  await page.locator('main form.join button').click()
  await page.waitForURL('**/makers/links')
  const desk = await member(browser, 'coordinator')
  const own = await linkOf(desk.page, 'Salomé')
  await page.goto(own)
  expect(await words(page)).toContain('valable jusqu’au')
  expect(await overflow(page)).toBe(0)

  // Too many hours that day: one is held already.
  const hers = `${own}/machines/${laser.split('/').at(-1)}?from=${inAWeek()}`
  const day = at.slice(0, 10)
  await page.goto(hers)
  const sameDay = freeHours(page).and(page.locator(`[value^="${day}"]`))
  await page.locator('[name=slots]').selectOption('2')
  await sameDay.first().click()
  expect(await page.locator('[role=alert]').innerText()).toContain(
    'trop d’heures sur ce type de machine ce jour-là',
  )
  await page.goto(hers)
  const mine = (await sameDay.last().getAttribute('value')) ?? ''
  await sameDay.last().click()
  await page.waitForURL('**?booked=*')
  expect(await words(page)).toContain('C’est réservé, Salomé')

  // As many bookings ahead as the house allows.
  await page.goto(hers)
  await freeHours(page).last().click()
  expect(await page.locator('[role=alert]').innerText()).toContain('le nombre de réservations permis')

  // At two machines at once; and while the lab is closed.
  const sewing = (await machineOf(page, 'sewing')).split('/').at(-1)
  await page.goto(`${own}/machines/${sewing}?from=${inAWeek()}`)
  await page.locator(`button[value="${mine}"]`).click()
  expect(await page.locator('[role=alert]').innerText()).toContain(
    'déjà réservé une machine à cette heure-là',
  )
  await page.goto(`${own}/machines/${sewing}?from=${inAWeek()}`)
  await freeHours(page)
    .first()
    .evaluate((button, night) => button.setAttribute('value', night), `${day}T02:00:00Z`)
  await freeHours(page).first().click()
  expect(await page.locator('[role=alert]').innerText()).toContain('n’est pas ouvert aux réservations')

  // Her induction is withdrawn while her page is open: she is told since when, and what she held is cancelled.
  await page.goto(hers)
  await team.page.goto('/fablab/makers')
  const row = team.page
    .locator('li, tr, article', { hasText: 'Salomé' })
    .filter({ hasText: 'Découpe laser' })
    .last()
  await row.locator('form[action="/fablab/authorisations/withdrawal"] button').last().click()
  await team.page.locator('form[action="/fablab/authorisations/withdrawal"] button').last().click()
  await team.page.waitForURL('**/fablab/makers?said=withdrawn*')
  await freeHours(page).first().click()
  expect(await page.locator('[role=alert]').innerText()).toContain('retirée depuis le')
  expect(await overflow(page)).toBe(0)
  await page.goto(own)
  expect(await words(page)).toContain('La refaire')

  // She wants to be forgotten.
  await page.locator('main details', { hasText: 'Effacer' }).locator('summary').click()
  await page.locator('form[action$="/erasures"] button').click()
  await page.waitForURL('**/makers/erased')
  expect((await page.goto(own))?.status()).toBe(404)
})

test('in Arabic, a taken hour is waited for, given when it is freed, and cancelled', async () => {
  const nour = await somebody(browser, { ...small, lang: 'ar' })
  const sewing = await machineOf(nour.page, 'sewing')
  await nour.page.goto(`${sewing}?from=${inAWeek()}`)
  expect(await nour.page.locator('html').getAttribute('dir')).toBe('rtl')
  const at = (await hours(nour.page)).at(-1) ?? ''
  const form = `${sewing}/bookings/new?at=${encodeURIComponent(at)}`
  await nour.page.goto(form)
  await fill(nour.page, 'نور', '06 39 98 56 02')
  await nour.page.waitForURL('**/bookings/*')
  expect(await overflow(nour.page)).toBe(0)

  const aicha = await somebody(browser, small)
  await aicha.page.goto(form)
  expect(await words(aicha.page)).toContain('Cette heure est prise')
  await fill(aicha.page, 'Aïcha', '06 39 98 56 03')
  await aicha.page.waitForURL('**/bookings/*')
  expect(await words(aicha.page)).toContain('Vous êtes la 1re personne à attendre')

  await nour.page.locator('form[action$="/cancellation"] button').click()
  await nour.page.waitForURL('**/bookings/*')
  expect(await nour.page.locator('form[action$="/cancellation"]').count()).toBe(0)

  await aicha.page.reload()
  expect(await words(aicha.page)).toContain('C’est réservé, Aïcha')
  const file = await fetch(`${aicha.page.url()}/booking.ics`)
  expect(await file.text()).toContain('STATUS:CONFIRMED')
  await aicha.page.locator('form[action$="/cancellation"] button').click()
  expect(await words(aicha.page)).toContain('C’est annulé, Aïcha')
})

const phones = { fr: '06 39 98 57 01', en: '06 39 98 57 02', ar: '06 39 98 57 03' }
test.each(['fr', 'en', 'ar'] as const)(
  'booking an hour reads well in %s: axe finds nothing',
  async (lang) => {
    const { page } = await somebody(browser, { ...small, lang, javaScriptEnabled: true })
    const machine = await machineOf(page, 'computer')
    await page.goto(`${machine}?from=${inAWeek()}`)
    expect(await findings(page)).toEqual([])
    const [at = ''] = await hours(page)
    await page.goto(`${machine}/bookings/new?at=${encodeURIComponent(at)}`)
    expect(await findings(page)).toEqual([])
    await fill(page, `Zoé ${lang}`, phones[lang])
    await page.waitForURL('**/bookings/*')
    expect(await findings(page)).toEqual([])
    expect(await overflow(page)).toBe(0)
    await page.locator('form[action$="/cancellation"] button').click()
  },
)
