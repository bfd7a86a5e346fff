import QRCode from 'qrcode'
import type { Bundle, Sheet } from '#modules/print/index.ts'
import { type Language, sayDate, sayHours } from '#platform/i18n/index.ts'
import type { HouseRules, Machine, Opening } from './domain/vocabulary.ts'
import { labWords } from './lab-words.ts'
import { words } from './words.ts'

const codeOf = (address: string) =>
  QRCode.toString(address, { type: 'svg', margin: 0, errorCorrectionLevel: 'M' })
const icons = { call: '', clock: '', pin: '' }
const theme = 'training'
const typed = (address: string) => address.replace(/^https?:\/\//, '')

/** Labels to stick on machines: a code to book, a code to say what is wrong. */
export async function composeLabels(
  lang: Language,
  site: string,
  machines: readonly Machine[],
): Promise<Bundle> {
  const t = labWords(lang)
  const sheetOf = async (machine: Machine): Promise<Sheet> => {
    const page = `${site}/machines/${machine.id}`
    return {
      kind: 'machine',
      theme,
      title: machine.name,
      lead: `${words(lang)(`kind.${machine.kind}`)} · ${t('pa.labelLead')}`,
      codes: [
        { qr: await codeOf(page), qrAlt: t('pa.book'), text: t('pa.book') },
        { qr: await codeOf(`${page}/breakdown`), qrAlt: t('pa.report'), text: t('pa.report') },
      ],
      link: typed(page),
    }
  }
  return { title: t('ma.labels'), lang, icons, sheets: await Promise.all(machines.map(sheetOf)) }
}

/** The sign for the door: hours of two weeks, rules in four lines, a code to book. No name of anybody. */
export async function composeDoor(
  lang: Language,
  site: string,
  lab: {
    name: string
    timeZone: string
    openings: readonly Opening[]
    rules: HouseRules
    /** The town whose machines are booked, as addresses name it. */
    town: string | null
  },
): Promise<Bundle> {
  const t = labWords(lang)
  const address = `${site}/machines${lab.town === null ? '' : `?town=${lab.town}`}`
  const dayOf = ({ startsAt }: Opening) => sayDate(lang, startsAt.toZonedDateTimeISO(lab.timeZone))
  const [first, last] = [lab.openings[0], lab.openings.at(-1)]
  const days = [...Map.groupBy(lab.openings, dayOf)].map(([day, openings]) => ({
    day,
    hours: openings.map(({ startsAt, endsAt, kind }) => ({
      hours: sayHours(
        lang,
        startsAt.toZonedDateTimeISO(lab.timeZone),
        endsAt.toZonedDateTimeISO(lab.timeZone),
      ),
      how: t(`day.${kind}`),
      isFree: kind === 'open-lab',
    })),
  }))
  return {
    title: t('op.door'),
    lang,
    icons,
    sheets: [
      {
        kind: 'lab',
        theme,
        title: t('pa.doorTitle'),
        place: lab.name,
        // A sign stays on its door: it says which days it is about, not « this week ».
        hoursTitle: first && last ? t('pa.doorHours', { from: dayOf(first), to: dayOf(last) }) : t('pa.none'),
        days,
        rulesTitle: t('pa.doorRules'),
        rules: [
          t('pa.doorInduction'),
          t('pa.doorBookings', { count: lab.rules.bookingsAhead }),
          t('pa.doorYoung', { age: lab.rules.supervisedUnder }),
          t('pa.doorCancel'),
        ],
        call: t('pa.book'),
        link: typed(address),
        qr: await codeOf(address),
        qrAlt: t('pa.book'),
      },
    ],
  }
}
