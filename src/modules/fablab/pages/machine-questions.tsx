import { type Language, sayLength } from '#platform/i18n/index.ts'
import type { Question } from '#ui/questions.tsx'
import type { Machine, Opening } from '../domain/vocabulary.ts'
import { makersWords } from '../makers-words.ts'
import { sayOpening, textsOf } from './machine-words.tsx'

type Props = { lang: Language; machine: Machine; openLabs: readonly Opening[]; now: Temporal.Instant }

/** What one asks before touching a machine, and the rules as people say them. */
export function questionsOf({ lang, machine, openLabs, now }: Props): Question[] {
  const t = makersWords(lang)
  const said = textsOf(machine, lang)
  const long = (minutes: number) => sayLength(lang, Temporal.Duration.from({ minutes }))
  const rules = [
    t('ruleHours', { day: long(machine.dayMinutes), week: long(machine.weekMinutes) }),
    ...(machine.minAge > 0 ? [t('ruleAge', { age: machine.minAge })] : []),
    ...(machine.supervision === 'always' ? [t('ruleAlways')] : []),
    ...(machine.supervision === 'young' ? [t('ruleYoung')] : []),
    ...(machine.heardIn.length > 0 ? [t('ruleNoise')] : []),
  ]
  const list = (items: readonly string[], of?: 'fr') => (
    <ul>
      {items.map((item) => (
        <li key={item} lang={of}>
          {item}
        </li>
      ))}
    </ul>
  )
  return [
    ...(said.safety?.length
      ? [{ icon: 'warn', question: t('safety'), answer: list(said.safety, said.lang) } as const]
      : []),
    ...(said.needs?.length
      ? [{ icon: 'bag', question: t('bring'), answer: list(said.needs, said.lang) } as const]
      : []),
    { icon: 'mark', question: t('rules'), answer: list(rules) },
    ...(said.documents?.length
      ? [{ icon: 'form', question: t('documents'), answer: <Documents of={said.documents} /> } as const]
      : []),
    ...(openLabs.length > 0
      ? [
          {
            icon: 'clock',
            question: t('hours'),
            answer: list(openLabs.map((opening) => sayOpening(lang, opening, machine.place.timeZone, now))),
          } as const,
        ]
      : []),
  ]
}

const Documents = ({ of }: { of: readonly { title: string; url: string }[] }) => (
  <ul>
    {of.map(({ title, url }) => (
      <li key={url}>
        <a href={url} rel="noreferrer">
          {title}
        </a>
      </li>
    ))}
  </ul>
)
