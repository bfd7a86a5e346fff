import { type Language, sayHour, sayLanguages } from '#platform/i18n/index.ts'
import { Icon } from '#ui/icon.tsx'
import type { Mark } from '../domain/mark.ts'
import type { RollLine } from '../read-roll-call.ts'
import { words } from '../words.ts'

const icons = { present: 'ok', absent: 'no', excused: 'excused' } as const

/** What helps to welcome her: how many come, who signed up, in which language, as one short line. */
function facts(lang: Language, line: RollLine): string {
  const t = words(lang)
  return [
    line.party > 1 && t('party', { party: line.party }),
    line.throughHelper && t('helper'),
    line.language !== 'fr' && sayLanguages(lang, [line.language]),
    line.source === 'walk-in' && t('walkInTag'),
    line.status === 'cancelled' && t('leftCourse'),
  ]
    .filter((fact) => fact !== false)
    .join(' · ')
}

const Press = ({
  lang,
  value,
  pressed,
}: {
  readonly lang: Language
  readonly value: Mark
  readonly pressed: boolean
}) => (
  <button
    class={pressed ? 'btn' : 'btn alt'}
    name="mark"
    value={value}
    aria-pressed={pressed ? 'true' : 'false'}
  >
    <Icon name={icons[value]} />
    <span>{words(lang)(value)}</span>
  </button>
)

/** One person of the roll: three big buttons, who pressed and when, and the way back. */
export const Person = ({
  lang,
  line,
  timeZone,
  offered,
}: {
  readonly lang: Language
  readonly line: RollLine
  readonly timeZone: string
  /** What may be said of her now: nobody is here before the day. */
  readonly offered: readonly Mark[]
}) => {
  const t = words(lang)
  const { id, gesture } = line
  const mark = gesture?.mark ?? null
  return (
    <li id={`r${id}`}>
      <form class="split" method="post" action={`/desk/sessions/${line.session}/marks`}>
        <input type="hidden" name="registration" value={id} />
        <p>
          <b id={`n${id}`}>
            <bdi>{line.name}</bdi>
          </b>{' '}
          <small>{facts(lang, line)}</small>
          {gesture && mark && (
            <>
              <br />
              <small>
                {t('marked', {
                  mark: t(mark),
                  by: gesture.by,
                  hour: sayHour(lang, gesture.at.toZonedDateTimeISO(timeZone)),
                })}
              </small>{' '}
              <button class="btn alt" name="mark" value="undo">
                {t('undo')}
              </button>
            </>
          )}
        </p>
        <fieldset class="row marks" aria-labelledby={`n${id}`}>
          {offered.map((value) => (
            <Press key={value} lang={lang} value={value} pressed={value === mark} />
          ))}
        </fieldset>
      </form>
    </li>
  )
}
