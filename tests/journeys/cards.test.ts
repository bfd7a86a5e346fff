import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { photo } from '../../src/modules/games/photo.fixture.ts'
import { member, openBrowser, parsed, somebody } from './browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

test('a room without a phone plays with cards: one photo is read, and the wall counts them', async () => {
  const { context, page } = await member(browser, 'facilitator', { viewport: { width: 360, height: 740 } })
  await page.goto('/games/live/new?pack=privacy')
  await page.locator('form button').first().click()
  await page.getByRole('button', { name: 'Ouvrir la première question' }).click()
  const code = await page.locator('#live').getAttribute('data-code')
  await page.getByRole('link', { name: 'Lire les cartes en papier' }).click()
  const turned = { a: 0, b: 270 } as const
  const picture = await photo([
    { card: 3, x: 100, y: 150, size: 200, turned: turned.a },
    { card: 8, x: 600, y: 250, size: 170, turned: turned.b },
    { card: 21, x: 1100, y: 200, size: 190, turned: turned.a + 8 },
  ])
  for (const again of [1, 2]) {
    await page
      .locator('#photo')
      .setInputFiles({ name: 'salle.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(picture) })
    await page.getByRole('button', { name: 'Lire les cartes' }).click()
    expect(await page.locator('#seen').innerText(), `photo ${again}`).toContain('3 cartes lues')
  }
  await page.getByRole('link', { name: 'Revenir à la partie' }).click()
  await page.getByRole('button', { name: 'Fermer' }).click()
  const wall = await somebody(browser)
  await wall.page.goto(`/play/${code}/screen`)
  const shown = await wall.page.locator('body').innerText()
  expect(shown).toMatch(/2[\s\S]*1|1[\s\S]*2/)
  expect(
    await wall.page
      .locator('progress')
      .evaluateAll((bars) => bars.map((bar) => Number(bar.getAttribute('value')))),
  ).toEqual([2, 1])

  await page.goto(page.url().replace(/\?.*/, ''))
  await page.getByRole('link', { name: 'Lire les cartes en papier' }).click()
  await parsed(page)
  expect(await page.locator('#photo').count(), 'a closed question takes no photo').toBe(0)
  await wall.context.close()
  await context.close()
})

test('what is not a photo is refused in words, and cards are printed', async () => {
  const { context, page } = await member(browser, 'facilitator')
  await page.goto('/games/live/new?pack=privacy')
  await page.locator('form button').first().click()
  await page.getByRole('button', { name: 'Ouvrir la première question' }).click()
  await page.getByRole('link', { name: 'Lire les cartes en papier' }).click()
  await page.getByRole('button', { name: 'Lire les cartes' }).click()
  expect(await page.locator('[role=alert]').innerText()).toContain('Choisissez une photo')
  await page
    .locator('#photo')
    .setInputFiles({ name: 'salle.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('not a picture') })
  await page.getByRole('button', { name: 'Lire les cartes' }).click()
  expect(await page.locator('[role=alert]').innerText()).toContain('n’est pas une photo')
  const printed = await page.request.get('/games/cards.pdf?count=12')
  expect(printed.headers()['content-type']).toBe('application/pdf')
  expect((await printed.body()).subarray(0, 5).toString()).toBe('%PDF-')
  await context.close()
})
