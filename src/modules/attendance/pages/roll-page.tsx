import { wordsOf } from '#modules/programme/index.ts'
import { type Language, sayDate, sayHours } from '#platform/i18n/index.ts'
import { LinkButton } from '#ui/button.tsx'
import { Chairs } from '#ui/chairs.tsx'
import { ErrorSummary } from '#ui/form.tsx'
import { Note } from '#ui/note.tsx'
import { isItsDay, marks } from '../domain/mark.ts'
import type { RollCall } from '../read-roll-call.ts'
import { words } from '../words.ts'
import { CourseNote } from './course-note.tsx'
import { DoorForms, type DoorFormsProps } from './door-forms.tsx'
import { Person } from './person.tsx'
import { WaitingList } from './waiting-list.tsx'

type RollProps = Pick<DoorFormsProps, 'gesture' | 'asksPhone' | 'typed' | 'errors'> & {
  readonly lang: Language
  readonly call: RollCall
  readonly now: Temporal.Instant
  /** Why the last gesture was refused, when it belongs to no field. */
  readonly refused?: string | undefined
}

/** The roll call of a session: everybody registered, the door's forms, who waits. */
export const RollPage = ({ lang, call, now, refused, ...door }: RollProps) => {
  const t = words(lang)
  const { session, tally } = call
  const today = isItsDay(session.start, now)
  const beside = Object.entries(door.errors ?? {}).map(([field, message]) => ({ field, message }))
  return (
    <>
      <ErrorSummary lang={lang} errors={refused ? [{ message: refused }, ...beside] : beside} />
      <p class="noprint">
        <a href="/desk">{t('backToDesk')}</a>
      </p>
      <div class="split">
        <div>
          <h1>{wordsOf(session, lang).title}</h1>
          <p>
            {sayDate(lang, session.start)}, {sayHours(lang, session.start, session.end)} ·{' '}
            {session.place.name}
            {call.hosts.length > 0 && ` · ${t('with', { names: call.hosts.join(', ') })}`}
          </p>
        </div>
        <div>
          <p class="tally">
            <b class="slab">
              {t('tally', { here: tally.present, expected: tally.present + tally.expected + tally.away })}
            </b>
            {tally.unnamed > 0 && ` ${t('unnamed', { people: tally.unnamed })}`}
          </p>
          <Chairs lang={lang} free={session.seatsLeft} capacity={session.capacity} />
        </div>
      </div>
      {session.status === 'cancelled' && <Note kind="no">{t('cancelledNote')}</Note>}
      {!today && session.status !== 'cancelled' && <Note icon="cal">{t('notYet')}</Note>}
      <CourseNote lang={lang} call={call} />
      <p class="row noprint">
        <LinkButton alt href={`/desk/sessions/${session.id}`}>
          {t('refresh')}
        </LinkButton>
        <LinkButton alt icon="print" href={`/desk/sessions/${session.id}/sheet`}>
          {t('sheet')}
        </LinkButton>
      </p>
      <div class="two">
        <section class="stack" aria-labelledby="who">
          <h2 id="who">{t('who')}</h2>
          {call.roll.length === 0 && <p>{t('nobody')}</p>}
          {call.roll.length > 0 && (
            <ol class="rolls">
              {call.roll.map((line) => (
                <Person
                  key={line.id}
                  lang={lang}
                  line={line}
                  timeZone={session.start.timeZoneId}
                  offered={today ? marks : marks.filter((mark) => mark !== 'present')}
                />
              ))}
            </ol>
          )}
        </section>
        <div class="stack side">
          {session.status !== 'cancelled' && today && (
            <DoorForms
              lang={lang}
              session={session.id}
              isCourse={call.dates.length > 1}
              seatsLeft={session.seatsLeft}
              headcount={call.headcount}
              {...door}
            />
          )}
          <WaitingList lang={lang} call={call} now={now} today={today} />
        </div>
      </div>
    </>
  )
}
