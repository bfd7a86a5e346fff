import { type Typed, typedText } from '#platform/http/form.ts'
import { type Language, sayDate, sayHours, sayMoment } from '#platform/i18n/index.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { Choice, ErrorSummary, Field, type FieldError, Form, Select } from '#ui/form.tsx'
import { Note } from '#ui/note.tsx'
import type { LabHere } from '../db/lab.ts'
import type { Booking, Maker, Opening } from '../domain/vocabulary.ts'
import { labWords } from '../lab-words.ts'

type FieldsProps = {
  readonly lang: Language
  readonly here: LabHere
  readonly typed: Typed
  readonly errors: readonly FieldError[]
}

type Props = FieldsProps & {
  readonly openings: readonly Opening[]
  readonly now: Temporal.Instant
  readonly said: string | null
}

/** When the lab opens in the weeks to come, and the way to open it once or every week. */
export const LabOpeningsPage = (props: Props) => {
  const { lang, here, openings, now, errors, said } = props
  const t = labWords(lang)
  const local = (moment: Temporal.Instant) => moment.toZonedDateTimeISO(here.timeZone)
  return (
    <>
      <div class="split">
        <h1>{t('op.title')}</h1>
        <LinkButton alt icon="print" href="/fablab/door">
          {t('op.door')}
        </LinkButton>
      </div>
      <ErrorSummary lang={lang} errors={errors} />
      {said && (
        <Note role="status">
          <p>{said}</p>
        </Note>
      )}
      {openings.length === 0 && <p>{t('op.none')}</p>}
      <ul class="wl">
        {openings.map((opening) => (
          <li key={opening.id}>
            <span>
              <b>{sayDate(lang, local(opening.startsAt), now)}</b>,{' '}
              {sayHours(lang, local(opening.startsAt), local(opening.endsAt))}
              <small>
                <bdi lang="fr">{here.rooms.find(({ id }) => id === opening.space)?.name}</bdi> ·{' '}
                {t(`day.${opening.kind}`)} ·{' '}
                {opening.supervisor ? t('day.with', { name: opening.supervisor.name }) : t('day.without')}
              </small>
            </span>
            <a href={`/fablab/openings/${opening.id}`}>{t('op.changeLink')}</a>
          </li>
        ))}
      </ul>
      <Form action="/fablab/openings" title={t('op.add')}>
        <OpeningFields {...props} />
        <Field
          name="until"
          type="date"
          label={t('op.weekly')}
          hint={t('op.weeklyHint')}
          value={typedText(props.typed, 'until')}
          error={errors.find(({ field }) => field === 'until')?.message}
        />
        <p>
          <Button icon="plus">{t('op.add')}</Button>
        </p>
      </Form>
    </>
  )
}

const OpeningFields = ({ lang, here, typed, errors }: FieldsProps) => {
  const t = labWords(lang)
  const field = (name: string) => ({
    name,
    value: typedText(typed, name),
    error: errors.find((error) => error.field === name)?.message,
  })
  return (
    <>
      <Select
        {...field('room')}
        label={t('op.room')}
        options={here.rooms.map(({ id, name, place }) => ({
          value: String(id),
          label: `${name} · ${place}`,
          lang: 'fr',
        }))}
      />
      <Choice
        {...field('kind')}
        value={typedText(typed, 'kind') || 'bookable'}
        label={t('op.kind')}
        options={(['bookable', 'open-lab'] as const).map((kind) => ({
          value: kind,
          label: t(`op.kind.${kind}`),
        }))}
      />
      <div class="ask">
        <Field {...field('day')} type="date" label={t('op.day')} />
        <Field {...field('from')} type="time" label={t('op.from')} />
        <Field {...field('to')} type="time" label={t('op.to')} />
      </div>
      <Select
        {...field('supervisor')}
        label={t('op.supervisor')}
        hint={t('op.supervisorHint')}
        options={[
          { value: '', label: t('nobody') },
          ...here.members.map(({ id, name }) => ({ value: String(id), label: name })),
        ]}
      />
    </>
  )
}

/** One opening, to change or to remove. */
export const LabOpeningPage = (props: FieldsProps & { readonly id: number }) => {
  const { lang, id, errors } = props
  const t = labWords(lang)
  return (
    <>
      <p>
        <a href="/fablab/openings">{t('op.title')}</a>
      </p>
      <h1>{t('op.change')}</h1>
      <ErrorSummary lang={lang} errors={errors} />
      <Form action={`/fablab/openings/${id}`}>
        <OpeningFields {...props} />
        <p>
          <Button icon="ok">{t('op.save')}</Button>
        </p>
      </Form>
      <form method="post" action={`/fablab/openings/${id}/removal`}>
        <Button alt>{t('op.remove')}</Button>
      </form>
    </>
  )
}

type SureProps = {
  readonly lang: Language
  readonly here: LabHere
  readonly opening: Opening
  readonly stranded: readonly Booking[]
  readonly makers: ReadonlyMap<number, Maker>
  /** What is posted again, once sure; null: the opening is removed. */
  readonly typed: Typed | null
}

/** Who loses a booking, before anything is done. */
export const LabOpeningSure = ({ lang, here, opening, stranded, makers, typed }: SureProps) => {
  const t = labWords(lang)
  const local = (moment: Temporal.Instant) => moment.toZonedDateTimeISO(here.timeZone)
  const when = sayMoment(lang, local(opening.startsAt))
  return (
    <>
      <h1>{t(typed ? 'op.changeTitle' : 'op.removeTitle', { when })}</h1>
      <p>{t('op.stranded', { count: stranded.length })}</p>
      <ul class="wl">
        {stranded.map((booking) => (
          <li key={booking.id}>
            {t('op.strandedOne', {
              name: makers.get(booking.maker)?.name ?? '',
              when: sayMoment(lang, local(booking.startsAt)),
            })}
          </li>
        ))}
      </ul>
      <form class="row" method="post" action={`/fablab/openings/${opening.id}${typed ? '' : '/removal'}`}>
        {typed &&
          ['room', 'kind', 'day', 'from', 'to', 'supervisor'].map((name) => (
            <input key={name} type="hidden" name={name} value={typedText(typed, name)} />
          ))}
        <Button icon="warn" name="sure" value="yes">
          {t('op.sure')}
        </Button>
        <LinkButton alt href={`/fablab/openings/${opening.id}`}>
          {t('op.keep')}
        </LinkButton>
      </form>
    </>
  )
}
