import type { Hit } from '#modules/discovery/index.ts'
import { wordsOf } from '#modules/programme/index.ts'
import { type FieldErrors, type Typed, typedText } from '#platform/http/form.ts'
import { type Language, sayDate, sayMoment } from '#platform/i18n/index.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { ErrorSummary, Field, Form } from '#ui/form.tsx'
import { Icon } from '#ui/icon.tsx'
import { Note } from '#ui/note.tsx'
import { type PlanLine, planOf } from '../domain/plan.ts'
import { type Reading, say } from '../domain/say.ts'
import type { ShopView } from '../read-shop.ts'
import { nextRound, roundOf } from '../shop-answer.ts'
import { type Word, words } from '../words.ts'
import { StandingTable } from './standing.tsx'

type Props = ShopView & {
  readonly reading: Reading
  readonly token: string
  readonly sessions: ReadonlyMap<string, Hit>
  readonly now: Temporal.Instant
  readonly said: boolean
  readonly typed: Typed
  readonly errors: FieldErrors
}

/** « 1 heure 30 min ». */
export const sayMinutes = (lang: Language, minutes: number): string =>
  words(lang)('minutes', { hours: Math.floor(minutes / 60), minutes: minutes % 60 }).trim()

const dayOf = (lang: Language, on: string) =>
  sayDate(
    lang,
    Temporal.PlainDate.from(on).toZonedDateTime('UTC'),
    Temporal.Instant.from('1970-01-01T00:00Z'),
  )

/** The plan of a shop: what to do this week, this month, later, each with its reason; and how it stands, time after time. */
export const PlanPage = (view: Props) => {
  const { reading, token, measures, rules, on, done, said } = view
  const { lang, easy } = reading
  const t = words(lang)
  const lines = planOf(rules, roundOf(measures)?.answers ?? {}, on)
  const doneHere = lines.filter(({ rule }) => done.has(rule.id)).length
  return (
    <>
      {said && (
        <Note role="status">
          <p>{t('kept')}</p>
        </Note>
      )}
      <h1>{t('plan')}</h1>
      <p class="lead">{t('planLead', { count: lines.length })}</p>
      {lines.length > 0 && (
        <p>
          <b>{t('doneCount', { done: doneHere, count: lines.length })}</b>{' '}
          <meter min={0} max={lines.length} value={doneHere} aria-hidden="true" />
        </p>
      )}
      <Again {...view} />
      {(['week', 'month', 'later'] as const).map((when) => (
        <Group key={when} when={when} lines={lines.filter((line) => line.when === when)} {...view} />
      ))}
      <h2>{t('standing')}</h2>
      <StandingTable lang={lang} reading={reading} measures={measures} rules={rules} on={on} />
      <p class="row noprint">
        <a href={`/shop/${token}/1${easy ? '?easy=1' : ''}`}>{t('change')}</a>
        <a href="/mentors">{t('mentors')}</a>
        {lang === 'fr' && (
          <a href={`/shop/${token}${easy ? '' : '?easy=1'}`}>{t(easy ? 'easyOff' : 'easyOn')}</a>
        )}
      </p>
      <p class="hint noprint">{t('print')}</p>
      <Keep {...view} />
      <details class="noprint">
        <summary>{t('erase')}</summary>
        <form class="stack" method="post" action={`/shop/${token}/erasures`}>
          <p>{t('eraseWhy')}</p>
          <Button alt>{t('eraseSure')}</Button>
        </form>
      </details>
    </>
  )
}

/** When it may be measured again, and the way there. */
const Again = ({ measures, token, reading: { lang }, now, on }: Props) => {
  const next = nextRound(measures)
  if (!next) return null
  const t = words(lang)
  if (Temporal.Instant.compare(next.from, now) > 0)
    return <p>{t('againWhen', { day: sayDate(lang, next.from.toZonedDateTimeISO('UTC'), now) })}</p>
  return (
    <form class="join stack noprint" method="post" action={`/shop/${token}/rounds`}>
      <p>{t('againNow')}</p>
      <input type="hidden" name="on" value={on} />
      <Button>{t('again')}</Button>
    </form>
  )
}

const Group = ({ when, lines, ...view }: Props & { when: PlanLine['when']; lines: readonly PlanLine[] }) =>
  lines.length === 0 ? null : (
    <section class="stack">
      <h2>{words(view.reading.lang)(`when.${when}`)}</h2>
      <ul class="stack">
        {lines.map((line) => (
          <Line key={line.rule.id} line={line} {...view} />
        ))}
      </ul>
    </section>
  )

/** One action: what to do and how, why it is here, when, how long, how much, with whom, and the tick. */
const Line = ({ line, reading, token, done, sessions, now }: Props & { line: PlanLine }) => {
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
          <Icon name="helper" /> {t('whoHelps', { who: action.who.map((who) => t(`who.${who}`)).join(', ') })}
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
          {rule.sources.map(({ title, url }) => (
            <a key={url} href={url} rel="noreferrer" lang="fr">
              {title}
            </a>
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

/** Getting the link by message, and a reminder at three and six months; or no more of them. */
const Keep = ({ shop, token, reading: { lang }, typed, errors }: Props) => {
  const t = words(lang)
  if (shop.phoneSealed || shop.emailSealed)
    return (
      <form class="stack noprint" method="post" action={`/shop/${token}/contact`}>
        <input type="hidden" name="contact" value="" />
        <Button alt>{t('stopKeeping')}</Button>
      </form>
    )
  return (
    <div class="noprint">
      <Form action={`/shop/${token}/contact`} title={t('keep')}>
        <ErrorSummary
          lang={lang}
          errors={Object.entries(errors).map(([field, word]) => ({ field, message: t(word as Word) }))}
        />
        <p>{t('keepWhy')}</p>
        <Field
          name="contact"
          label={t('contact')}
          dir="ltr"
          value={typedText(typed, 'contact')}
          error={errors.contact ? t(errors.contact as Word) : undefined}
        />
        <Button>{t('keepIt')}</Button>
      </Form>
    </div>
  )
}

/** A link that opens nothing. */
export const ShopUnknown = ({ lang }: { readonly lang: Language }) => (
  <>
    <h1>{words(lang)('linkUnknown')}</h1>
    <p>
      <LinkButton href="/shop">{words(lang)('startAgain')}</LinkButton>
    </p>
  </>
)

/** Said once everything is erased. */
export const ShopErased = ({ lang }: { readonly lang: Language }) => (
  <>
    <h1>{words(lang)('erased')}</h1>
    <p class="lead">{words(lang)('erasedWhat')}</p>
  </>
)
