import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readDay, readHour } from './import-moment.ts'
import { planRows } from './import-plan.ts'
import type { ImportRow } from './import-row.ts'
import type { Imported, ImportWorld } from './import-target.ts'

test.each([
  '2026-10-06',
  '06/10/2026',
  '6/10/26',
  '6.10.2026',
  '2026-10-06 10:00',
  '06/10/2026 10:00',
  'mardi 6 octobre 2026',
  '6 October 2026',
])('« %s » is the sixth of October for a coordinator in France', (text) => {
  expect(readDay(text)?.toString()).toBe('2026-10-06')
})

test.each(['31/02/2026', '2026-13-01', 'demain', '', '10/2026', '=TODAY()', '45 octobre 2026'])(
  '« %s » is no day, and nobody guesses one',
  (text) => expect(readDay(text)).toBeNull(),
)

test.each([
  ['14:30', '14:30'],
  ['14h30', '14:30'],
  ['14 h 30', '14:30'],
  ['9h', '09:00'],
  ['9\u00a0heures', '09:00'],
  ['2026-10-06 10:00', '10:00'],
  ['08:05:00', '08:05'],
])('« %s » is an hour', (text, hour) => {
  expect(readHour(text)?.toString({ smallestUnit: 'minute' })).toBe(hour)
})

test.each(['25:00', '14:75', 'midi', '', '14'])('« %s » is no hour', (text) =>
  expect(readHour(text)).toBeNull(),
)

const now = Temporal.Instant.from('2026-10-01T08:00:00Z')
const world = (imported: ReadonlyMap<string, Imported> = new Map()): ImportWorld => ({
  now,
  imported,
  keyOf: (text) => text.trim().toLowerCase(),
  isHeld: () => false,
  choices: {
    activities: [
      {
        id: 1,
        titles: ['Appeler en vidéo'],
        minutes: 90,
        capacity: 10,
        preparationMinutes: 15,
        tidyMinutes: 10,
      },
      { id: 2, titles: ['Arnaques'], minutes: 60, capacity: 8, preparationMinutes: 0, tidyMinutes: 0 },
    ],
    places: [
      { id: 1, name: 'Le Lieu', city: 'Saint-Ouen', timeZone: 'Europe/Paris' },
      { id: 2, name: 'La Halle', city: 'Saint-Denis', timeZone: 'Europe/Paris' },
      { id: 3, name: 'La Halle', city: 'Épinay', timeZone: 'Europe/Paris' },
      { id: 4, name: 'La Case', city: 'Mamoudzou', timeZone: 'Indian/Mayotte' },
    ],
    spaces: [{ id: 1, placeId: 1, name: 'Salle 1', capacity: 12 }],
  },
})
const row = (cells: ImportRow['cells'], line = 2): ImportRow => ({
  line,
  cells: { activity: 'Arnaques', place: 'Le Lieu', date: '06/10/2026', start: '10:00', ...cells },
})
const problems = (cells: ImportRow['cells']) => {
  const [planned] = planRows([row(cells)], world())
  return planned?.outcome === 'refused' ? planned.problems.map(({ word }) => word) : planned?.outcome
}

test('each row that cannot be is refused with its reason, and a row may have several', () => {
  expect(problems({})).toBe('new')
  expect(problems({ activity: 'Tricot', date: '32/10/2026', capacity: 'dix' })).toEqual([
    'activity-unknown',
    'date-unreadable',
    'capacity-wrong',
  ])
  expect(problems({ activity: '', place: '' })).toEqual(['activity-missing', 'place-missing'])
  expect(problems({ place: 'La Halle' })).toEqual(['place-unclear'])
  expect(problems({ place: 'La Halle Épinay' })).toBe('new')
  expect(problems({ space: 'Salle 9' })).toEqual(['space-unknown'])
  expect(problems({ space: 'salle 1', capacity: '20' })).toEqual(['too-large-for-space'])
  expect(problems({ date: '30/09/2026' })).toEqual(['in-the-past'])
  expect(problems({ date: '06/10/2036' })).toEqual(['too-far'])
  expect(problems({ end: '09:00' })).toEqual(['ends-before-it-starts'])
  expect(problems({ start: '' })).toEqual(['start-missing'])
  expect(problems({ minutes: '5' })).toEqual(['minutes-wrong'])
})

