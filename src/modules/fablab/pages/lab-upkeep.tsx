import { type Language, sayDate } from '#platform/i18n/index.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { ErrorSummary, type FieldError } from '#ui/form.tsx'
import { Note } from '#ui/note.tsx'
import type { Breakdown } from '../db/breakdowns.ts'
import type { Machine } from '../domain/vocabulary.ts'
import { labWords } from '../lab-words.ts'
import type { PlanDue } from '../read-upkeep.ts'
import { words } from '../words.ts'

type Props = {
  readonly lang: Language
  readonly machines: readonly Machine[]
  readonly breakdowns: readonly Breakdown[]
  readonly plans: readonly PlanDue[]
  readonly errors: readonly FieldError[]
  readonly said: boolean
}

/** What is broken, what is to be done, and the way to stop a machine. */
export const LabUpkeepPage = ({ lang, machines, breakdowns, plans, errors, said }: Props) => {
  const t = labWords(lang)
  const of = (id: number) => machines.find((machine) => machine.id === id)
  return (
    <>
      <h1>{t('up.title')}</h1>
      <ErrorSummary lang={lang} errors={errors} />
      {said && (
        <Note role="status">
          <p>{t('saved')}</p>
        </Note>
      )}
      <h2 id="reports">{t('up.reports')}</h2>
      {breakdowns.length === 0 && <p>{t('up.noReports')}</p>}
      <ul class="wl">
        {breakdowns.map((report) => {
          const machine = of(report.machine)
          if (!machine) return null
          const at = report.reportedAt.toZonedDateTimeISO(machine.place.timeZone)
          return (
            <li key={report.id}>
              <span>
                <b>
                  <bdi>{machine.name}</bdi>
                </b>{' '}
                {t(`bd.cause.${report.cause}`)}
                {report.words && <small dir="auto">{t('up.quoted', { words: report.words })}</small>}
                <small>
                  {sayDate(lang, at)} · {t('up.times', { times: report.times })}
                </small>
              </span>
              <span class="row">
                <LinkButton alt href={`/fablab/machines/${machine.id}/outages?report=${report.id}`}>
                  {t('up.confirm')}
                </LinkButton>
                <form method="post" action={`/fablab/breakdowns/${report.id}`}>
                  <Button alt>{t('up.dismiss')}</Button>
                </form>
              </span>
            </li>
          )
        })}
      </ul>
      <h2>{t('up.plans')}</h2>
      {plans.length === 0 && <p>{t('up.noPlans')}</p>}
      <LabPlans lang={lang} plans={plans} machines={machines} />
      <h2>{t('up.machines')}</h2>
      <ul class="wl">
        {machines.map((machine) => (
          <li key={machine.id}>
            <a href={`/fablab/machines/${machine.id}/outages`}>
              <bdi>{machine.name}</bdi>
            </a>
            <span>
              {machine.outages[0]
                ? t('up.outNow', { cause: words(lang)(`cause.${machine.outages[0].cause}`) })
                : t('up.inService')}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

/** Plans with when they fall due; done, or planned no more. */
export const LabPlans = ({ lang, plans, machines }: Pick<Props, 'lang' | 'plans' | 'machines'>) => {
  const t = labWords(lang)
  return (
    <ul class="wl">
      {plans.map((plan) => {
        const machine = machines.find(({ id }) => id === plan.machine)
        const zone = machine?.place.timeZone ?? 'UTC'
        return (
          <li key={plan.id}>
            <span>
              <b>
                <bdi>{plan.task}</bdi>
              </b>{' '}
              <span class={plan.state === 'due' ? 'bad' : undefined}>{t(`up.${plan.state}`)}</span>
              <small>
                {[
                  ...(machine ? [machine.name] : []),
                  ...(plan.on
                    ? [t('up.on', { date: sayDate(lang, plan.on.toZonedDateTimeISO(zone), plan.doneAt) })]
                    : []),
                  ...(plan.hoursLeft === null ? [] : [t('up.hoursLeft', { hours: plan.hoursLeft })]),
                ].join(' · ')}
              </small>
            </span>
            <form class="row" method="post" action={`/fablab/upkeep/${plan.id}`}>
              <Button alt icon="ok" name="do" value="done">
                {t('up.done')}
              </Button>
              <Button alt name="do" value="stop">
                {t('up.stop')}
              </Button>
            </form>
          </li>
        )
      })}
    </ul>
  )
}
