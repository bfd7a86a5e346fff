import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findings, member, openBrowser, origin, overflow, parsed, somebody, titleOf } from './browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const small = { viewport: { width: 360, height: 740 } }
/** A text without its unbreakable spaces. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')
const press = (page: Page) => page.locator('main form.join button').last().click()

/** Answers the part shown, every question alike, but those named. */
async function answer(page: Page, value: string, but: Record<string, string> = {}): Promise<void> {
  const names = await page
    .locator('main input[type=radio]')
    .evaluateAll((all) => all.map((one) => (one as { name?: string }).name ?? ''))
  for (const name of new Set(names))
    await page.locator(`[name="${name}"][value=${but[name] ?? value}]`).check({ force: true })
  await press(page)
}

/** From the first page to the plan. */
async function wholePlan(page: Page): Promise<string> {
  await page.goto('/shop')
  await page.locator('[name=town]').fill('93400')
  await page.locator('[name=sector][value=food]').check({ force: true })
  await page.locator('[name=size][value=alone]').check({ force: true })
  await press(page)
  await page.waitForURL('**/shop/*/1')
  for (let at = 1; at <= 7; at += 1) {
    await page.waitForURL(`**/shop/*/${at}`)
    expect(await overflow(page)).toBe(0)
    await answer(page, at === 4 ? 'no' : 'yes', { 'opening-hours': 'no' })
  }
  await page.waitForURL(/\/shop\/[^/]{22}$/)
  return new URL(page.url()).pathname
}

test('a grocer says where she stands on a small telephone, stops in the middle, and leaves with a plan she can print', async () => {
  const { page } = await somebody(browser, small)
  await page.goto('/shop')
  await press(page)
  expect(await titleOf(page)).toMatch(/^Erreur/)
  await page.locator('[name=town]').fill('Saint-Ouen-sur-Seine')
  await page.locator('[name=sector][value=food]').check({ force: true })
  await page.locator('[name=size][value=alone]').check({ force: true })
  await press(page)
  await page.waitForURL('**/shop/*/1')
  const link = new URL(page.url()).pathname.replace(/\/1$/, '')
  await press(page)
  expect(await page.locator('main .bad').count()).toBeGreaterThan(0)
  await answer(page, 'partly')
  await page.waitForURL(`**${link}/2`)

  // The telephone rings; later, on another one, the address goes on where she was.
  const later = await somebody(browser, small)
  await later.page.goto(link)
  expect(new URL(later.page.url()).pathname).toBe(`${link}/2`)
  for (let at = 2; at <= 7; at += 1) await answer(later.page, at === 4 ? 'no' : 'yes')
  await later.page.waitForURL(`**${link}`)
  const first = later.page.locator('main li.ticket').first()
  expect(await first.innerText()).toContain('À confirmer sur le site officiel')
  expect(await first.innerText()).toContain('Parce que vous avez répondu')
  expect(await overflow(later.page)).toBe(0)

  const before = await later.page.locator('main li.ticket').count()
  await first.getByRole('button', { name: /C’est fait/ }).click()
  // The page is long: it comes back at the action that was ticked.
  await later.page.waitForURL(`**${link}#receive-invoices`)
  await parsed(later.page)
  expect(plain(await later.page.locator('main').innerText())).toContain(`Fait : 1 sur ${before}`)
  await first.getByRole('button', { name: /Finalement non/ }).click()
  await first.getByRole('button', { name: /C’est fait/ }).waitFor()
  expect(plain(await later.page.locator('main').innerText())).toContain(`Fait : 0 sur ${before}`)

  await later.page.emulateMedia({ media: 'print' })
  expect(await later.page.locator('main li.ticket form').first().isVisible()).toBe(false)
  // On paper: a box to tick on each line, and a code that opens the plan again.
  expect(await first.innerText()).toContain('☐')
  expect(await later.page.locator('main svg[role=img]').isVisible()).toBe(true)
  await later.page.emulateMedia({ media: 'screen' })
  await later.page.getByText('Tout effacer', { exact: true }).click()
  await later.page.getByRole('button', { name: /Oui, tout effacer/ }).click()
  await later.page.waitForURL('**/shop/erased')
  expect((await fetch(`${origin}${link}`)).status).toBe(404)
})

test('in Arabic the plan reads from the right, and a number gets its link by message', async () => {
  const { page } = await somebody(browser, { ...small, lang: 'ar' })
  const link = await wholePlan(page)
  expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
  expect(await page.locator('main li.ticket').count()).toBe(4)
  await page.locator('[name=contact]').fill('06 39 98 55 61')
  await press(page)
  await page.waitForURL(`**${link}?said=kept`)
  const team = await member(browser, 'coordinator')
  let found = 0
  for (let again = 0; found === 0 && again < 40; again += 1) {
    await team.page.goto('/desk/messages')
    found = await team.page.locator(`main a[href$="${link}"]`).count()
  }
  expect(found).toBe(1)
})

test('the network manager moves a date of the law, sees which plans change before and after, and goes back', async () => {
  const shop = await somebody(browser, small)
  await wholePlan(shop.page)
  const { page } = await member(browser, 'network-manager', { ...small, javaScriptEnabled: true })
  await page.goto('/ventures/shops/rules/issue-invoices')
  const before = await page.locator('[name=deadline]').inputValue()
  expect(before).toBe('2027-09-01')
  await page.locator('[name=deadline]').fill('2027-10-15')
  await page.locator('button[name=gesture][value=preview]').click()
  await page.locator('#plans').waitFor()
  expect(await page.locator('main').innerText()).toMatch(/(Un plan change|\d+ plans changent), sur \d+/)
  const plans = page.locator('#plans table').last().locator('tbody tr')
  const listed = await plans.count()
  expect(listed).toBeGreaterThan(0)
  expect(plain(await plans.first().innerText())).toContain(
    'change de date limite : vendredi 15 octobre 2027, au lieu du mercredi 1er septembre 2027',
  )
  expect(await page.locator('#plans').innerText()).not.toContain('Saint-Ouen')
  expect([await findings(page), await overflow(page)]).toEqual([[], 0])
  await page.locator('button[name=gesture][value=save]').click()
  await page.waitForURL('**?said=saved')
  expect(await page.locator('[name=deadline]').inputValue()).toBe('2027-10-15')
  await shop.page.reload()
  expect(await shop.page.locator('main').innerText()).toContain('15 octobre 2027')
  // Afterwards, on the page of this change, the same plans.
  await page.locator('main a[href*="/changes/"]').first().click()
  await page.waitForURL('**/changes/*')
  await page.locator('#plans').waitFor()
  expect(await plans.count()).toBe(listed)
  expect([await findings(page), await overflow(page)]).toEqual([[], 0])

  // The coordinator reads those of her centre, with their town, and changes nothing.
  const team = await member(browser, 'coordinator', { ...small, javaScriptEnabled: true })
  await team.page.goto(new URL(page.url()).pathname)
  expect(await team.page.locator('#plans').innerText()).toContain('Saint-Ouen')
  expect(await team.page.locator('main form button[value=save]').count()).toBe(0)
  expect([await findings(team.page), await overflow(team.page)]).toEqual([[], 0])

  await page.goto('/ventures/shops/rules/issue-invoices')
  await page.locator('button[name=gesture][value=back]').click()
  await page.locator('#plans').waitFor()
  expect(await page.locator('[name=deadline]').inputValue()).toBe(before)
  await page.locator('button[name=gesture][value=save]').click()
  await page.waitForURL('**?said=saved')
  expect(await page.locator('[name=deadline]').inputValue()).toBe(before)
})
