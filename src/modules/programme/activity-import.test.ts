import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { readSheet, type Sheet, writeCsv } from '#platform/sheet/index.ts'
import type { Actor } from '#platform/work/index.ts'
import { type ActivityHouse, activityHouse, anActivity } from './activity.fixture.ts'
import { importActivities, planImport } from './activity-import.ts'
import { headingsIn, rowOf } from './activity-sheet.ts'
import { readActivities } from './db/activity.ts'

let { there, world, nadia, own, create } = {} as ActivityHouse
beforeAll(async () => {
  ;({ there, world, nadia, own, create } = await activityHouse())
})
afterAll(() => there.close())
beforeEach(() => there.owner.query('delete from programme.activities where centre_id is not null'))

describe('a spreadsheet of activities', () => {
  const sheetOf = async (text: string): Promise<Sheet> => {
    const sheet = await readSheet(new TextEncoder().encode(text), 'a.csv')
    if (!sheet.ok) throw new Error(sheet.refusal)
    return sheet.value
  }
  const importing = (actor: Actor, sheet: Sheet) =>
    there.house.inWork(actor, (work) => importActivities(work, sheet))
  const table = `Titre;Résumé;Description;Thème;Format;Besoins;Durée;Compétences des animateurs
Ranger son téléphone;Faire de la place.;Nous trions.;Apprendre;atelier;Mon téléphone est neuf, je m’y perds | photos;75;Téléphone, sécurité
Le grand tri;Jouer.;Nous jouons.;discovery;game;;;`

  test('is written in words or in codes, and the second time finds everything there', async () => {
    const sheet = await sheetOf(table)
    expect(await importing(nadia, sheet)).toEqual({ ok: true, value: { added: 2, changed: 0 } })
    expect(await importing(nadia, sheet)).toEqual({ ok: true, value: { added: 0, changed: 0 } })
    expect(await own()).toMatchObject([
      { theme: 'discovery', format: 'game', needs: [], minutes: 90, status: 'ready' },
      {
        theme: 'learning',
        format: 'workshop',
        needs: ['new-phone', 'photos'],
        minutes: 75,
        hostSkills: ['smartphone', 'safety'],
      },
    ])
    expect(await importing(nadia, await sheetOf(table.replace('75', '60')))).toEqual({
      ok: true,
      value: { added: 0, changed: 1 },
    })
  })

  test('imported twice at the same instant adds each activity once', async () => {
    const sheet = await sheetOf(table)
    const both = await Promise.all([importing(nadia, sheet), importing(nadia, sheet)])
    expect(both.map((one) => one.ok && one.value.added).sort()).toEqual([0, 2])
    expect(await own()).toHaveLength(2)
  })

  test('says which row is wrong and why, and takes the others', async () => {
    const sheet = await sheetOf(
      `titre;résumé;description;thème;format;durée;public\nA;B;C;Apprendre;Jeu;5;Les poissons\nD;E;F;Apprendre;Jeu;90;\nD;E;F;Apprendre;Jeu;90;\n`,
    )
    const planned = await there.house.inWork(nadia, (work) => planImport(work, sheet))
    expect(planned.ok && planned.value).toMatchObject([
      {
        line: 2,
        outcome: 'wrong',
        errors: [{ word: 'word-unknown', value: 'Les poissons' }, { word: 'minutes-wrong' }],
      },
      { line: 3, outcome: 'new' },
      { line: 4, outcome: 'wrong', errors: [{ word: 'row-twice' }] },
    ])
    expect(await own()).toEqual([])
    expect(await importing(nadia, sheet)).toEqual({ ok: true, value: { added: 1, changed: 0 } })
  })

  test('without a title, a summary or a description column is no list of activities', async () => {
    expect(await importing(nadia, await sheetOf('nom;prénom\nA;B\n'))).toEqual({
      ok: false,
      refusal: 'columns-missing',
    })
  })

  test.each(['fr', 'en', 'ar'] as const)(
    'in %s, what goes out comes in again and changes nothing, ready-made activities included',
    async (lang) => {
      await create()
      await create(nadia, {
        equipment: ['laptops', 'printer-3d'],
        texts: {
          ...anActivity().texts,
          fr: {
            title: 'Deux\u00a0: « lignes »',
            summary: '=1+1; "oui"',
            description: 'Un.\nDeux.',
            bring: '-',
          },
          ar: { title: 'الصور', summary: 'نرتب.', description: 'نرتب معًا.', bring: '' },
        },
      })
      const all = await there.house.inWork(nadia, (work) => readActivities(work, world.centres.saintOuen, {}))
      const fit = all.filter(({ texts }) => texts.fr.summary !== '')
      const sheet = await sheetOf(
        writeCsv(
          headingsIn(lang),
          fit.map((activity) => rowOf(lang, activity)),
        ),
      )
      const planned = await there.house.inWork(nadia, (work) => planImport(work, sheet))
      const outcomes = planned.ok && planned.value.filter(({ outcome }) => outcome !== 'same')
      expect(outcomes).toEqual([])
    },
  )
})
