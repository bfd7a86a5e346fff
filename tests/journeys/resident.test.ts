import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aSession, isFree, isFull, member, openBrowser, overflow, somebody, titleOf } from './browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const heading = (page: Page) => page.locator('h1').innerText()
/** A person is shown what is behind her link, at an address that only she has. */
const confirmed = (page: Page) => page.waitForURL(/\/registrations\/[\w-]+/)

test('a resident finds a session near her home, keeps a chair, then gives it back, without any script', async () => {
  const { context, page } = await somebody(browser)
  await page.goto('/')
  await page.getByLabel('Où habitez-vous ?').fill('saint ouen')
  await page.getByRole('button', { name: 'Voir ce qu’il y a' }).click()
  expect(await heading(page)).toMatch(/Séances près de Saint-Ouen/)
  const { id, title } = await aSession(isFree)
  await page.locator(`.ticket a[href="/sessions/${id}"]`).click()
  expect(await heading(page)).toBe(title)
  await page.getByLabel('Votre prénom').fill('Amina')
  await page.getByLabel('Votre téléphone').fill('06.39.98.12.34')
  await page.getByRole('radio', { name: '2', exact: true }).check({ force: true })
  await page.getByRole('button', { name: 'Garder ma chaise' }).click()
  await confirmed(page)
  expect(await heading(page)).toBe('C’est noté, Amina.')
  expect(await page.locator('main').innerText()).toContain('Amina et une autre personne')
  await page.getByRole('button', { name: 'Annuler mon inscription' }).click()
  expect(await heading(page)).toContain('annulée')
  await context.close()
})

test('what was typed wrong is said beside it, what was typed well is kept, and the second try succeeds', async () => {
  const { context, page } = await somebody(browser)
  const { id } = await aSession(isFree)
  await page.goto(`/sessions/${id}`)
  await page.getByLabel('Votre prénom').fill('Basile')
  await page.getByLabel('Votre téléphone').fill('06 39 98')
  await page.getByRole('button', { name: 'Garder ma chaise' }).click()
  expect(await titleOf(page)).toMatch(/^Erreur/)
  expect(await page.getByLabel('Votre prénom').inputValue()).toBe('Basile')
  expect(await page.getByLabel('Votre téléphone').getAttribute('aria-invalid')).toBe('true')
  await page.getByLabel('Votre téléphone').fill('06 39 98 45 67')
  await page.getByRole('button', { name: 'Garder ma chaise' }).click()
  await confirmed(page)
  expect(await heading(page)).toContain('Basile')
  await context.close()
})

test('when a session is full, one button joins the waiting list and the rank is said', async () => {
  const { context, page } = await somebody(browser)
  const { id } = await aSession(isFull)
  const ranks: number[] = []
  for (const name of ['Premier', 'Seconde']) {
    await page.goto(`/sessions/${id}`)
    await page.getByLabel('Votre prénom').fill(name)
    await page.getByLabel('Votre téléphone').fill('06 39 98 77 66')
    await page.getByRole('button', { name: 'Rejoindre la liste d’attente' }).click()
    await confirmed(page)
    expect(await heading(page)).toContain(name)
    const said = await page.locator('main').innerText()
    ranks.push(Number(/au rang (\d+)/.exec(said)?.[1] ?? (said.includes('en tête') ? 1 : 0)))
  }
  expect(ranks[0]).toBeGreaterThan(0)
  expect(ranks[1]).toBe((ranks[0] as number) + 1)
  await page.getByRole('button', { name: 'Quitter la liste d’attente' }).click()
  expect(await heading(page)).toContain('annulée')
  await context.close()
})

