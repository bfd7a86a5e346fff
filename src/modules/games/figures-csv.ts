import { stringify } from 'csv-stringify/sync'
import type { Language } from '#platform/i18n/index.ts'
import { say } from './domain/pack.ts'
import { liveWords } from './live-words.ts'
import type { Figure } from './pages/drive-figures.tsx'

/** Figures of a game as a spreadsheet opens them: one line a question, nobody's name. */
export function figuresCsv(figures: readonly Figure[], lang: Language): string {
  const t = liveWords(lang)
  return stringify(
    figures.map(({ prompt, people, right, partly, again }) => [
      say(prompt, lang),
      people,
      right,
      partly,
      again?.people ?? '',
      again?.right ?? '',
    ]),
    {
      header: true,
      bom: true,
      delimiter: ';',
      // A question that begins like a formula is read as words.
      escape_formulas: true,
      columns: [
        t('drive.figQuestion'),
        t('drive.figPeople'),
        t('drive.figBefore'),
        t('drive.figPartly'),
        t('drive.figPeopleAgain'),
        t('drive.figAfter'),
      ],
    },
  )
}
