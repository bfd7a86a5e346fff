import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findings, member, openBrowser, origin, overflow, somebody, titleOf } from './browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const small = { viewport: { width: 360, height: 740 } }
const tick = (page: Page, name: string, value: string) =>
  page.locator(`[name=${name}][value="${value}"]`).check({ force: true })

/** The latest link of a kind among the messages of the centre, that a demonstration shows. */
async function linkFrom(page: Page, kind: 'me' | 'for', words: RegExp): Promise<string> {
  for (let again = 0; again < 40; again += 1) {
    await page.goto('/desk/messages')
    for (;;) {
      const link = page.locator('main li', { hasText: words }).locator(`a[href*="/mentors/${kind}/"]`).first()
      if ((await link.count()) > 0) return new URL((await link.getAttribute('href')) ?? '', origin).pathname
      const older = page.locator('a[href*="?before="]')
      if ((await older.count()) === 0) break
      await page.goto((await older.getAttribute('href')) ?? '')
    }
  }
  throw new Error('No message bears such a link.')
}

test('a mentor volunteers, a founder logs a meeting and asks for another mentor, and the team matches her again', async () => {
  const volunteer = await somebody(browser, small)
  await volunteer.page.goto('/mentors')
  await volunteer.page.locator('a[href="/mentors?centre=saint-ouen"]').click()
  await volunteer.page.locator('[name=name]').fill('Gwenaëlle')
  await volunteer.page.locator('[name=contact]').fill('06 39 98 55 2')
  await volunteer.page.locator('main form.join button').click()
  expect(await titleOf(volunteer.page)).toMatch(/^Erreur/)
  expect(await volunteer.page.locator('[name=name]').inputValue()).toBe('Gwenaëlle')
  expect(await overflow(volunteer.page)).toBe(0)
  await volunteer.page.locator('[name=contact]').fill('06 39 98 55 21')
  for (const need of ['customers', 'money', 'law', 'web', 'photos', 'confidence', 'organisation', 'premises'])
    await tick(volunteer.page, 'helps', need)
  for (const code of ['fr', 'ar', 'en']) await tick(volunteer.page, 'languages', code)
  for (const day of [1, 2, 3, 4, 5, 6])
    for (const half of ['morning', 'afternoon', 'evening'])
      await tick(volunteer.page, 'weekly', `${day}-${half}`)
  await tick(volunteer.page, 'capacity', '5')
  await tick(volunteer.page, 'saysWoman', 'yes')
  await volunteer.page.locator('main form.join button').click()
  await volunteer.page.waitForURL('**/mentors/sent')

  const team = await member(browser, 'coordinator')
  for (let again = 0; again < 40; again += 1) {
    await volunteer.page.goto(await linkFrom(team.page, 'me', /merci de proposer/))
    if ((await volunteer.page.locator('h1').innerText()).includes('Gwenaëlle')) break
  }
  expect(await volunteer.page.locator('h1').innerText()).toBe('Bonjour Gwenaëlle')
  expect(await volunteer.page.locator('main').innerText()).toContain('L’équipe lit votre page')
  await team.page.goto('/ventures/mentoring')
  await team.page.locator('li', { hasText: 'Gwenaëlle' }).getByRole('button', { name: 'Accueillir' }).click()
  await team.page.waitForURL('**/ventures/mentoring')
  await volunteer.page.reload()
  expect(await volunteer.page.locator('main').innerText()).toContain('Personne pour l’instant')

  const hers = await linkFrom(team.page, 'for', /peut vous guider/)
  const founder = await somebody(browser, small)
  await founder.page.goto(hers)
  const before = await founder.page.locator('main h2').first().innerText()
  expect(before).toMatch(/vous guide$/)
  await founder.page.getByText('Noter un rendez-vous passé').click()
  const note = founder.page.locator('form[action$="/notes"]')
  await note.locator('[name=minutes]').fill('50')
  await note.getByRole('button').click()
  expect(await founder.page.locator('[role=alert]').innerText()).toContain('Quelque chose manque')
  expect(await note.locator('[name=minutes]').inputValue()).toBe('50')
  await note.locator('[name=day]').fill('2026-11-20')
  await note.locator('[name=next]').selectOption('try-it')
  await note.locator('[name=words]').fill('Essayer le prix à 4 euros')
  await note.getByRole('button').click()
  await founder.page.waitForURL(`**${hers}`)
  expect(await founder.page.locator('main').innerText()).toContain('a eu lieu, 50 minutes')
  expect(await overflow(founder.page)).toBe(0)

  await founder.page.getByText('Ça ne va pas, ou c’est fini').click()
  await founder.page.getByRole('button', { name: 'J’aimerais changer de mentor' }).click()
  await founder.page.waitForURL(`**${hers}`)
  expect(await founder.page.locator('main').innerText()).toContain('C’est demandé')

  await team.page.goto('/ventures/mentoring')
  expect(await team.page.locator('main').innerText()).not.toContain('Essayer le prix')
  await team.page.getByRole('button', { name: 'Proposer des binômes' }).click()
  await team.page.waitForURL('**/ventures/mentoring/rounds/*')
  const round = team.page.url()
  await team.page.getByText('Pourquoi').first().click()
  expect(await team.page.locator('main').innerText()).toMatch(/Besoins\s+\d+ sur 40/)
  await team.page.locator('a[href*="/pairs/"]').first().click()
  expect(await team.page.locator('h1').innerText()).toMatch(/^Un mentor pour /)
  await team.page.goto(round)
  await team.page.getByRole('button', { name: 'Accepter tous ceux à décider' }).click()
  await team.page.getByRole('button', { name: 'Former les binômes acceptés' }).click()
  expect(await team.page.locator('main').innerText()).toContain('Personne n’est encore prévenu')
  await founder.page.goto(hers)
  expect(await founder.page.locator('main').innerText()).toContain('C’est demandé')
  await team.page.getByRole('button', { name: 'Revenir en arrière' }).click()
  await team.page.waitForURL(round)
  expect(await team.page.locator('main').innerText()).toContain('à décider')
  await Promise.all([volunteer.context.close(), team.context.close(), founder.context.close()])
})

