import { Fragment } from 'preact'
import type { Hit } from '#modules/discovery/index.ts'
import { wordsOf } from '#modules/programme/index.ts'
import { sayMoment } from '#platform/i18n/index.ts'
import { Button } from '#ui/button.tsx'
import { Icon } from '#ui/icon.tsx'
import type { PlanLine } from '../domain/plan.ts'
import { type Reading, say } from '../domain/say.ts'
import { words } from '../words.ts'
import { sayDay, sayMinutes } from './say-move.ts'

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
  const cost =
    action.cost.euros === 0 ? t('cost.free') : t(`cost.${action.cost.every}`, { euros: action.cost.euros })
  const proof = t('proof', { proof: say(action.proof, reading) })
  const isDone = done.has(rule.id)
  const hit = action.activities.map((slug) => sessions.get(slug)).find((found) => found !== undefined)
  return (
    <li class="ticket entrepreneurship" id={rule.id}>
      <div>
        <h3>
          {isDone && <Icon name="ok" />} {say(action.do, reading)}
        </h3>
        <p>{say(action.how, reading)}</p>
        {deadline && (
          <p class="bad">
            <Icon name="warn" />{' '}
            {t(deadline.overdue ? 'overdue' : 'dueBy', { day: sayDay(lang, deadline.on) })}
          </p>
        )}
        <p>
          <Icon name="clock" />{' '}
          {t('effort', { effect: action.effect, time: sayMinutes(lang, action.minutes), cost })}
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
            <Icon name="cal" /> {t('near')}
            {t('colon')}
            <a href={`/sessions/${hit.session.id}`}>
              {sayMoment(lang, hit.session.start, now)} · {wordsOf(hit.session, lang).title}
            </a>
          </p>
        )}
        {/* On paper, a box to tick; here, the button below. */}
        <p class="onpaper">
          {isDone ? '☑' : '☐'} {proof}
        </p>
        <p class="noprint">{proof}</p>
        <p class="hint">
          {t('because', { answer: t(`answer.${answer}`), question: say(rule.ask, reading) })}
        </p>
        <p class="hint">
          {rule.confirm ? <b>{t('confirm')}</b> : t('source')}
          {t('colon')}
          {rule.sources.map(({ title, url }, at) => (
            <Fragment key={url}>
              {at > 0 && t('comma')}
              {/* Each on its own: two French names beside each other would be read from the left in Arabic. */}
              <bdi>
                <a href={url} rel="noreferrer" lang="fr">
                  {title}
                </a>
              </bdi>
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
