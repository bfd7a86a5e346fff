import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findings, member, openBrowser, somebody } from './browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const sizes = [
  { width: 1280, height: 800 },
  { width: 360, height: 740 },
] as const

/** The first machine that has a twin: sewing machines do, in Saint-Ouen. */
const sewing = 'Machine à coudre bleue'
const twin = 'Machine à coudre rouge'

/** Opens the lab for the whole of today, whatever the hour of the test, unless it is open. */
async function openToday(page: Page): Promise<void> {
  await page.goto('/fablab/openings')
  const now = Temporal.Now.zonedDateTimeISO('Europe/Paris')
  const day = now.hour >= 20 ? now.add({ days: 1 }) : now
  await page.selectOption('#room', { index: 0 })
  await page.fill('#day', day.toPlainDate().toString())
  await page.fill('#from', '08:00')
  await page.fill('#to', '22:00')
  await page.getByRole('button', { name: 'Ajouter une ouverture' }).click()
  await page.waitForURL('**/fablab/openings**')
}

/** The day the lab is open next: today as long as hours to come are left for both of these tests, else from tomorrow on. */
async function dayOfLab(page: Page): Promise<string> {
  const isLate = Temporal.Now.plainTimeISO('Europe/Paris').hour >= 12
  for (let ahead = isLate ? 1 : 0; ahead < 14; ahead++) {
    const on = Temporal.Now.plainDateISO('Europe/Paris').add({ days: ahead }).toString()
    await page.goto(`/fablab/bookings/new?on=${on}`)
    const option = page.locator('#slot option', { hasText: sewing })
    if ((await option.count()) > 0) return on
  }
  throw new Error('The lab of the demo never opens')
}

async function bookAtTheDoor(page: Page, name: string, on: string): Promise<void> {
  await page.goto(`/fablab/bookings/new?on=${on}`)
  // The last hour at which the twin is free too.
  const options = await page.locator('#slot option').allInnerTexts()
  const hour = options
    .flatMap((text) => text.split(`${twin}, `)[1] ?? [])
    .filter((one) => options.includes(`${sewing}, ${one}`))
    .at(-1)
  const value = await page
    .locator('#slot option')
    .nth(options.indexOf(`${sewing}, ${hour}`))
    .getAttribute('value')
  await page.selectOption('#slot', value ?? '')
  await page.fill('#name', name)
  await page.fill(
    '#contact',
    `06 39 98 ${name.charCodeAt(0) % 10}${name.length % 10} 5${name.charCodeAt(1) % 10}`,
  )
  await page.getByRole('button', { name: 'Réserver' }).click()
  await page.waitForURL('**/fablab?on=**')
}

const machineNamed = async (page: Page, name: string): Promise<string> => {
  await page.goto('/fablab/upkeep')
  const link = await page.getByRole('link', { name, exact: true }).first().getAttribute('href')
  return link?.match(/\d+/)?.[0] ?? ''
}

test.each(sizes)(
  'a day of the lab at $width pixels: booked at the door, broken by QR, moved, back',
  async (viewport) => {
    const lab = await member(browser, 'coordinator', { viewport })
    const { page } = lab
    await openToday(page)
    const on = await dayOfLab(page)
    const name = viewport.width > 1000 ? 'Rosalie' : 'Mehdi'
    await bookAtTheDoor(page, name, on)
    expect(await page.getByText(name).count()).toBeGreaterThan(0)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      viewport.width,
    )

    // Somebody in front of the machine aims at its code.
    const machine = await machineNamed(page, sewing)
    const passer = await somebody(browser, { viewport })
    await passer.page.goto(`/machines/${machine}/breakdown`)
    await passer.page.getByText('Elle s’arrête toute seule').click()
    await passer.page.getByRole('button', { name: 'Signaler' }).click()
    await passer.page.getByRole('heading', { name: 'Merci, l’équipe est prévenue.' }).waitFor()

    // The team sees who is concerned before it stops the machine.
    await page.goto('/fablab/upkeep')
    await page
      .locator('li', { hasText: sewing })
      .getByRole('link', { name: 'Arrêter la machine…' })
      .first()
      .click()
    // That day alone: others book the same machine for later meanwhile.
    await page.fill('#untilDay', on)
    await page.getByRole('button', { name: 'Voir qui est concerné' }).click()
    await page.getByText(name).first().waitFor()
    expect(await page.getByText(twin).count()).toBeGreaterThan(0)
    await page.getByRole('button', { name: 'Arrêter la machine' }).click()
    await page.getByText('La machine est arrêtée.').waitFor()

    // Whoever was coming is on the twin, and the wall says so to everybody.
    await page.goto(`/fablab?on=${on}`)
    const moved = page.locator('section', { has: page.getByRole('heading', { name: twin }) })
    expect(await moved.getByText(name).count()).toBe(1)
    await passer.page.goto(`/machines/${machine}/wall`)
    // While the lab is open, its next hours say so too.
    await passer.page.getByText('Hors service').first().waitFor()
    expect(await passer.page.getByText(name).count()).toBe(0)

    await page.goto(`/fablab/machines/${machine}/outages`)
    await page.getByRole('button', { name: 'Remettre en service' }).click()
    await page.getByText('La machine est de nouveau en service.').waitFor()

    // The coordinator reads that it was told; the demo's phone shows every message.
    await expect
      .poll(
        async () => {
          await page.goto('/desk/messages')
          return page.getByText(`vous aurez "${twin}"`).count()
        },
        { timeout: 10_000 },
      )
      .toBeGreaterThan(0)
    await lab.context.close()
    await passer.context.close()
  },
)

test('every page of the lab is clean, in French and in Arabic, on a phone', async () => {
  const pages = [
    '',
    '/openings',
    '/machines',
    '/machines/new',
    '/upkeep',
    '/inductions',
    '/makers',
    '/stock',
    '/figures',
    '/rules',
    '/bookings/new',
    '/machines/1',
    '/machines/1/outages',
  ].map((path) => `/fablab${path}`)
  for (const lang of ['fr', 'ar'] as const) {
    const { context, page } = await member(browser, 'coordinator', {
      lang,
      javaScriptEnabled: true,
      viewport: { width: 360, height: 740 },
    })
    for (const path of [...pages, '/machines/1/breakdown']) {
      await page.goto(path)
      expect({ path, found: await findings(page) }).toEqual({ path, found: [] })
      const wide = await page.evaluate(() => document.documentElement.scrollWidth)
      expect({ path, wide: wide <= 360 }).toEqual({ path, wide: true })
    }
    await context.close()
  }
})
