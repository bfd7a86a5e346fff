import { type Typed, typedText } from '#platform/http/form.ts'
import { type Language, sayDate, sayMoment } from '#platform/i18n/index.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { Choice, ErrorSummary, Field, type FieldError, Form } from '#ui/form.tsx'
import { Note } from '#ui/note.tsx'
import { type Booking, type Machine, type Maker, outageCauses } from '../domain/vocabulary.ts'
import { labWords } from '../lab-words.ts'
import type { ReHomed } from '../re-home.ts'
import type { PlanDue } from '../read-upkeep.ts'
import { words } from '../words.ts'
import { LabPlans } from './lab-upkeep.tsx'

type Props = {
  readonly lang: Language
  readonly machine: Machine
  readonly plans: readonly PlanDue[]
  readonly now: Temporal.Instant
  readonly typed: Typed
  readonly errors: readonly FieldError[]
  readonly said: string | null
}

/** A machine out of service, and what is done to it again and again. */
export const LabOutagesPage = ({ lang, machine, plans, now, typed, errors, said }: Props) => {
  const t = labWords(lang)
  const local = (moment: Temporal.Instant) => moment.toZonedDateTimeISO(machine.place.timeZone)
  const field = (name: string) => ({
    name,
    value: typedText(typed, name),
    error: errors.find((error) => error.field === name)?.message,
  })
  return (
    <>
      <p>
        <a href="/fablab/upkeep">{t('tab.upkeep')}</a>
      </p>
      <h1>{t('up.ofMachine', { machine: machine.name })}</h1>
      <ErrorSummary lang={lang} errors={errors} />
      {said && (
        <Note role="status">
          <p>{said}</p>
        </Note>
      )}
      {machine.outages.length === 0 && <p class="good">{t('up.inService')}</p>}
      {machine.outages.map(({ from, until, cause }) => (
        <p key={from.toString()}>
          <b class="bad">
            {Temporal.Instant.compare(from, now) <= 0
              ? t('up.outNow', { cause: words(lang)(`cause.${cause}`) })
              : t('up.outFrom', {
                  cause: words(lang)(`cause.${cause}`),
                  from: sayMoment(lang, local(from)),
                })}
          </b>{' '}
          {until
            ? t('up.until', { until: sayDate(lang, local(until.subtract({ seconds: 1 }))) })
            : t('up.noUntil')}
        </p>
      ))}
      {machine.outages.length > 0 && (
        <form method="post" action={`/fablab/machines/${machine.id}/return`}>
          <Button icon="ok">{t('up.return')}</Button>
        </form>
      )}
      <Form action={`/fablab/machines/${machine.id}/outages`} title={t('up.takeOut')}>
        <input type="hidden" name="report" value={typedText(typed, 'report')} />
        <Choice
          {...field('cause')}
          label={t('up.cause')}
          options={outageCauses.map((cause) => ({ value: cause, label: words(lang)(`cause.${cause}`) }))}
        />
        <Choice
          {...field('when')}
          value={typedText(typed, 'when') || 'now'}
          label={t('up.when')}
          options={[
            { value: 'now', label: t('up.fromNow') },
            { value: 'later', label: t('up.later2') },
          ]}
        />
        <div class="ask">
          <Field {...field('fromDay')} type="date" label={t('up.fromDay')} />
          <Field {...field('fromHour')} type="time" label={t('up.fromHour')} />
          <Field {...field('untilDay')} type="date" label={t('up.untilDay')} />
        </div>
        <p>
          <Button onwards>{t('up.see')}</Button>
        </p>
      </Form>
      <h2>{t('up.plans')}</h2>
      <LabPlans lang={lang} plans={plans} machines={[machine]} />
      <Form action={`/fablab/machines/${machine.id}/upkeep`} title={t('up.planNew')}>
        <Field {...field('task')} label={t('up.task')} hint={t('up.taskHint')} maxLength={80} dir="auto" />
        <div class="ask">
          <Field {...field('everyWeeks')} label={t('up.everyWeeks')} inputMode="numeric" />
          <Field {...field('everyHours')} label={t('up.everyHours')} inputMode="numeric" />
        </div>
        <p>
          <Button icon="plus">{t('up.plan')}</Button>
        </p>
      </Form>
    </>
  )
}

type PreviewProps = {
  readonly lang: Language
  readonly machine: Machine
  readonly homes: readonly ReHomed[]
  readonly waiting: readonly Booking[]
  readonly makers: ReadonlyMap<number, Maker>
  readonly typed: Typed
}

/** Who would be moved, whose booking cancelled and who waits in vain, before anything is done. */
export const LabOutagePreview = ({ lang, machine, homes, waiting, makers, typed }: PreviewProps) => {
  const t = labWords(lang)
  const isNobody = homes.length + waiting.length === 0
  const who = (booking: Booking) => ({
    name: makers.get(booking.maker)?.name ?? '',
    when: sayMoment(lang, booking.startsAt.toZonedDateTimeISO(machine.place.timeZone)),
  })
  return (
    <>
      <h1>{t('up.preview', { machine: machine.name })}</h1>
      {isNobody && <p>{t('up.nobody')}</p>}
      <ul class="wl">
        {homes.map(({ booking, to }) => (
          <li key={booking.id}>
            {to ? t('up.moved', { ...who(booking), machine: to.name }) : t('up.cancelled', who(booking))}
          </li>
        ))}
        {waiting.map((booking) => (
          <li key={booking.id}>{t('up.waits', who(booking))}</li>
        ))}
      </ul>
      {!isNobody && <p>{t('up.told')}</p>}
      <form class="row" method="post" action={`/fablab/machines/${machine.id}/outages`}>
        {['cause', 'when', 'fromDay', 'fromHour', 'untilDay', 'report'].map((name) => (
          <input key={name} type="hidden" name={name} value={typedText(typed, name)} />
        ))}
        <Button name="sure" value="yes" icon="warn">
          {t('up.do')}
        </Button>
        <LinkButton alt href={`/fablab/machines/${machine.id}/outages`}>
          {t('up.dont')}
        </LinkButton>
      </form>
    </>
  )
}