test('ten in the morning in Mamoudzou is eight in Paris', () => {
  const [planned] = planRows([row({ place: 'La Case' })], world())
  expect(planned?.outcome === 'new' && planned.target.start.toInstant().toString()).toBe(
    '2026-10-06T07:00:00Z',
  )
})

test('two rows of one file cannot take one room at one time, preparation counted', () => {
  const outcomes = planRows(
    [
      row({ activity: 'Appeler en vidéo', space: 'Salle 1' }, 2),
      row({ activity: 'Arnaques', space: 'Salle 1', start: '11:35' }, 3),
      row({ activity: 'Arnaques', space: 'Salle 1', start: '11:40' }, 4),
    ],
    world(),
  ).map(({ outcome }) => outcome)
  expect(outcomes).toEqual(['new', 'refused', 'new'])
})

/** What writing a plan leaves behind, as the next import will read it. */
function written(rows: readonly ImportRow[], before: ReadonlyMap<string, Imported>): Map<string, Imported> {
  const after = new Map(before)
  for (const planned of planRows(rows, world(before)))
    if (planned.outcome === 'new' || planned.outcome === 'changed') {
      const { start, end, ...target } = planned.target
      const id = planned.outcome === 'changed' ? planned.existing.id : after.size + 1
      after.set(planned.key, {
        id,
        key: planned.key,
        ...target,
        startsAt: start.toInstant(),
        endsAt: end.toInstant(),
        seatsTaken: 0,
        status: 'draft',
      })
    }
  return after
}

const cell = (...values: string[]) => fc.constantFrom('', ...values)
const anyRows = fc
  .array(
    fc.record({
      reference: cell('A1', 'A2', 'A3'),
      activity: cell('Arnaques', 'ARNAQUES', 'Appeler en vidéo', 'Tricot'),
      place: cell('Le Lieu', 'La Halle', 'La Halle Épinay', 'La Case'),
      space: cell('Salle 1'),
      date: cell('06/10/2026', '2026-10-25', '31/02/2026', '1/9/2026'),
      start: cell('10:00', '2h30', '10h30', 'midi'),
      end: cell('11:00', '12h'),
      capacity: cell('4', '12', '900'),
    }),
    { maxLength: 12 },
  )
  .map((all) => all.map((cells, i): ImportRow => ({ line: i + 2, cells })))

test('the same file twice writes nothing the second time, whatever is in it', () => {
  fc.assert(
    fc.property(anyRows, (rows) => {
      const first = written(rows, new Map())
      const outcomes = new Set(planRows(rows, world(first)).map(({ outcome }) => outcome))
      expect(outcomes.has('new') || outcomes.has('changed')).toBe(false)
      expect(written(rows, first)).toEqual(first)
    }),
    {
      numRuns: 500,
      examples: [
        [
          [
            {
              line: 2,
              cells: {
                reference: '',
                activity: 'Appeler en vidéo',
                place: 'Le Lieu',
                space: 'Salle 1',
                date: '2026-10-25',
                start: '10h30',
                end: '',
                capacity: '',
              },
            },
            {
              line: 3,
              cells: {
                reference: '',
                activity: 'ARNAQUES',
                place: 'Le Lieu',
                space: 'Salle 1',
                date: '2026-10-25',
                start: '10h30',
                end: '',
                capacity: '',
              },
            },
          ],
        ],
      ] as never,
    },
  )
})

test('a file whose rows were put in another order finds what it wrote, when its rows are different sessions', () => {
  fc.assert(
    fc.property(anyRows, (rows) => {
      const fit = planRows(rows, world()).flatMap((planned) =>
        planned.outcome === 'new' ? [planned.row] : [],
      )
      const first = written(fit, new Map())
      for (const planned of planRows(fit.toReversed(), world(first))) expect(planned.outcome).toBe('same')
    }),
    { numRuns: 300 },
  )
})
