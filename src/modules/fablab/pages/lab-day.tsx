import { type Language, sayDate, sayHours } from '#platform/i18n/index.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { ErrorSummary, type FieldError, Select } from '#ui/form.tsx'
import { Note } from '#ui/note.tsx'
import { machineKinds } from '../domain/vocabulary.ts'
import { labWords } from '../lab-words.ts'
import type { LabDay, MachineDay } from '../read-lab-day.ts'
import { words } from '../words.ts'
import { LabComing } from './lab-coming.tsx'
import { LabHours, LabLine, spanOf } from './lab-line.tsx'

type Props = {
  readonly lang: Language
  readonly day: LabDay
  readonly now: Temporal.Instant
  readonly mayRunTheLab: boolean
  readonly errors: readonly FieldError[]
  readonly said: string | null
}

/** A day of the lab: when it is open and with whom, who comes to which machine, what waits for the team. */
export const LabDayPage = (props: Props) => {
  const { lang, day, now, mayRunTheLab, errors, said } = props
  const t = labWords(lang)
  const on = day.date.toZonedDateTime(day.here.timeZone)
  const other = (days: number) => `/fablab?on=${day.date.add({ days })}`
  const span = spanOf(day.openings)
  return (
    <>
      <h1>{t('day.title', { date: sayDate(lang, on, now) })}</h1>
      <ErrorSummary lang={lang} errors={errors} />
      {said && (
        <Note role="status">
          <p>{said}</p>
        </Note>
      )}
      <p class="row noprint">
        <LinkButton alt href={other(-1)}>
          {t('day.before')}
        </LinkButton>
        <LinkButton alt href="/fablab">
          {t('day.today')}
        </LinkButton>
        <LinkButton alt href={other(1)}>
          {t('day.after')}
        </LinkButton>
        <LinkButton icon="plus" href={`/fablab/bookings/new?on=${day.date}`}>
          {t('day.walkIn')}
        </LinkButton>
      </p>
      <WaitsForTeam lang={lang} day={day} mayRunTheLab={mayRunTheLab} />
      <h2>{t('day.open')}</h2>
      {day.openings.length === 0 && <p>{t('day.closed')}</p>}
      <ul class="wl">
        {day.openings.map((opening) => (
          <OpeningOfDay key={opening.id} {...props} opening={opening} />
        ))}
      </ul>
      <h2>{t('day.machines')}</h2>
      {day.machines.map((machine) => (
        <section key={machine.machine.id} class="stack" aria-labelledby={`m${machine.machine.id}`}>
          <h3 id={`m${machine.machine.id}`}>
            <bdi>{machine.machine.name}</bdi>{' '}
            {machine.bookings.length === 0 && <small>{t('day.free')}</small>}
          </h3>
          {span && (
            <div>
              <LabHours lang={lang} span={span} timeZone={machine.machine.place.timeZone} />
              <LabLine lang={lang} day={machine} span={span} timeZone={machine.machine.place.timeZone} />
            </div>
          )}
          <HeldBy lang={lang} day={machine} now={now} />
          {machine.bookings.length > 0 && (
            <ol class="rolls">
              {machine.bookings.map((booking) => (
                <LabComing
                  key={booking.id}
                  lang={lang}
                  booking={booking}
                  timeZone={machine.machine.place.timeZone}
                  now={now}
                  mayRunTheLab={mayRunTheLab}
                />
              ))}
            </ol>
          )}
        </section>
      ))}
    </>
  )
}

const WaitsForTeam = ({ lang, day, mayRunTheLab }: Pick<Props, 'lang' | 'day' | 'mayRunTheLab'>) => {
  const t = labWords(lang)
  const { waiting } = day
  const all = [
    { count: waiting.breakdowns, word: 'day.waits.breakdowns', href: '/fablab/upkeep#reports' },
    { count: waiting.low, word: 'day.waits.low', href: '/fablab/stock' },
    { count: waiting.due, word: 'day.waits.due', href: '/fablab/upkeep' },
    { count: waiting.ending, word: 'day.waits.ending', href: '/fablab/makers?standing=soon' },
  ] as const
  const some = all.filter(({ count }) => count > 0)
  return (
    <section aria-labelledby="waits">
      <h2 id="waits">{t('day.waits')}</h2>
      {some.length === 0 && <p>{t('day.waits.nothing')}</p>}
      <ul class="links">
        {some.map(({ count, word, href }) => (
          <li key={word}>{mayRunTheLab ? <a href={href}>{t(word, { count })}</a> : t(word, { count })}</li>
        ))}
        {mayRunTheLab && (
          <li>
            <a href="/projects/moderation">{t('day.waits.projects')}</a>
          </li>
        )}
      </ul>
    </section>
  )
}

const OpeningOfDay = ({ lang, day, opening }: Props & { readonly opening: LabDay['openings'][number] }) => {
  const t = labWords(lang)
  const local = (moment: Temporal.Instant) => moment.toZonedDateTimeISO(day.here.timeZone)
  const room = day.here.rooms.find(({ id }) => id === opening.space)
  return (
    <li>
      <span>
        <b>{sayHours(lang, local(opening.startsAt), local(opening.endsAt))}</b>{' '}
        {room && <bdi lang="fr">{room.name}</bdi>}
        <small>
          {t(`day.${opening.kind}`)} ·{' '}
          {opening.supervisor ? t('day.with', { name: opening.supervisor.name }) : t('day.without')} ·{' '}
          {t('day.came', { people: opening.came })}
        </small>
      </span>
      <form class="row noprint" method="post" action="/fablab/presences">
        <input type="hidden" name="opening" value={opening.id} />
        <Select
          id={`kind${opening.id}`}
          name="kind"
          label={t('day.for')}
          options={[
            { value: '', label: t('day.forAny') },
            ...machineKinds.map((kind) => ({ value: kind, label: words(lang)(`kind.${kind}`) })),
          ]}
        />
        <Button icon="plus" alt>
          {t('day.plusOne')}
        </Button>
        {opening.came > 0 && (
          <Button alt name="take" value="back">
            {t('day.minusOne')}
          </Button>
        )}
      </form>
    </li>
  )
}

const HeldBy = ({
  lang,
  day,
  now,
}: {
  readonly lang: Language
  readonly day: MachineDay
  readonly now: Temporal.Instant
}) => {
  const t = labWords(lang)
  const local = (moment: Temporal.Instant) => moment.toZonedDateTimeISO(day.machine.place.timeZone)
  const out = day.machine.outages.find(({ from }) => Temporal.Instant.compare(from, now) <= 0)
  const said = { session: 'day.held.session', clinic: 'day.held.clinic', quiet: 'day.held.quiet' } as const
  return (
    <>
      {out && <p class="bad">{t('day.out', { cause: words(lang)(`cause.${out.cause}`) })}</p>}
      {day.held.map(({ by, startsAt, endsAt }) =>
        by === 'session' || by === 'clinic' || by === 'quiet' ? (
          <p class="hint" key={`${by}${startsAt}`}>
            {sayHours(lang, local(startsAt), local(endsAt))} : {t(said[by])}
          </p>
        ) : null,
      )}
    </>
  )
}
