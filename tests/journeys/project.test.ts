import { randomUUID } from 'node:crypto'
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findings, member, openBrowser, origin, overflow, parsed, somebody, titleOf } from './browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const small = { viewport: { width: 360, height: 740 } }

/** A photo as a telephone takes it, of one colour, with the place it was taken at inside. */
const photo = async (colour: string) => ({
  name: 'IMG_2026.jpg',
  mimeType: 'image/jpeg',
  buffer: await sharp({ create: { width: 1200, height: 900, channels: 3, background: colour } })
    .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '48/1 54/1 42/1' } })
    .jpeg()
    .toBuffer(),
})
const main = (page: Page) => page.locator('main').innerText()
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click()

/** One step, with its picture and what it shows. */
async function addStep(page: Page, words: string, colour: string, alt: string): Promise<void> {
  await page.locator('a[href$="/steps/new"]').click()
  await page.locator('[name=words]').fill(words)
  await page.locator('[name=picture]').setInputFiles(await photo(colour))
  await page.locator('[name=alt]').fill(alt)
  await press(page, 'Enregistrer')
  await page.waitForURL('**?said=saved')
}

test('Yasmine shows a lamp in three steps, a member asks for a change then says yes, and a neighbour makes the same', async () => {
  const title = `Lampe ${randomUUID().slice(0, 8).replace(/\d/g, 'x')}`
  const { context, page } = await somebody(browser, small)
  await page.goto('/projects')
  await page.locator('a[href^="/projects/new"]').first().click()
  await page.locator('a[href*="centre=saint-ouen"]').click()
  await page.locator('[name=title]').fill(title)
  await page.locator('[name=sentence]').fill('Une lampe, appelez le 06 39 98 44 01 pour la voir.')
  await page.locator('[name=machines][value=laser]').check({ force: true })
  await page.locator('[name=licence]').selectOption('cc-by')
  await page.locator('[name=madeBy]').fill('Yas')
  await page.locator('[name=name]').fill('Yasmine')
  await page.locator('#contact').fill('06 39 98 44 01')
  await press(page, 'Continuer')
  expect(await titleOf(page)).toMatch(/^Erreur/)
  expect(await page.locator('[name=title]').inputValue()).toBe(title)
  expect(await page.locator('[name=machines][value=laser]').isChecked()).toBe(true)
  await page.locator('[name=sentence]').fill('Une petite lampe de chevet, découpée au laser.')
  await press(page, 'Continuer')
  await page.waitForURL(/\/projects\/me\/[\w-]{22}\/\d+$/)
  const bench = new URL(page.url()).pathname

  await addStep(page, 'Collez le pied sur le socle.', '#dba766', 'Un pied en bois collé')
  await addStep(page, 'Découpez le socle, 120 × 80 mm.', '#c9501c', 'Un socle découpé')
  await addStep(page, 'Posez l’abat-jour.', '#f5b324', 'La lampe allumée')
  await press(page, /Descendre.*Étape 1/)
  await page.waitForURL('**?said=saved')
  const said = await main(page)
  expect(said.indexOf('Découpez le socle')).toBeLessThan(said.indexOf('Collez le pied'))
  expect(await overflow(page)).toBe(0)
  await press(page, 'Envoyer à l’équipe')
  expect(await page.locator('[role=alert]').innerText()).toContain('cochez la case')
  await page.locator('[name=nobody]').check({ force: true })
  await press(page, 'Envoyer à l’équipe')
  await page.waitForURL('**?said=sent')

  const team = await member(browser, 'coordinator')
  await team.page.goto('/projects/moderation')
  await team.page.getByRole('link', { name: title }).click()
  expect(await main(team.page)).toContain('+33639984401')
  const pictures = team.page.locator('main img')
  // The finished thing first, then its three steps.
  expect(await pictures.count()).toBe(4)
  for (const shown of await pictures.all()) {
    await shown.scrollIntoViewIfNeeded()
    expect((await team.page.request.get((await shown.getAttribute('src')) ?? '')).status()).toBe(200)
  }
  await team.page.locator('[name=sentence]').selectOption('safety')
  await press(team.page, 'Demander')
  await team.page.waitForURL('**?said=changes')

  await page.goto(bench)
  expect(await main(page)).toContain('ne pas se blesser')
  await page.getByRole('link', { name: /Changer.*Étape 1/ }).click()
  await page.locator('[name=words]').fill('Mettez des lunettes. Découpez le socle, 120 × 80 mm.')
  await press(page, 'Enregistrer')
  await page.waitForURL('**?said=saved')
  await page.locator('[name=nobody]').check({ force: true })
  await press(page, 'Envoyer à l’équipe')
  await page.waitForURL('**?said=sent')
  await team.page.goto('/projects/moderation')
  await team.page.getByRole('link', { name: title }).click()
  await press(team.page, 'Montrer à tout le monde')
  await team.page.waitForURL('**?said=published')

  const neighbour = await somebody(browser, { ...small, lang: 'ar' })
  await neighbour.page.goto('/projects?machine=laser&centre=saint-ouen')
  await neighbour.page.getByRole('link', { name: title }).click()
  await parsed(neighbour.page)
  const read = await neighbour.page.content()
  expect(read).toContain('Mettez des lunettes')
  expect(read).toContain('من صنع Yas')
  expect(read).not.toMatch(/Yasmine|39984401/)
  const src = (await neighbour.page.locator('main img').first().getAttribute('src')) ?? ''
  const kept = await neighbour.page.request.get(src)
  expect((await sharp(await kept.body()).metadata()).exif).toBeUndefined()
  await neighbour.page.locator('[name=picture]').setInputFiles(await photo('#a3325f'))
  await neighbour.page.locator('form[action$="/makes"] button').click()
  expect(await neighbour.page.locator('[name=alt]').getAttribute('aria-invalid')).toBe('true')
  await neighbour.page.locator('[name=picture]').setInputFiles(await photo('#a3325f'))
  await neighbour.page.locator('[name=alt]').fill('مصباح وردي مضاء')
  await neighbour.page.locator('form[action$="/makes"] button').click()
  await neighbour.page.waitForURL('**?said=made-picture')
  expect(await overflow(neighbour.page)).toBe(0)

  await team.page.goto('/projects/moderation')
  const make = team.page.locator('article', { hasText: 'مصباح وردي مضاء' })
  await make.getByRole('button', { name: /^Montrer/ }).click()
  await team.page.waitForURL('**?said=made')
  await neighbour.page.goto(new URL(neighbour.page.url()).pathname)
  expect(await main(neighbour.page)).toContain('أعاد صنعه شخص واحد')

  await page.goto(bench)
  await page.locator('[name=sure]').check({ force: true })
  await press(page, 'Effacer la réalisation')
  await page.waitForURL('**?said=removed')
  expect((await neighbour.page.goto(new URL(neighbour.page.url()).pathname))?.status()).toBe(404)
  expect((await neighbour.page.request.get(src)).status()).toBe(404)
  await Promise.all([context.close(), team.context.close(), neighbour.context.close()])
})

