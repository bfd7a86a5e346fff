import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findings, member, openBrowser, origin, overflow, parsed, somebody } from './browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const small = { viewport: { width: 360, height: 740 } }
const submit = (page: Page) => page.locator('main form.join button').last().click()

/** Somebody begins near Saint-Ouen, and opens the link that came by message. */
async function begin(
  page: Page,
  { name, contact, stage = 'idea', idea = 'Des bijoux en papier.' }: Record<string, string>,
): Promise<string> {
  await page.goto('/founders')
  await page.locator('a[href="/founders?centre=saint-ouen"]').click()
  await page.locator('[name=idea]').fill(idea ?? '')
  await page.locator(`[name=stage][value=${stage}]`).check({ force: true })
  await page.locator('[name=sector]').selectOption('crafts')
  await page.locator('[name=name]').fill(name ?? '')
  await page.locator('[name=contact]').fill(contact ?? '')
  await submit(page)
  await page.waitForURL('**/founders/sent')
  const team = await member(browser, 'coordinator')
  for (let again = 0; again < 40; again += 1) {
    await team.page.goto('/desk/messages')
    const link = team.page
      .locator('main li', { hasText: name ?? '' })
      .locator('a[href*="/founders/me/"]')
      .first()
    if ((await link.count()) === 0) continue
    const path = new URL((await link.getAttribute('href')) ?? '', origin).pathname
    await team.context.close()
    await page.goto(path)
    return path
  }
  throw new Error(`${name} got no link.`)
}

/** The cohort of the demo that takes people in. */
async function openCohort(page: Page): Promise<{ id: string; title: string }> {
  await page.goto('/founders')
  const link = page.locator('a[href^="/founders/cohorts/"]').first()
  return {
    id: ((await link.getAttribute('href')) ?? '').split('/').at(-1) ?? '',
    title: await link.innerText(),
  }
}

const applyTo = async (page: Page, cohort: string, motivation: string) => {
  const form = page.locator('form[action$="/applications"]', {
    has: page.locator(`[name=cohort][value="${cohort}"]`),
  })
  await page.locator('details', { has: form }).locator('summary').click()
  await form.locator('[name=motivation]').fill(motivation)
  await form.locator('[name=free]').check({ force: true })
  await form.getByRole('button').click()
}

test('a founder begins in Arabic, applies, two of the jury judge alone, she says yes, sees a lawyer and notes her firm', async () => {
  const samira = await somebody(browser, { ...small, lang: 'ar' })
  const { id: cohort } = await openCohort(samira.page)
  const mine = await begin(samira.page, { name: 'سميرة', contact: '06 39 98 57 01', idea: 'حلويات للأعياد.' })
  expect(await samira.page.locator('html').getAttribute('dir')).toBe('rtl')
  expect(await overflow(samira.page)).toBe(0)
  await applyTo(samira.page, cohort, 'اتصل على 0612345678')
  expect(await samira.page.locator('main .bad').count()).toBeGreaterThan(0)
  const again = samira.page.locator('form[action$="/applications"]', {
    has: samira.page.locator(`[name=cohort][value="${cohort}"]`),
  })
  await again.locator('[name=motivation]').fill('حتى لا أبقى وحدي.')
  await again.getByRole('button').click()
  await samira.page.waitForURL(`**${mine}`)
  expect(await samira.page.locator('main').innerText()).toContain('وصل ترشّحك')

  const growing = await somebody(browser, small)
  await begin(growing.page, { name: 'Sandra', contact: '06 39 98 57 02', stage: 'growing' })
  expect(await growing.page.locator('section[aria-labelledby=groups]').innerText()).toContain(
    'un autre moment que le vôtre',
  )
  expect(await growing.page.locator('[name=motivation]').count()).toBe(0)

  for (const role of ['facilitator', 'coordinator'] as const) {
    const { page, context } = await member(browser, role)
    await page.goto(`/ventures/cohorts/${cohort}`)
    await page.getByRole('link', { name: 'سميرة' }).click()
    await parsed(page)
    expect(await page.getByText('Comment ce rang est calculé').count()).toBe(role === 'coordinator' ? 1 : 0)
    const marks = page.locator('form[action$="/scores"]')
    await marks.getByRole('button').click()
    await parsed(page)
    expect(await page.locator('main .bad').count()).toBeGreaterThan(0)
    for (const criterion of [1, 2, 3, 4])
      await page.locator(`[name=c${criterion}][value="4"]`).check({ force: true })
    await marks.getByRole('button').click()
    await page.waitForURL('**?said=saved')
    if (role === 'coordinator') {
      expect(await page.locator('main').innerText()).toContain('100 points sur 100')
      await page.getByRole('button', { name: 'Proposer une place' }).click()
      await page.waitForURL(`**/ventures/cohorts/${cohort}`)
    }
    await context.close()
  }

  await samira.page.goto(mine)
  await samira.page.locator('form[action$="/confirmations"] button').click()
  await samira.page.waitForURL(`**${mine}`)
  expect(await samira.page.locator('main').innerText()).toContain('أنت معنا')

  await samira.page.locator(`a[href="${mine}/clinics"]`).click()
  const clinics = samira.page.locator(`form[action="${mine}/clinics"]`)
  const free = samira.page.locator('details', { has: samira.page.locator('[name=slot]:not([value=wait])') })
  await free.first().locator('summary').click()
  const form = free.first().locator('form')
  await form.locator('[name=slot]:not([value=wait])').first().check({ force: true })
  await form.locator('[name=topic]').first().check({ force: true })
  expect(await clinics.count()).toBeGreaterThan(1)
  await form.getByRole('button').click()
  await samira.page.waitForURL(`**${mine}`)
  expect(await samira.page.locator('a[href*="/founders/clinics/bookings/"]').count()).toBe(1)

  const said = samira.page.locator('form[action$="/milestones"]')
  await samira.page.locator('details', { has: said }).locator('summary').click()
  await said.locator('[name=kind]').selectOption('registered')
  await said.locator('[name=town]').fill('93400')
  await said.getByRole('button').click()
  await samira.page.waitForURL(`**${mine}`)
  expect(await samira.page.locator('main').innerText()).toContain('Saint-Ouen-sur-Seine')
  expect(await overflow(samira.page)).toBe(0)

  // She gives her seat back: whoever waits is offered it, without a gesture of anybody.
  await samira.page.locator('form[action$="/withdrawals"] button').click()
  await samira.page.waitForURL(`**${mine}`)
  expect(await samira.page.locator('main').innerText()).toContain('سُحب ترشّحك')
  const team = await member(browser, 'coordinator')
  await team.page.goto(`/ventures/cohorts/${cohort}`)
  expect(await team.page.locator('main .wl li', { hasText: 'Teresa' }).innerText()).toContain(
    'place proposée',
  )
  await team.context.close()
  await Promise.all([samira.context.close(), growing.context.close()])
})