test('with a keyboard alone, from the first page to the confirmation', async () => {
  const { context, page } = await somebody(browser)
  const { id } = await aSession(isFree)
  /** Presses Tab until the wanted element has the focus, as somebody without a mouse does. */
  const tabTo = async (selector: string) => {
    for (let i = 0; i < 120; i += 1) {
      await page.keyboard.press('Tab')
      if (await page.locator(`${selector}:focus`).count()) return
    }
    throw new Error(`${selector} is not reached with the Tab key.`)
  }
  await page.goto('/')
  await tabTo('a.skip')
  expect(await page.locator('a.skip').isVisible()).toBe(true)
  await tabTo('#near')
  await page.keyboard.type('93400')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/sessions?near=93400*')
  await tabTo(`a[href="/sessions/${id}"]`)
  await page.keyboard.press('Enter')
  await page.waitForURL(`**/sessions/${id}`)
  await tabTo('#name')
  await page.keyboard.type('Chloé')
  await tabTo('#phone')
  await page.keyboard.type('0639985678')
  await tabTo('#party')
  await page.keyboard.press('ArrowDown')
  await tabTo('form.join button')
  await page.keyboard.press('Enter')
  await confirmed(page)
  expect(await heading(page)).toContain('Chloé')
  expect(await page.locator('main').innerText()).toContain('et une autre personne')
  await context.close()
})

test('in Arabic the page is mirrored, the choice is remembered, and the numbers keep their direction', async () => {
  const { context, page } = await somebody(browser, { viewport: { width: 360, height: 740 } })
  await page.goto('/')
  await page.getByRole('link', { name: 'العربية' }).click()
  await page.goto('/sessions?near=93400')
  expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
  const brand = await page.locator('.brand').boundingBox()
  expect((brand?.x ?? 0) + (brand?.width ?? 0)).toBeGreaterThan(300)
  const tel = page.locator('header a[href^="tel:"] bdi')
  expect(await tel.getAttribute('dir')).toBe('ltr')
  const { id } = await aSession(isFree)
  await page.goto(`/sessions/${id}`)
  await page.locator('#name').fill('أمينة')
  await page.locator('#phone').fill('+33 6 39 98 22 11')
  await page.locator('form.join button').click()
  await confirmed(page)
  expect(await heading(page)).toContain('أمينة')
  expect(await overflow(page)).toBe(0)
  await context.close()
})

test('when nothing suits, somebody leaves her number, and the desk sees whom to call', async () => {
  const { context, page } = await somebody(browser, { viewport: { width: 360, height: 740 } })
  await page.goto('/sessions?near=93400&theme=entrepreneurship&audience=families&speaks=ar&when=today')
  expect(await page.locator('main').innerText()).toContain('Rien qui réponde à tout')
  await page.locator('#call #name').fill('Ginette')
  await page.locator('#call #phone').fill('06 39 98 33 22')
  await page.getByRole('button', { name: 'Demander qu’on m’appelle' }).click()
  await page.waitForURL('**/call-backs/thanks')
  expect(await heading(page)).toBe('C’est noté')
  await context.close()
  const desk = await member(browser, 'receptionist')
  const call = desk.page.locator('li', { hasText: 'Ginette' })
  expect(await call.innerText()).toMatch(/06\s?39\s?98\s?33\s?22|\+33639983322/)
  await call.getByRole('button', { name: 'C’est fait' }).click()
  await desk.page.waitForURL('**/desk#calls')
  expect(await desk.page.locator('li', { hasText: 'Ginette' }).count()).toBe(0)
  await desk.context.close()
})

test('the message that confirms is on the desk’s telephone, and its link opens the registration', async () => {
  const { id } = await aSession(isFree)
  const { context, page } = await somebody(browser)
  await page.goto(`/sessions/${id}`)
  await page.locator('#name').fill('Hortense')
  await page.locator('#phone').fill('06 39 98 44 55')
  await page.locator('form.join button').click()
  await confirmed(page)
  const token = new URL(page.url()).pathname.split('/').pop() as string
  const desk = await member(browser, 'coordinator')
  await expect
    .poll(
      async () => {
        await desk.page.goto('/desk/messages')
        return desk.page.content()
      },
      { timeout: 15_000 },
    )
    .toContain(token)
  await page.goto(`/r/${token}`)
  expect(await heading(page)).toContain('Hortense')
  await desk.context.close()
  await context.close()
})
