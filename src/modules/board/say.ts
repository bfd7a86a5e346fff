import { type Language, sayMoment } from '#platform/i18n/index.ts'
import type { Moment } from './db/moments.ts'
import { words } from './words.ts'

/** « FabLab ouvert, jeudi 26 novembre à 14 h, Le Lieu, Saint-Ouen ». */
export const sayMomentOf = (lang: Language, moment: Moment): string => {
  const t = words(lang)
  return t('momentSaid', {
    what: moment.titles ? ((moment.titles[lang] ?? moment.titles.fr)?.title ?? '') : t('opening'),
    when: sayMoment(lang, moment.start),
    place: `${moment.place}, ${moment.city}`,
  })
}