test('a resident sees a lawyer with a first name and a phone, gives the hour back, and whoever waited takes it', async () => {
  const { page } = await somebody(browser, small)
  await page.goto('/founders/clinics?town=saint-ouen')
  // The one where people wait already: all is taken.
  await page.locator('.ticket', { hasText: 'Complet' }).first().locator('a').click()
  const full = page.url()
  expect(await page.locator('main').innerText()).toContain('Tout est pris')
  const book = async (name: string, contact: string) => {
    await page.locator('[name=topic]').first().check({ force: true })
    await page.locator('[name=name]').fill(name)
    await page.locator('[name=contact]').fill(contact)
    await submit(page)
    await page.waitForURL('**/founders/clinics/sent')
  }
  await book('Éloïse', '06 39 98 57 11')
  const team = await member(browser, 'coordinator')
  const linkOf = async (words: RegExp) => {
    for (let again = 0; again < 40; again += 1) {
      await team.page.goto('/desk/messages')
      const link = team.page
        .locator('main li', { hasText: words })
        .locator('a[href*="/clinics/bookings/"]')
        .first()
      if ((await link.count()) > 0) return new URL((await link.getAttribute('href')) ?? '', origin).pathname
    }
    throw new Error('No message bears such a link.')
  }
  const waits = await linkOf(/tout est pris/)
  await page.goto(waits)
  expect(await page.locator('h1').innerText()).toBe('Vous attendez une heure libre')
  await page.getByRole('button', { name: 'Ne plus attendre' }).click()
  expect(await page.locator('h1').innerText()).toBe('Ce rendez-vous est annulé')

  await page.goto('/founders/clinics?town=saint-ouen')
  await page.locator('.ticket', { hasNotText: 'Complet' }).locator('a').last().click()
  expect(page.url()).not.toBe(full)
  await page.locator('[name=slot]:not([value=wait])').first().check({ force: true })
  await book('Éloïse', '06 39 98 57 11')
  await page.goto(await linkOf(/Changer ou annuler/))
  expect(await page.locator('h1').innerText()).toBe('Mon rendez-vous')
  expect(await overflow(page)).toBe(0)
  await page.locator('[name=slot]').last().check({ force: true })
  await page.getByRole('button', { name: 'Prendre cette heure' }).click()
  await page.getByRole('button', { name: 'Annuler mon rendez-vous' }).click()
  expect(await page.locator('h1').innerText()).toBe('Ce rendez-vous est annulé')

  await team.page.goto('/ventures/clinics')
  await team.page.locator('main .wl a').first().click()
  await team.page
    .getByRole('button', { name: /^Présent/ })
    .first()
    .click()
  await parsed(team.page)
  expect(await team.page.locator('main .good').count()).toBe(1)
  await team.page.getByRole('button', { name: 'Effacer la marque' }).click()
  await parsed(team.page)
  expect(await team.page.locator('main .good').count()).toBe(0)
})

test.each(['fr', 'ar'] as const)(
  'a founder’s own pages have nothing in anybody’s way, in %s',
  async (lang) => {
    const quiet = await somebody(browser, small)
    const mine = await begin(quiet.page, {
      name: `Lila${lang}`,
      contact: lang === 'fr' ? '06 39 98 57 21' : '06 39 98 57 22',
    })
    const { page } = await somebody(browser, { ...small, lang, javaScriptEnabled: true })
    const found: string[] = []
    for (const path of [mine, `${mine}/clinics`]) {
      await page.goto(path)
      const folded = page.locator('main details:not([open]) > summary')
      while ((await folded.count()) > 0) await folded.first().click()
      found.push(...(await findings(page)).map((one) => `${path}: ${one}`))
      if ((await overflow(page)) > 0) found.push(`${path}: too wide`)
    }
    expect(found).toEqual([])
  },
)
