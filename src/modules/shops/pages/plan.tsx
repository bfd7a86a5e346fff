import { type FieldErrors, type Typed, typedText } from '#platform/http/form.ts'
import { type Language, sayDate } from '#platform/i18n/index.ts'
import { Button } from '#ui/button.tsx'
import { ErrorSummary, Field, Form } from '#ui/form.tsx'
import { Note } from '#ui/note.tsx'
import { type PlanLine, planOf } from '../domain/plan.ts'
import { rounds as roundsOfShop } from '../domain/vocabulary.ts'
import type { ShopView } from '../read-shop.ts'
import { lastFinished, nextRound } from '../shop-answer.ts'
import { type Word, words } from '../words.ts'
import { Line, type LinesProps } from './plan-line.tsx'
import { Qr } from './qr.tsx'
import { sayDay } from './say-move.ts'
import { StandingList } from './standing.tsx'

type Props = ShopView &
  LinesProps & {
    /** The part of a measure under way that has no answer yet; null when none is. */
    readonly openAt: number | null
    /** Of this page, for whoever holds it on paper. */
    readonly address: string
    readonly said: boolean
    readonly typed: Typed
    readonly errors: FieldErrors
  }

const parts = ['week', 'month', 'later'] as const

/** The plan of a shop: what to do this week, this month, later, each with its reason; and how it stands, time after time. */
export const PlanPage = (view: Props) => {
  const { reading, token, measures, rules, on, done, said } = view
  const { lang, easy } = reading
  const t = words(lang)
  const lines = planOf(rules, lastFinished(measures)?.answers ?? {}, on)
  const kept = view.shop.phoneSealed !== null || view.shop.emailSealed !== null
  const doneHere = lines.filter(({ rule }) => done.has(rule.id)).length
  return (
    <>
      {said && (
        <Note role="status">
          <p>{t('kept')}</p>
        </Note>
      )}
      {/* Up here, and not in its form: that is a long way down. */}
      <ErrorSummary
        lang={lang}
        errors={Object.entries(view.errors).map(([field, word]) => ({ field, message: t(word as Word) }))}
      />
      <h1>{t('plan')}</h1>
      <div class="onpaper">
        <Qr address={view.address} label={t('paperCode')} />
        <p>
          {t('paperOf', { day: sayDay(lang, on) })}
          <br />
          {t('paperOpens')}
        </p>
      </div>
      <p class="lead">{t('planLead', { count: lines.length })}</p>
      {lines.length > 1 && <p>{t('order')}</p>}
      {lines.length > 0 && (
        <p>
          <b>{t('doneCount', { done: doneHere, count: lines.length })}</b>{' '}
          <meter class="noprint" min={0} max={lines.length} value={doneHere} aria-hidden="true" />
        </p>
      )}
      {lines.length > 0 && <Jumps lines={lines} lang={lang} kept={kept} />}
      {view.openAt === null ? (
        <Again {...view} />
      ) : (
        <Note>
          <p>
            <a href={`/shop/${token}/${view.openAt}${easy ? '?easy=1' : ''}`}>{t('goOn')}</a>
          </p>
        </Note>
      )}
      {parts.map((when) => (
        <Group key={when} when={when} lines={lines.filter((line) => line.when === when)} {...view} />
      ))}
      <h2>{t('standing')}</h2>
      <StandingList lang={lang} reading={reading} measures={measures} rules={rules} on={on} />
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

/** The way to each part, and to the link: the page is long. */
const Jumps = ({ lines, lang, kept }: { lines: readonly PlanLine[]; lang: Language; kept: boolean }) => {
  const t = words(lang)
  return (
    <p class="row noprint">
      {parts.map((when) => {
        const count = lines.filter((line) => line.when === when).length
        return (
          count > 0 && (
            <a key={when} href={`#${when}`}>
              {t('partCount', { when: t(`when.${when}`), count })}
            </a>
          )
        )
      })}
      {kept || <a href="#contact">{t('keep')}</a>}
    </p>
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
      <h2 id={when}>{words(view.reading.lang)(`when.${when}`)}</h2>
      <ul class="stack">
        {lines.map((line) => (
          <Line key={line.rule.id} line={line} {...view} />
        ))}
      </ul>
    </section>
  )

/** Getting the link by message, and a reminder at three and six months; or no more of them. */
const Keep = ({ shop, token, measures, reading: { lang }, typed, errors }: Props) => {
  const t = words(lang)
  if (shop.phoneSealed || shop.emailSealed)
    return (
      <form class="stack noprint" method="post" action={`/shop/${token}/contact`}>
        {measures.length < roundsOfShop.length && <p>{t('keptWhat')}</p>}
        <input type="hidden" name="contact" value="" />
        <Button alt>{t('stopKeeping')}</Button>
      </form>
    )
  return (
    <div class="noprint">
      <Form action={`/shop/${token}/contact`} title={t('keep')}>
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
