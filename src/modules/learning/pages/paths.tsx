import type { Town } from '#modules/network/index.ts'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { Language } from '#platform/i18n/index.ts'
import { LinkButton } from '#ui/button.tsx'
import { hoursOf, type Path, type Step } from '../domain/path.ts'
import { type Reading, say } from '../domain/say.ts'
import { words } from '../path-words.ts'
import type { Near } from '../read-near.ts'
import { Drawing } from './drawing.tsx'
import { NearHome } from './near.tsx'
import { StartForm } from './start-form.tsx'

/** Every path, as what one will be able to do. */
export const PathsPage = ({
  reading,
  paths,
}: {
  readonly reading: Reading
  readonly paths: readonly Path[]
}) => {
  const t = words(reading.lang)
  const easy = reading.easy ? '?easy=1' : ''
  return (
    <>
      <h1>{t('paths')}</h1>
      <p class="lead">{t('pathsLead')}</p>
      <ul class="needs">
        {paths.map((path) => (
          <li key={path.id}>
            <a href={`/paths/${path.id}${easy}`}>
              <Drawing name={path.icon} />
              <span>{say(path.title, reading)}</span>
            </a>
          </li>
        ))}
      </ul>
      <p>
        <LinkButton alt onwards href={`/skills${easy}`}>
          {t('whichOne')}
        </LinkButton>
      </p>
    </>
  )
}

const kindWords = {
  session: 'kind.session',
  game: 'kind.game',
  exercise: 'kind.exercise',
  link: 'kind.link',
} as const
const kindDrawings = { session: 'people', game: 'game', exercise: 'house', link: 'chain' } as const

/** What one does at a step, and where. */
export const StepWords = ({ step, reading }: { readonly step: Step; readonly reading: Reading }) => {
  const t = words(reading.lang)
  return (
    <>
      <b>{say(step.title, reading)}</b>
      <Drawing name={kindDrawings[step.kind]} /> {t(kindWords[step.kind])} ·{' '}
      {t('minutes', { minutes: step.minutes })}
      {'about' in step && (
        <>
          <br />
          {say(step.about, reading)}
        </>
      )}
      {step.kind === 'game' && (
        <>
          <br />
          <a href={`/games/${step.pack}${reading.easy ? '?easy=1' : ''}`}>{t('playIt')}</a>
        </>
      )}
      {step.kind === 'link' && (
        <>
          <br />
          <a href={step.url} rel="noopener noreferrer">
            <bdi>{step.site}</bdi>
          </a>{' '}
          <span class="hint">{t('elsewhere')}</span>
        </>
      )}
    </>
  )
}

type Props = {
  readonly reading: Reading
  readonly path: Path
  readonly near: Near
  readonly town: string
  readonly towns: readonly Town[]
  readonly now: Temporal.Instant
  /** Answers brought along from « where am I », as an address carries them. */
  readonly position: string | null
  readonly typed: Typed
  readonly errors: FieldErrors
}

/** A path: what for, how long, which steps, the next sessions, and setting out. */
export const PathPage = ({ reading, path, near, town, towns, now, position, typed, errors }: Props) => {
  const t = words(reading.lang)
  const keep = { ...(position && { a: position }), ...(reading.easy && { easy: '1' }) }
  return (
    <>
      <h1>{say(path.title, reading)}</h1>
      <p class="lead">{say(path.goal, reading)}</p>
      <p>
        {t(`audience.${path.audience}`)} · {t('length', { steps: path.steps.length, hours: hoursOf(path) })} ·{' '}
        {t('free')}
      </p>
      {reading.lang === 'fr' && (
        <p>
          <a
            href={`/paths/${path.id}?${new URLSearchParams({
              ...(position && { a: position }),
              ...(!reading.easy && { easy: '1' }),
            })}`}
          >
            {t(reading.easy ? 'easyOff' : 'easyOn')}
          </a>
        </p>
      )}
      <h2>{t('steps')}</h2>
      <ol class="thread">
        {path.steps.map((step) => (
          <li key={step.id}>
            <StepWords step={step} reading={reading} />
          </li>
        ))}
      </ol>
      <NearHome
        lang={reading.lang}
        near={near}
        town={town}
        now={now}
        action={`/paths/${path.id}`}
        keep={keep}
      />
      <StartForm
        reading={reading}
        path={path.id}
        towns={towns}
        position={position}
        typed={typed}
        errors={errors}
      />
    </>
  )
}

/** After setting out with a contact: the link has left, and is shown to nobody. */
export const SentPage = ({ lang }: { readonly lang: Language }) => {
  const t = words(lang)
  return (
    <>
      <h1>{t('sentTitle')}</h1>
      <p class="lead">{t('sentLead')}</p>
      <p>{t('sentNothing')}</p>
      <p>
        <LinkButton alt href="/paths">
          {t('allPaths')}
        </LinkButton>
      </p>
    </>
  )
}
