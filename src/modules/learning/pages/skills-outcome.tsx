import { LinkButton } from '#ui/button.tsx'
import { Note } from '#ui/note.tsx'
import type { Ladder, Rung } from '../domain/ladder.ts'
import type { Outcome } from '../domain/outcome.ts'
import type { PathRef } from '../domain/path.ts'
import { type Reading, say } from '../domain/say.ts'
import type { Answered } from '../domain/settle.ts'
import type { Near } from '../read-near.ts'
import { words } from '../words.ts'
import { Drawing } from './drawing.tsx'
import { Framework } from './framework.tsx'
import { Listen } from './listen.tsx'
import { NearHome } from './near.tsx'
import { carried, EasyLink, skillsAddress } from './skills-address.tsx'

type Props = {
  readonly reading: Reading
  readonly ladders: readonly Ladder[]
  readonly answered: readonly Answered[]
  readonly outcome: Outcome
  readonly near: Near
  readonly town: string
  readonly now: Temporal.Instant
  readonly paths: readonly PathRef[]
}

/** What somebody can do, what would help next, and where: never a mark. */
export const OutcomePage = ({ reading, ladders, answered, outcome, near, town, now, paths }: Props) => {
  const t = words(reading.lang)
  const direct = outcome.can.filter((one) => one.direct).map(({ rung }) => rung)
  const likely = outcome.can.filter((one) => !one.direct).map(({ rung }) => rung)
  return (
    <>
      <h1>{t('outcome')}</h1>
      <p class="lead">{t(`band.${outcome.band}`)}</p>
      <Listen lang={reading.lang} />
      {outcome.can.length > 0 && <h2>{t('canTitle')}</h2>}
      <Gestures reading={reading} rungs={direct} />
      {likely.length > 0 && <p>{t('likely')}</p>}
      <Gestures reading={reading} rungs={likely} />
      <h2>{t('nextTitle')}</h2>
      {outcome.next.length === 0 && <p>{t('nextNone')}</p>}
      <Gestures reading={reading} rungs={outcome.next} ladders={ladders} />
      <NearHome
        lang={reading.lang}
        near={near}
        town={town}
        now={now}
        action="/skills/outcome"
        keep={carried(reading, answered)}
      />
      {paths.length > 0 && (
        <>
          <h2>{t('pathsTitle')}</h2>
          <p>{t('pathsLead')}</p>
          <ul class="needs">
            {paths.map(({ id, icon, title }) => (
              <li key={id}>
                <a href={skillsAddress(`/paths/${id}`, reading, answered)}>
                  <Drawing name={icon} />
                  <span>{say(title, reading)}</span>
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      <Note icon="print" noPrint>
        <p>{t('keep')}</p>
      </Note>
      <p class="row">
        <LinkButton alt href={skillsAddress('/skills', reading)}>
          {t('again')}
        </LinkButton>
        {answered.length > 0 && (
          <LinkButton alt href={skillsAddress('/skills/questions', reading, answered.slice(0, -1))}>
            {t('changeLast')}
          </LinkButton>
        )}
        <LinkButton alt icon="call" href="/call-backs">
          {t('callMe')}
        </LinkButton>
      </p>
      <EasyLink reading={reading} page="/skills/outcome" answered={answered} />
      <Framework lang={reading.lang} skills={[...direct, ...outcome.next].map(({ skill }) => skill)} />
    </>
  )
}

/** Gestures with their drawing; with `ladders`, the theme of each as well. */
const Gestures = ({
  reading,
  rungs,
  ladders = [],
}: {
  readonly reading: Reading
  readonly rungs: readonly Rung[]
  readonly ladders?: readonly Ladder[]
}) =>
  rungs.length === 0 ? null : (
    <ul>
      {rungs.map((rung) => {
        const theme = ladders.find(({ id }) => id === rung.ladder)
        return (
          <li key={rung.code}>
            <Drawing name={rung.icon} /> <b>{say(rung.can, reading)}</b>
            {theme && ` · ${say(theme.title, reading)}`}
          </li>
        )
      })}
    </ul>
  )
