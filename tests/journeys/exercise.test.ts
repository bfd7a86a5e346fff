import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { smallExercise } from '../../src/modules/exercises/package.fixture.ts'
import { member, openBrowser, somebody } from './browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

test('a coordinator brings an exercise, a resident does it in a box that sees nothing of ours, and it is counted', async () => {
  const coordinator = await member(browser, 'coordinator')
  await coordinator.page.goto('/exercises/packages')
  await coordinator.page.locator('#file').setInputFiles({
    name: 'exercice.h5p',
    mimeType: 'application/zip',
    buffer: Buffer.from(smallExercise()),
  })
  await coordinator.page.getByRole('button', { name: 'Apporter' }).click()
  await coordinator.page.getByRole('link', { name: 'Vrai ou faux' }).click()
  const path = new URL(coordinator.page.url()).pathname

  const { context, page } = await somebody(browser, {
    javaScriptEnabled: true,
    viewport: { width: 360, height: 740 },
  })
  await page.goto(path)
  const [, box] = page.frames()
  const sees = await box?.evaluate(async () => ({
    origin,
    cookies: (() => {
      try {
        return document.cookie
      } catch {
        return 'refused'
      }
    })(),
    desk: await fetch('/desk').then(
      () => 'read',
      () => 'refused',
    ),
  }))
  expect(sees).toEqual({ origin: 'null', cookies: 'refused', desk: 'refused' })
  await page.frameLocator('#box').getByRole('button', { name: 'Répondre' }).click()
  await page.getByText('C’est compté, sans votre nom.').waitFor()
  await context.close()

  await coordinator.page.goto('/exercises/packages')
  expect(await coordinator.page.locator('main').innerText()).toContain('1 fois terminé, en moyenne 10 sur 10')
  await coordinator.context.close()
})
