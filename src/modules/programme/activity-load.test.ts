import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestHouse, testHouse } from '#platform/testing/house.ts'
import { loadActivities } from './activity-load.ts'
import { readyMade } from './catalogue/index.ts'
import { type ReadyMade, textsOf } from './domain/activity.ts'
import { formats, themes } from './domain/vocabulary.ts'

const all: readonly ReadyMade[] = readyMade

describe('the ready-made catalogue', () => {
  test('has at least forty activities, in every theme and every format', () => {
    expect(all.length).toBeGreaterThanOrEqual(40)
    expect(new Set(all.map(({ slug }) => slug)).size).toBe(all.length)
    for (const theme of themes) expect(all.filter((one) => one.theme === theme).length).toBeGreaterThan(8)
    for (const format of formats) expect(all.filter((one) => one.format === format).length).toBeGreaterThan(3)
  })

  test('every theme offers each of the six formats', () => {
    const lacking = themes.flatMap((theme) =>
      formats
        .filter((format) => !all.some((one) => one.theme === theme && one.format === format))
        .map((format) => `${theme} ${format}`),
    )
    expect(lacking).toEqual([])
  })

  test('reads well: short titles and summaries, French spaces, Arabic in Arabic, English in English', () => {
    for (const activity of all)
      for (const [lang, texts] of Object.entries(textsOf(activity)))
        for (const [field, text] of Object.entries(texts)) {
          const where = `${activity.slug}.${lang}.${field}`
          expect(text.length, where).toBeLessThanOrEqual({ title: 60, summary: 140 }[field] ?? 400)
          if (lang === 'fr') expect(text, where).not.toMatch(/['"]|[^\u202f][!?;]|[^\u00a0]:/u)
          if (lang === 'ar') expect(text, where).toMatch(/^[\p{Script=Arabic}\p{M}\s\p{P}\p{Nd}]+$/u)
          if (lang === 'en') expect(text, where).not.toMatch(/[à-ü']/iu)
        }
  })

  test('asks hosts for what the activity is about, and a course says its number of sessions', () => {
    for (const activity of all) {
      expect(activity.skills.length, activity.slug).toBeGreaterThan(0)
      expect(activity.sessionsInCourse !== undefined, activity.slug).toBe(activity.format === 'course')
    }
  })
})

describe('bringing it into the network', () => {
  let there: TestHouse
  beforeAll(async () => {
    there = await testHouse()
  })
  afterAll(() => there.close())
  const load = () => there.house.inWork({ kind: 'system', centre: null }, loadActivities)

  test('twice adds nothing, and what the network manager rewrote stays hers', async () => {
    expect(await load()).toEqual({ added: all.length, followed: 0, kept: 0 })
    await there.owner.query(
      `update programme.activities set minutes = 45 where slug = 'drop-in';
       update programme.activities set minutes = 45, revision = 1 where slug = 'first-phone'`,
    )
    expect(await load()).toEqual({ added: 0, followed: all.length - 1, kept: 1 })
    const { rows } = await there.owner.query(
      `select slug, minutes from programme.activities where slug in ('drop-in', 'first-phone') order by slug`,
    )
    expect(rows).toEqual([
      { slug: 'drop-in', minutes: 120 },
      { slug: 'first-phone', minutes: 45 },
    ])
  })
})
