import { type FieldErrors, type Typed, typedText } from '#platform/http/form.ts'
import { type Language, sayDate } from '#platform/i18n/index.ts'
import { Button } from '#ui/button.tsx'
import { Field, Form, Select } from '#ui/form.tsx'
import { type Milestone, milestoneKinds } from '../domain/milestones.ts'
import { words } from '../words.ts'
import { sayWrong } from './profile-fields.tsx'

/** What was reached, in words. */
const sayMilestone = (lang: Language, { kind, town, jobs }: Milestone): string => {
  const t = words(lang)
  const what = t(`milestone.${kind}`)
  if (town !== null) return t('milestoneTown', { what, town })
  return jobs === null ? what : t('milestoneJobs', { what, jobs })
}

type Props = {
  readonly lang: Language
  /** Where its forms are posted to: the address of the page. */
  readonly address: string
  readonly reached: readonly Milestone[]
  readonly now: Temporal.Instant
  readonly typed: Typed
  readonly errors: FieldErrors
  /** The form was posted and is to be mended: it stays open. */
  readonly open: boolean
}

/** The milestones reached, as a thread, and the form to note another one. */
export const MilestoneSection = ({ lang, address, reached, now, typed, errors, open }: Props) => {
  const t = words(lang)
  const wrong = sayWrong(lang, errors)
  const left = milestoneKinds.filter((kind) => kind === 'hired' || !reached.some((one) => one.kind === kind))
  return (
    <section class="stack" aria-labelledby="journey">
      <h2 id="journey">{t('journey')}</h2>
      {reached.length === 0 ? (
        <p>{t('journeyNone')}</p>
      ) : (
        <ol class="thread">
          {reached.map((milestone) => (
            <li key={milestone.id}>
              <b>{sayMilestone(lang, milestone)}</b> {sayDate(lang, milestone.on.toZonedDateTime('UTC'), now)}
              <form method="post" action={`${address}/removals`}>
                <input type="hidden" name="milestone" value={milestone.id} />
                <Button alt>
                  {t('takeBack')} <span class="vh">{sayMilestone(lang, milestone)}</span>
                </Button>
              </form>
            </li>
          ))}
        </ol>
      )}
      <details open={open}>
        <summary>{t('sayMilestone')}</summary>
        <Form action={`${address}/milestones`}>
          <Select
            name="kind"
            label={t('kind')}
            value={typedText(typed, 'kind')}
            error={wrong('kind')}
            options={left.map((kind) => ({ value: kind, label: t(`milestone.${kind}`) }))}
          />
          <Field
            name="on"
            type="date"
            label={t('day')}
            value={typedText(typed, 'on') || now.toZonedDateTimeISO('UTC').toPlainDate().toString()}
            error={wrong('on')}
          />
          <Field
            name="town"
            label={t('town')}
            hint={t('townHint')}
            value={typedText(typed, 'town')}
            error={wrong('town')}
            dir="auto"
          />
          <Field
            name="jobs"
            type="number"
            label={t('jobs')}
            hint={t('jobsHint')}
            value={typedText(typed, 'jobs')}
            error={wrong('jobs')}
          />
          <p>
            <Button icon="ok">{t('say')}</Button>
          </p>
        </Form>
      </details>
    </section>
  )
}
