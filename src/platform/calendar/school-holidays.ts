/** Where school holidays are the same. Territories whose calendar we do not have are answered « not known ». */
export type SchoolZone =
  | 'A'
  | 'B'
  | 'C'
  | 'corse'
  | 'guadeloupe'
  | 'martinique'
  | 'guyane'
  | 'reunion'
  | 'mayotte'

/** Days without school, first and last included. */
interface Period {
  name: string
  from: string
  to: string
}

interface SchoolYear {
  /** The days this list speaks of; before and after, nothing is known. */
  from: string
  to: string
  source: string
  periods: readonly Period[]
}

const national = 'Arrêté du 22 octobre 2025 (JORFTEXT000052416058), calendrier scolaire 2026-2027'
const common: readonly Period[] = [
  { name: 'Vacances d’été', from: '2026-07-04', to: '2026-08-31' },
  { name: 'Vacances de la Toussaint', from: '2026-10-17', to: '2026-11-01' },
  { name: 'Vacances de Noël', from: '2026-12-19', to: '2027-01-03' },
]
const summer: Period = { name: 'Vacances d’été', from: '2027-07-03', to: '2027-08-31' }

const nationalYear = (winter: [string, string], spring: [string, string]): SchoolYear => ({
  from: '2026-07-04',
  to: '2027-08-31',
  source: national,
  periods: [
    ...common,
    { name: 'Vacances d’hiver', from: winter[0], to: winter[1] },
    { name: 'Vacances de printemps', from: spring[0], to: spring[1] },
    summer,
  ],
})

/**
 * School holidays as they were published, looked up on 2026-11-22. To be extended each year: the calendar of 2027-2028
 * was not published then, and those of Corsica, Guadeloupe, Martinique, French Guiana and Mayotte, which their
 * academies set, were not at hand. A day nobody knows of is never called a holiday (see {@link knowsSchool}).
 */
export const schoolYears: Readonly<Partial<Record<SchoolZone, readonly SchoolYear[]>>> = {
  A: [nationalYear(['2027-02-13', '2027-02-28'], ['2027-04-10', '2027-04-25'])],
  B: [nationalYear(['2027-02-20', '2027-03-07'], ['2027-04-17', '2027-05-02'])],
  C: [nationalYear(['2027-02-06', '2027-02-21'], ['2027-04-03', '2027-04-18'])],
  reunion: [
    {
      from: '2026-07-04',
      to: '2027-07-31',
      source: 'Académie de La Réunion, calendrier scolaire 2026-2027',
      periods: [
        { name: 'Vacances d’hiver austral', from: '2026-07-04', to: '2026-08-17' },
        { name: 'Vacances de la première période', from: '2026-10-10', to: '2026-10-25' },
        { name: 'Vacances d’été austral', from: '2026-12-19', to: '2027-01-31' },
        { name: 'Vacances de la troisième période', from: '2027-03-16', to: '2027-03-29' },
        { name: 'Vacances de la quatrième période', from: '2027-05-05', to: '2027-05-18' },
        { name: 'Vacances d’hiver austral', from: '2027-07-03', to: '2027-07-31' },
      ],
    },
  ],
}

/** Départements of each zone, by the academies of the same arrêté. Corsica and overseas are apart. */
const zoneA =
  '01 03 07 15 16 17 19 21 23 24 25 26 33 38 39 40 42 43 47 58 63 64 69 70 71 73 74 79 86 87 89 90'
const zoneC = '09 11 12 30 31 32 34 46 48 65 66 75 77 78 81 82 91 92 93 94 95'
const apart: Readonly<Record<string, SchoolZone>> = {
  '2A': 'corse',
  '2B': 'corse',
  '20': 'corse',
  '971': 'guadeloupe',
  '972': 'martinique',
  '973': 'guyane',
  '974': 'reunion',
  '976': 'mayotte',
  // Saint-Barthélemy and Saint-Martin follow the academy of Guadeloupe.
  '977': 'guadeloupe',
  '978': 'guadeloupe',
}

/** The zone of a département (`93`, `2A`, `974`); null beyond the académies. */
export function zoneOf(departement: string): SchoolZone | null {
  const known = apart[departement]
  if (known) return known
  if (zoneA.split(' ').includes(departement)) return 'A'
  if (zoneC.split(' ').includes(departement)) return 'C'
  return /^(0[1-9]|[1-8]\d|9[0-5])$/.test(departement) ? 'B' : null
}

const yearOf = (date: Temporal.PlainDate, zone: SchoolZone): SchoolYear | undefined => {
  const day = date.toString()
  return schoolYears[zone]?.find(({ from, to }) => from <= day && day <= to)
}

/** Whether it is known of that day if there is school. */
export const knowsSchool = (date: Temporal.PlainDate, zone: SchoolZone): boolean =>
  yearOf(date, zone) !== undefined

/** The holiday that day is part of, in French as the calendar says it; null on a school day, and when nobody knows. */
export function schoolHolidayOn(date: Temporal.PlainDate, zone: SchoolZone): string | null {
  const day = date.toString()
  return yearOf(date, zone)?.periods.find(({ from, to }) => from <= day && day <= to)?.name ?? null
}