test('a body of twelve megabytes is answered clearly, and nothing is kept of it', async () => {
  const form = new FormData()
  form.set('once', randomUUID())
  form.set('alt', 'Une lampe')
  form.set('picture', new File([new Uint8Array(12_000_000)], 'photo.jpg', { type: 'image/jpeg' }))
  const answer = await fetch(`${origin}/projects/1/makes`, {
    method: 'POST',
    body: form,
    headers: { origin },
  })
  expect(answer.status).toBe(413)
  expect(await answer.text()).toContain('</html>')
})

test.each(['fr', 'ar'] as const)(
  'the pages of somebody who makes have nothing in anybody’s way on a small telephone, in %s',
  async (lang) => {
    const { context, page } = await somebody(browser, { ...small, lang, javaScriptEnabled: true })
    await page.goto('/projects/new?centre=saint-ouen')
    await page.locator('main form.join button').first().click()
    await page.locator('[aria-invalid]').first().waitFor()
    const found: string[] = []
    const look = async (name: string) => {
      const wide = await overflow(page)
      found.push(
        ...(await findings(page)).map((one) => `${name}: ${one}`),
        ...(wide > 0 ? [`${name}: ${wide} px`] : []),
      )
    }
    await look('a form to mend')
    await page.locator('[name=title]').fill('Une étagère')
    await page.locator('[name=sentence]').fill('Une petite étagère pour les livres.')
    await page.locator('[name=name]').fill('Nour')
    await page.locator('main form.join button').first().click()
    await page.waitForURL(/\/projects\/me\//)
    const bench = new URL(page.url()).pathname
    await look('a bench without anything')
    for (const part of ['facts', 'steps/new', 'pictures/new', 'files/new']) {
      await page.goto(`${bench}/${part}`)
      await look(part)
    }
    await page.goto(`${bench}/pictures/new`)
    await page.locator('main form button').click()
    await page.locator('[aria-invalid]').first().waitFor()
    await look('a picture to mend')
    await page.locator('[name=picture]').setInputFiles(await photo('#1f6f8f'))
    await page.locator('[name=alt]').fill('Une étagère')
    await page.locator('main form button').click()
    await page.waitForURL('**?said=saved')
    await page.goto(`${bench}/files/new`)
    const drawing = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9"/></svg>')
    await page
      .locator('[name=file]')
      .setInputFiles({ name: 'plan.svg', mimeType: 'image/svg+xml', buffer: drawing })
    await page.locator('main form button').click()
    await page.waitForURL('**?said=saved')
    await look('a bench with a picture and a file')
    await page.goto(bench.replace(/\/\d+$/, ''))
    await look('somebody’s projects')
    expect(found).toEqual([])
    await page.locator('[name=sure]').check({ force: true })
    await page.locator('form[action$="/erasures"] button').click()
    await page.waitForURL('**/projects/erased')
    await context.close()
  },
)
