/** What can be printed. */
export const kinds = [
  'poster',
  'flyer',
  'strips',
  'programme',
  'door',
  'roll',
  'tags',
  'certificate',
] as const
export type Kind = (typeof kinds)[number]

/** Kinds that say something of people: for the team that may call the roll only. */
export const personal = ['roll', 'tags', 'certificate'] as const
export type Personal = (typeof personal)[number]
/** Kinds for everybody. */
export type Public = Exclude<Kind, Personal>

export const isPersonal = (kind: Kind): kind is Personal => personal.some((one) => one === kind)

export const isKind = (typed: string): typed is Kind => kinds.some((kind) => kind === typed)

/** What a sheet is printed from, as its address says it. */
export interface Wish {
  session: number | null
  place: number | null
  /** Every place of a centre. */
  centre: number | null
  stop: number | null
  series: number | null
  theme: string | null
  /** First and last day, at the place. */
  from: Temporal.PlainDate | null
  until: Temporal.PlainDate | null
  /** « Facile à lire »: fewer words, larger, with pictograms. */
  easy: boolean
}

const number = (typed: string | undefined) => (typed && /^[1-9]\d{0,8}$/.test(typed) ? Number(typed) : null)

function dayOf(typed: string | undefined): Temporal.PlainDate | null {
  if (!typed || !/^20\d\d-\d\d-\d\d$/.test(typed)) return null
  try {
    return Temporal.PlainDate.from(typed, { overflow: 'reject' })
  } catch {
    return null
  }
}

/** Reads a wish from an address; what is odd is as if it were not there. */
export const readWish = (query: (name: string) => string | undefined): Wish => ({
  session: number(query('session')),
  place: number(query('place')),
  centre: number(query('centre')),
  stop: number(query('stop')),
  series: number(query('series')),
  theme: query('theme') || null,
  from: dayOf(query('from')),
  until: dayOf(query('until')),
  easy: query('easy') === 'yes',
})

/** The address of a wish: only what it says. */
export function writeWish(wish: Partial<Wish> & { lang?: string; page?: number }): string {
  const query = new URLSearchParams()
  for (const name of [
    'session',
    'place',
    'centre',
    'stop',
    'series',
    'theme',
    'from',
    'until',
    'lang',
    'page',
  ] as const)
    if (wish[name] !== null && wish[name] !== undefined) query.set(name, String(wish[name]))
  if (wish.easy) query.set('easy', 'yes')
  return query.toString()
}

/** Whether a wish says enough to print this kind. */
export const isEnough = (kind: Kind, wish: Wish): boolean =>
  isPersonal(kind) || kind === 'door'
    ? wish.session !== null
    : [wish.session, wish.place, wish.centre, wish.stop, wish.series].some((id) => id !== null)
