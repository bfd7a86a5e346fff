import { Fragment } from 'preact'
import type { Hit } from '#modules/discovery/index.ts'
import { wordsOf } from '#modules/programme/index.ts'
import { type Language, sayDate, sayMoment } from '#platform/i18n/index.ts'
import { Button } from '#ui/button.tsx'
import { Icon } from '#ui/icon.tsx'
import type { PlanLine } from '../domain/plan.ts'
import { type Reading, say } from '../domain/say.ts'
import { words } from '../words.ts'

/** « 1 heure 30 min ». */
export const sayMinutes = (lang: Language, minutes: number): string =>
  words(lang)('minutes', { hours: Math.floor(minutes / 60), minutes: minutes % 60 }).trim()

const dayOf = (lang: Language, on: string) =>
  sayDate(
    lang,
    Temporal.PlainDate.from(on).toZonedDateTime('UTC'),
    Temporal.Instant.from('1970-01-01T00:00Z'),
  )

export interface LinesProps {
  readonly reading: Reading
  readonly token: string
  readonly done: ReadonlySet<string>
  readonly sessions: ReadonlyMap<string, Hit>
  readonly now: Temporal.Instant
}

/** One action: what to do and how, why it is here, when, how long, how much, with whom, and the tick. */
export const Line = ({
  line,
  reading,
  token,
  done,
  sessions,
  now,
}: LinesProps & { readonly line: PlanLine }) => {
  const { lang } = reading
  const t = words(lang)
  const { rule, answer, deadline } = line
  const { action } = rule
  const isDone = done.has(rule.id)
  const hit = action.activities.map((slug) => sessions.get(slug)).find((found) => found !== undefined)
  return (
    <li class="ticket entrepreneurship">
      <div>
        <h3>
          {isDone && <Icon name="ok" />} {say(action.do, reading)}
        </h3>
        <p>{say(action.how, reading)}</p>
        {deadline && (
          <p class="bad">
            <Icon name="warn" />{' '}
            {t(deadline.overdue ? 'overdue' : 'dueBy', { day: dayOf(lang, deadline.on) })}
          </p>
        )}
        <p>
          <Icon name="clock" />{' '}
          {t('worth', { effect: action.effect, time: sayMinutes(lang, action.minutes) })} ·{' '}
          {action.cost.euros === 0
            ? t('cost.free')
            : t(`cost.${action.cost.every}`, { euros: action.cost.euros })}
        </p>
        <p>
          <Icon name="helper" />{' '}
          {t('whoHelps', {
            who: new Intl.ListFormat(lang, { type: 'disjunction' }).format(
              action.who.map((who) => t(`who.${who}`)),
            ),
          })}
        </p>
        {hit && (
          <p>
            <Icon name="cal" /> {t('near')}{' '}
            <a href={`/sessions/${hit.session.id}`}>
              {sayMoment(lang, hit.session.start, now)} · {wordsOf(hit.session, lang).title}
            </a>
          </p>
        )}
        <p>{t('proof', { proof: say(action.proof, reading) })}</p>
        <p class="hint">
          {t('because', { answer: t(`answer.${answer}`), question: say(rule.ask, reading) })}
        </p>
        <p class="hint">
          {rule.confirm && <b>{t('confirm')} · </b>}
          {t('source')}{' '}
          {rule.sources.map(({ title, url }, at) => (
            <Fragment key={url}>
              {at > 0 && ' · '}
              <a href={url} rel="noreferrer" lang="fr">
                {title}
              </a>
            </Fragment>
          ))}
        </p>
        <form class="noprint" method="post" action={`/shop/${token}/actions${reading.easy ? '?easy=1' : ''}`}>
          <input type="hidden" name="question" value={rule.id} />
          <Button alt name="done" value={isDone ? 'no' : 'yes'} icon={isDone ? undefined : 'ok'}>
            {t(isDone ? 'undo' : 'done')}
            <span class="vh"> {say(action.do, reading)}</span>
          </Button>
        </form>
      </div>
    </li>
  )
}
