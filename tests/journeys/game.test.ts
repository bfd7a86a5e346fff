import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findings, member, openBrowser, overflow, somebody } from './browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const questions = ['voice-of-a-grandson', 'read-before-sending', 'cake-of-a-century']
const small = { width: 360, height: 740 }

/** A facilitator opens a game of three questions on her phone: its address and its code. */
async function open(page: Page): Promise<string> {
  await page.goto('/games/live')
  await page.getByRole('link', { name: 'Nouvelle partie' }).click()
  await page.locator('input[name=pack][value=artificial-intelligence]').check()
  await page.getByRole('button', { name: 'Voir les questions' }).click()
  for (const box of await page.locator('input[name=items]').all())
    await box.setChecked(questions.includes((await box.getAttribute('value')) ?? ''))
  await page.getByRole('button', { name: 'Ouvrir la partie' }).click()
  await page.waitForURL(/\/games\/live\/\d+$/)
  return (await page.locator('b.code').first().innerText()).trim()
}

interface Phone {
  name: string
  page: Page
  context: BrowserContext
}

async function joins(code: string, name: string, script: boolean): Promise<Phone> {
  const { context, page } = await somebody(browser, { javaScriptEnabled: script, viewport: small })
  await page.goto('/play')
  await page.locator('[name=code]').fill(code.toLowerCase())
  await page.getByRole('button', { name: 'Continuer' }).click()
  await page.locator('[name=name]').fill(name)
  await page.getByRole('button', { name: 'Je joue' }).click()
  await page.getByText('Vous êtes dans la partie').waitFor()
  return { name, page, context }
}

/** Nothing in anybody's way on a page as it stands in the game. */
async function isClear(...pages: Page[]): Promise<void> {
  for (const page of pages) {
    expect(await findings(page)).toEqual([])
    expect(await overflow(page)).toBe(0)
  }
}

/** Ticks choices of the question under way and answers; a phone without script first asks what is next. */
async function answers({ page }: Phone, values: string[], script = true): Promise<void> {
  // Her page reads itself again every five seconds while she waits: it may be doing so at this very moment.
  if (!script) await page.reload().catch(() => {})
  await page.locator('form.answer').waitFor({ timeout: 20_000 })
  for (const value of values) await page.locator(`form.answer [name=choice][value="${value}"]`).check()
  await page.getByRole('button', { name: 'Je réponds' }).click()
}
const kept = ({ page }: Phone) => page.getByText('Réponse gardée').first().waitFor()

test('a whole game: a screen, a facilitator’s phone, four phones, five raised hands, and figures that are right', async () => {
  const nadia = await member(browser, 'facilitator', { javaScriptEnabled: true, viewport: small })
  const drive = nadia.page
  const code = await open(drive)
  const press = (name: string) => drive.getByRole('button', { name, exact: true }).click()

  const wall = await somebody(browser, {
    javaScriptEnabled: true,
    viewport: { width: 1280, height: 720 },
  })
  await wall.page.goto(`/play/${code}/screen`)
  const onScreen = (text: string | RegExp) => wall.page.getByText(text).first().waitFor()
  await onScreen(code)

  const [steady, reloading, lost, plain] = [
    await joins(code, 'Amina', true),
    await joins(code, 'Boris', true),
    await joins(code, 'Chloé', true),
    await joins(code, 'Driss', false),
  ]
  await onScreen('4 personnes sont là')
  await isClear(wall.page, steady.page, drive)

  // Who gives the message away: sorted by all four, one of them without network, and by five hands.
  await press('Ouvrir la première question')
  await answers(steady, ['suspicious'])
  await kept(steady)
  await answers(reloading, ['suspicious'])
  await kept(reloading)
  const seat = await reloading.page.locator('.seatline').innerText()
  await reloading.page.reload()
  expect(await reloading.page.locator('.seatline').innerText()).toBe(seat)
  await kept(reloading)
  await lost.page.locator('form.answer').waitFor()
  await lost.context.setOffline(true)
  await answers(lost, ['safe'])
  await lost.page.getByText('Votre réponse part dès qu’il revient').waitFor()
  await answers(plain, ['suspicious'], false)
  await kept(plain)
  await drive.locator('[name="hands.safe"]').fill('1')
  await drive.locator('[name="hands.suspicious"]').fill('4')
  await press('Noter ce compte')
  await drive.getByText('5 mains').waitFor()
  await onScreen('8 réponses sur')
  await isClear(wall.page, steady.page, drive)
  await lost.context.setOffline(false)
  await kept(lost)
  await onScreen('9 réponses sur')
  await press('Fermer et voir la réponse')
  await onScreen('La salle a répondu')
  for (const phone of [steady, reloading, lost]) await phone.page.getByText('Votre réponse').first().waitFor()
  await isClear(wall.page, steady.page, drive)

  // One of several choices: changed once before the end.
  await press('Question suivante')
  const right = ['c']
  await answers(steady, ['a'])
  await kept(steady)
  await answers(steady, right)
  await answers(reloading, right)
  await kept(reloading)
  await answers(lost, right)
  await kept(lost)
  await answers(plain, ['a'], false)
  await kept(plain)
  await onScreen('4 réponses sur')
  await press('Fermer et voir la réponse')
  await onScreen('La salle a répondu')

  // Clues, touched one by one.
  await press('Question suivante')
  await steady.page.locator('form.answer [name=choice]').first().waitFor()
  for (const phone of [steady, reloading]) {
    await phone.page.locator('form.answer [name=choice]').first().check()
    await phone.page.getByRole('button', { name: 'Je réponds' }).click()
    await kept(phone)
  }
  await press('Fermer et voir la réponse')
  await press('Terminer la partie')
  await onScreen('Merci à tout le monde')
  await steady.page.getByText('Rien n’est gardé à votre nom').waitFor()

  await drive.getByRole('link', { name: 'Voir les chiffres' }).click()
  const rows = (await drive.locator('table.data tbody tr').allInnerTexts()).map((row) =>
    row.split('\t').slice(1),
  )
  expect(rows.slice(0, 2)).toEqual([
    ['9', '7 sur 9'],
    ['4', '3 sur 4'],
  ])
  expect(rows[2]?.[0]).toBe('2')
  expect(await drive.locator('main').innerText()).not.toMatch(/Amina|Boris|Chloé|Driss/)
  for (const { context } of [nadia, wall, steady, reloading, lost, plain]) await context.close()
})
