import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findings, member, openBrowser, origin, overflow, parsed, somebody, titleOf } from './browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const small = { viewport: { width: 360, height: 740 } }
const tick = (page: Page, name: string, value: string) =>
  page.locator(`[name=${name}][value=${value}]`).check({ force: true })

/** Writes an ask at Saint-Ouen as somebody would on a small telephone. */
async function ask(page: Page, sentence: string, contact: string): Promise<void> {
  await page.goto('/board')
  await page.locator('a[href^="/board/new?side=ask"]').click()
  await page.locator('a[href*="centre=saint-ouen"]').click()
  await tick(page, 'side', 'ask')
  await page.locator('[name=subject]').selectOption('photos')
  await page.locator('[name=sentence]').fill(sentence)
  await tick(page, 'halfDays', 'week-morning')
  await page.locator('[name=name]').fill('Solange')
  await page.locator('[name=contact]').fill(contact)
  await page.locator('main form.join button').click()
}

/** The latest link to somebody’s own page among the messages of the centre, that a demonstration shows. */
async function linkFrom(page: Page, words: RegExp): Promise<string> {
  for (let again = 0; again < 40; again += 1) {
    await page.goto('/desk/messages')
    const link = page.locator('main li', { hasText: words }).locator('a[href*="/board/me/"]').first()
    if ((await link.count()) > 0) return new URL((await link.getAttribute('href')) ?? '', origin).pathname
  }
  throw new Error('No message bears such a link.')
}

test('a shop asks for photos, a member says yes, a neighbour answers, and both are put in touch by first name', async () => {
  const sentence = 'Ma vitrine cherche de belles photos de ses rayons.'
  const shop = await somebody(browser, small)
  await ask(shop.page, 'Ma vitrine : appelez le 06 39 98 55 01', '06 39 98 55 01')
  expect(await titleOf(shop.page)).toMatch(/^Erreur/)
  expect(await shop.page.locator('[name=sentence]').getAttribute('aria-invalid')).toBe('true')
  expect(await shop.page.locator('[name=name]').inputValue()).toBe('Solange')
  expect(await overflow(shop.page)).toBe(0)
  await shop.page.locator('[name=sentence]').fill(sentence)
  await shop.page.locator('main form.join button').click()
  await shop.page.waitForURL('**/board/sent')
  await shop.page.goto('/board')
  expect(await shop.page.locator('main').innerText()).not.toContain(sentence)

  const team = await member(browser, 'coordinator')
  await team.page.goto('/board/moderation')
  const card = team.page.locator('article', { hasText: sentence })
  expect(await card.innerText()).toContain('+33639985501')
  await card.getByRole('button', { name: 'Afficher', exact: true }).click()
  await team.page.waitForURL('**/board/moderation?said=published')

  const neighbour = await somebody(browser, { ...small, lang: 'ar' })
  await neighbour.page.goto('/board?centre=saint-ouen&side=ask')
  expect(await neighbour.page.locator('html').getAttribute('dir')).toBe('rtl')
  await neighbour.page.getByText(sentence).click()
  await parsed(neighbour.page)
  expect(await neighbour.page.content()).not.toMatch(/Solange|639985501/)
  await neighbour.page.locator('[name=name]').fill('نادر')
  await neighbour.page.locator('[name=contact]').fill('06 39 98 55 02')
  const moment = neighbour.page.locator('[name=moment] option').first()
  await neighbour.page.locator('[name=moment]').selectOption((await moment.getAttribute('value')) ?? 'call')
  await neighbour.page.locator('main form.join button').first().click()
  await neighbour.page.waitForURL('**/board/answered')
  expect(await overflow(neighbour.page)).toBe(0)

  await team.page.goto('/board/matches')
  const answer = team.page.locator('article', { hasText: 'نادر' })
  await answer.getByRole('button', { name: 'Mettre en relation' }).click()
  await team.page.waitForURL('**/board/matches?said=introduced')

  const link = await linkFrom(team.page, /نادر/)
  await shop.page.goto(link)
  const mine = await shop.page.locator('main').innerText()
  expect(mine).toContain('Avec نادر')
  expect(mine).not.toContain('639985502')
  await shop.page.getByRole('button', { name: 'C’est fait, merci' }).click()
  await shop.page.waitForURL(`**${link}?said=done`)
  expect(await shop.page.locator('main').innerText()).toContain('C’est fait')

  await shop.page.getByRole('button', { name: 'Effacer' }).click()
  expect(await shop.page.locator('[role=alert]').innerText()).toContain('Cochez la case')
  await tick(shop.page, 'sure', 'yes')
  await shop.page.getByRole('button', { name: 'Effacer' }).click()
  await shop.page.waitForURL('**/board/erased')
  expect((await shop.page.goto(link))?.status()).toBe(404)
  await Promise.all([shop.context.close(), team.context.close(), neighbour.context.close()])
})

test.each(['fr', 'ar'] as const)(
  'the board has nothing in anybody’s way on a small telephone, in %s',
  async (lang) => {
    const { context, page } = await somebody(browser, { ...small, lang, javaScriptEnabled: true })
    const found: string[] = []
    for (const path of [
      '/board',
      '/board/know-how',
      '/board/new',
      '/board/new?centre=saint-ouen',
      '/board/1',
      '/board/wall?centre=saint-ouen',
      '/board/me/rien',
    ]) {
      await page.goto(path)
      const wide = await overflow(page)
      found.push(
        ...(await findings(page)).map((one) => `${path}: ${one}`),
        ...(wide > 0 ? [`${path}: ${wide} px`] : []),
      )
    }
    await page.goto('/board/new?centre=saint-ouen')
    await page.locator('main form.join button').click()
    await page.locator('[aria-invalid]').first().waitFor()
    found.push(...(await findings(page)))
    expect(found).toEqual([])
    await context.close()
  },
)

test('on paper, the board keeps its sentences and leaves out menus and buttons', async () => {
  const { context, page } = await somebody(browser)
  await page.goto('/board/wall?centre=saint-ouen')
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('.ticket').first().isVisible()).toBe(true)
  expect(await page.getByRole('img').first().isVisible()).toBe(true)
  for (const left of await page.locator('nav, .btn, .foot, .noprint').all())
    expect(await left.isVisible()).toBe(false)
  await context.close()
})
