import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findings, joinQuietly, member, openBrowser, origin } from './browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** Counts every click; typing and choosing in a list are counted too, as one each. */
function counting() {
  const made: string[] = []
  return {
    made,
    async press(what: Locator) {
      made.push(await what.innerText().catch(() => ''))
      await what.click()
    },
    async choose(what: Locator, option: { label?: string; index?: number }) {
      made.push(`choose ${option.label ?? option.index}`)
      await what.selectOption(option as { label: string })
    },
  }
}
type Hand = ReturnType<typeof counting>

interface Series {
  activity: string
  where: string
  day: string
  hour: string
  host: string
}

/** Describes a weekly series of eight weeks and looks at its dates. */
async function describeSeries(page: Page, hand: Hand, series: Series): Promise<void> {
  await hand.press(page.getByRole('link', { name: 'Nouvelle séance' }))
  await hand.choose(page.locator('#activity'), { label: series.activity })
  await hand.choose(page.locator('#where'), { label: series.where })
  await page.fill('#day', series.day)
  await page.fill('#hour', series.hour)
  await hand.press(page.getByText('Chaque semaine'))
  await hand.press(page.locator('fieldset', { hasText: 'Qui anime' }).getByText(series.host))
  await hand.press(page.getByRole('button', { name: 'Voir les dates' }))
  await page.locator('.dates li').first().waitFor()
}

/** Keeps them, and goes on only once they are kept: a page that is left too soon takes its form with it. */
async function keepDrafts(page: Page, hand: Hand): Promise<void> {
  await hand.press(page.getByRole('button', { name: 'Garder' }))
  await page.waitForURL(({ pathname }) => pathname === '/plan')
}

/** A Monday of Saint-Ouen so many weeks from now, far after what the demo plans. */
const monday = (weeks: number): Temporal.PlainDate => {
  const today = Temporal.Now.plainDateISO('Europe/Paris')
  return today.subtract({ days: today.dayOfWeek - 1 }).add({ weeks })
}

test.each([
  ['with scripts off', false, 10],
  ['with scripts on', true, 20],
])(
  'a coordinator plans eight weeks over two places in fewer than forty clicks, %s',
  async (_, scripts, weeks) => {
    const { context, page } = await member(browser, 'coordinator', { javaScriptEnabled: scripts })
    const hand = counting()
    const first = monday(weeks)
    await hand.press(page.getByRole('link', { name: 'Programme' }))

    const room = 'Le Maillage Saint-Ouen · Salle d’atelier (16)'
    const scams = {
      activity: 'Vrai ou faux message ?',
      where: room,
      day: first.toString(),
      hour: '10:00',
      host: 'Inès',
    }
    await describeSeries(page, hand, scams)
    expect(await page.locator('.dates li').count()).toBe(8)
    await keepDrafts(page, hand)

    // Half an hour later in the same room: each date says who is there, and proposes another room first.
    await describeSeries(page, hand, {
      ...scams,
      activity: 'Mon premier téléphone tactile',
      hour: '10:30',
      host: 'Thomas',
    })
    const clashing = page.locator('.dates li.clash')
    const clashes = await clashing.count()
    expect(clashes).toBeGreaterThan(4)
    expect(await clashing.first().innerText()).toMatch(/est prise par «\s.?Vrai ou faux message/)
    if (scripts) expect(await findings(page)).toEqual([])
    await hand.choose(clashing.first().locator('select'), { index: 0 })
    await keepDrafts(page, hand)

    await describeSeries(page, hand, {
      activity: 'Une question ? On vous aide',
      where: 'Halle du marché de Saint-Denis, Saint-Denis',
      day: first.add({ days: 3 }).toString(),
      hour: '09:30',
      host: 'Julien',
    })
    await keepDrafts(page, hand)

    await page.goto(`/plan?span=month&day=${first.add({ days: 7 })}`)
    if (scripts) expect(await findings(page)).toEqual([])
    await hand.press(page.getByRole('button', { name: /Publier les/ }))
    expect(await page.locator('[role=status]').innerText()).toMatch(/séances sont publiées/)

    // Somebody joins one of them; it moves to the next day, and she reads it.
    const card = page.locator('.ev', { hasText: 'Mon premier téléphone tactile' }).first()
    const session = Number(await card.getAttribute('data-session'))
    const registration = await joinQuietly(session, `Josiane${weeks}`)
    await hand.press(card.getByRole('link'))
    const from = await page.locator('#move [name=day]').inputValue()
    const next = Temporal.PlainDate.from(from).add({ days: 1 })
    await page.locator('#move [name=day]').fill(next.toString())
    await hand.press(page.getByRole('button', { name: 'Voir ce que cela change' }))
    expect(await page.locator('main').innerText()).toMatch(/Une inscription sera prévenue/)
    expect(await page.locator('.sms').innerText()).toContain('la date a changé')
    if (scripts) expect(await findings(page)).toEqual([])
    await hand.press(page.getByRole('button', { name: 'Déplacer et prévenir' }))
    expect(await page.locator('[role=status]').innerText()).toContain('Les inscrits sont prévenus')
    const read = await (await fetch(`${origin}${registration}`)).text()
    expect(read).toContain(`${next.day}`)

    await hand.press(page.getByRole('link', { name: 'Imprimer' }).last())
    expect(hand.made.length).toBeLessThan(40)
    await context.close()
  },
)

test('a coordinator has a week filled: she reads who and why, applies it, and nobody is missing any more', async () => {
  const { context, page } = await member(browser, 'coordinator')
  const today = Temporal.Now.plainDateISO('Europe/Paris')
  await page.goto('/plan/fill')
  await page.fill('[name=from]', today.add({ days: 1 }).toString())
  await page.fill('[name=until]', today.add({ days: 21 }).toString())
  await page.getByRole('button', { name: 'Proposer' }).click()
  // The page looks again by itself, without a script.
  await page.getByRole('button', { name: 'Appliquer' }).waitFor()
  const [first] = await page.locator('main li', { has: page.locator('input[type=checkbox]') }).all()
  const session = await first?.getByRole('link').getAttribute('href')
  const host = await first?.locator('bdi').last().innerText()
  await page.getByRole('button', { name: 'Appliquer' }).click()
  expect(await page.locator('[role=status]').innerText()).toContain('C’est fait')
  await page.goto(session as string)
  expect(
    await page
      .locator('fieldset', { hasText: 'Qui anime' })
      .locator('label', { hasText: host as string })
      .locator('input')
      .isChecked(),
  ).toBe(true)
  await context.close()
})
