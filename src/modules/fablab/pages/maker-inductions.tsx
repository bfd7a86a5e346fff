import { type Language, sayDate } from '#platform/i18n/index.ts'
import { Icon } from '#ui/icon.tsx'
import { makersWords } from '../makers-words.ts'
import type { OwnInduction, OwnMachine } from '../read-maker-page.ts'
import { words } from '../words.ts'

type Props = { lang: Language; own: OwnMachine; now: Temporal.Instant }

/** What she was shown of a machine, until when it holds, or since when it does not. */
export const OwnInductions = ({ lang, own: { inductions, machine }, now }: Props) => (
  <ul>
    {inductions.map((one) => {
      const good = one.standing === 'held' || one.standing === 'soon'
      return (
        <li key={one.induction.id} class={good ? 'good' : one.standing === 'none' ? undefined : 'bad'}>
          <Icon name={good ? 'ok' : one.standing === 'none' ? 'helper' : 'warn'} />{' '}
          {sayInduction(lang, one, machine.place.timeZone, now)}
        </li>
      )
    })}
  </ul>
)

/** « Découpe laser : terminée depuis le mardi 3 mars ». */
export function sayInduction(
  lang: Language,
  { induction, standing, end }: OwnInduction,
  zone: string,
  now: Temporal.Instant,
): string {
  const t = makersWords(lang)
  const title = (induction.texts[lang] ?? induction.texts.fr)?.title ?? ''
  const day = end ? sayDate(lang, end.toZonedDateTimeISO(zone), now) : ''
  const good = standing === 'held' || standing === 'soon'
  if (good) return t('standing', { title, standing: end ? t('until', { day }) : t('forEver') })
  const said = words(lang)(`standing.${standing}`)
  return t('standing', { title, standing: end ? t('since', { standing: said, day }) : said })
}
