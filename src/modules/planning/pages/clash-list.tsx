import type { season } from '#modules/programme/index.ts'
import { type Language, sayDate, sayHours } from '#platform/i18n/index.ts'
import { Icon } from '#ui/icon.tsx'
import { words } from '../words.ts'

/** A name in its own direction, whatever the sentence around it. */
const isolated = (name: string) => `\u2068${name}\u2069`

/** What stands in the way, in sentences: who or what is held, by what, from when to when. */
export const ClashList = ({
  lang,
  clashes,
  timeZone,
}: {
  readonly lang: Language
  readonly clashes: readonly season.Clash[]
  readonly timeZone: string
}) => {
  const t = words(lang)
  return (
    <ul class="clashes">
      {clashes.map(({ why, occupation, travelMinutes }) => {
        const from = occupation.from.toZonedDateTimeISO(timeZone)
        const to = occupation.to.toZonedDateTimeISO(timeZone)
        const said = {
          name: isolated(occupation.name),
          title: isolated(occupation.by.titles[lang] ?? occupation.by.titles.fr),
          day: sayDate(lang, from),
          hours: sayHours(lang, from, to),
          place: isolated(occupation.place.name),
          minutes: travelMinutes,
        }
        return (
          <li key={`${occupation.kind}${occupation.id}${occupation.by.id}`} class="bad">
            <Icon name="warn" /> {t(`clash.${occupation.kind}.${why}`, said)}
          </li>
        )
      })}
    </ul>
  )
}