test.each(['fr', 'ar'] as const)(
  'mentors and founders find nothing in their way on a small telephone, in %s',
  async (lang) => {
    const team = await member(browser, 'coordinator')
    const hers = await linkFrom(team.page, 'for', /./)
    const mine = await linkFrom(team.page, 'me', /./)
    const { context, page } = await somebody(browser, { ...small, lang, javaScriptEnabled: true })
    const found: string[] = []
    for (const path of ['/mentors', '/mentors?centre=saint-ouen', '/mentors/sent', hers, mine]) {
      await page.goto(path)
      const folded = page.locator('main details:not([open]) > summary')
      while ((await folded.count()) > 0) await folded.first().click()
      const wide = await overflow(page)
      found.push(
        ...(await findings(page)).map((one) => `${path}: ${one}`),
        ...(wide > 0 ? [`${path}: ${wide} px`] : []),
      )
    }
    const staff = await member(browser, 'coordinator', { lang, javaScriptEnabled: true })
    await staff.page.goto('/ventures/mentoring')
    const round = await staff.page
      .locator('a[href*="/ventures/mentoring/rounds/"]')
      .first()
      .getAttribute('href')
    for (const path of ['/ventures/mentoring', round ?? '']) {
      await staff.page.goto(path)
      found.push(...(await findings(staff.page)).map((one) => `${path}: ${one}`))
      const wide = await overflow(staff.page)
      if (wide > 0) found.push(`${path}: ${wide} px`)
    }
    expect(found).toEqual([])
    await Promise.all([context.close(), team.context.close(), staff.context.close()])
  },
)
