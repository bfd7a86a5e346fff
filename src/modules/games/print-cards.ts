import { renderPdf } from '#modules/print/index.ts'
import type { Language } from '#platform/i18n/index.ts'
import { mostCards } from './domain/card.ts'
import { drawCard } from './draw-card.ts'
import { words } from './words.ts'

/** The four signs, as the pages of a game draw them. */
const letters = [
  ['A', '#0b4d4f', 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20z'],
  ['B', '#84260f', 'M3 3h18v18H3z'],
  ['C', '#5a2480', 'M12 1.5L23.5 22H.5z'],
  ['D', '#1f3d8a', 'M12 .5L23.5 12 12 23.5.5 12z'],
].map(([letter = '', colour = '', path = '']) => ({
  letter,
  colour,
  shape: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="${path}" fill="${colour}"/></svg>`,
}))

/** Cards 1 to `count` as a PDF, two a page: printed once, used in every game. */
export function printCards(lang: Language, count: number): Promise<Uint8Array> {
  const t = words(lang)
  const cards = Array.from({ length: Math.min(Math.max(count, 2), mostCards) }, (_, at) => ({
    number: at + 1,
    squares: drawCard(at + 1),
  }))
  return renderPdf(
    {
      title: t('cardsTitle'),
      lang,
      icons: { call: '', clock: '', pin: '' },
      sheets: [{ kind: 'cards', title: t('cardsTitle'), how: t('cardsHow'), cards, letters }],
    },
    { shared: true },
  )
}
