import { expect, test } from 'vitest'
import { languageCodes } from '#platform/i18n/index.ts'
import { segmentsOf } from '#platform/messages/index.ts'
import { sayStop } from './stop-messages.ts'

const at = (text: string) => Temporal.ZonedDateTime.from(`${text}[Europe/Paris]`)
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ').replace(/[’‘]/g, "'")

test('what those who wait read holds in two messages of a telephone, in every language, for a town of a long name', () => {
  for (const lang of languageCodes)
    for (const kind of ['comes', 'moved', 'cancelled'] as const) {
      const short = sayStop(lang, {
        kind,
        town: 'Saint-Pierre-des-Corps',
        place: 'Médiathèque de la place du marché',
        start: at('2027-09-29T14:30'),
        end: at('2027-09-29T17:00'),
        link: `https://rdv.maillage.example/h/${'x'.repeat(22)}`,
        stopLink: 'https://rdv.maillage.example/stops/1234',
      })[2]
      expect(segmentsOf(plain(short)), `${lang} ${kind}: ${short}`).toBeLessThanOrEqual(2)
    }
})
