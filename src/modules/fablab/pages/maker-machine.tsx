import { type Language, sayDate, sayLength } from '#platform/i18n/index.ts'
import { Form, Select } from '#ui/form.tsx'
import { Icon } from '#ui/icon.tsx'
import { Note } from '#ui/note.tsx'
import type { Slot } from '../domain/slots.ts'
import { makersWords } from '../makers-words.ts'
import type { OwnMachine, OwnPage } from '../read-maker-page.ts'
import type { Week } from '../read-slots.ts'
import { answerTo, type Refusal } from '../refusals.ts'
import { words } from '../words.ts'
import { dayAndHour, SlotDays } from './machine-slots.tsx'
import { drawings, outageNow } from './machine-words.tsx'
import { HoursLeft } from './maker.tsx'
import { OwnInductions, sayInduction } from './maker-inductions.tsx'

type Props = {
  lang: Language
  address: string
  page: OwnPage
  own: OwnMachine
  week: Week
  now: Temporal.Instant
  refused: { refusal: Refusal; at: Temporal.Instant | null } | null
}

/** The hours of one machine for somebody who may use it: one press books one. */
export const MakerMachinePage = (props: Props) => {
  const { lang, address, own, week, now, refused } = props
  const { machine } = own
  const t = makersWords(lang)
  const out = outageNow(machine, lang, now)
  const most = Math.floor(machine.dayMinutes / machine.slotMinutes)
  return (
    <>
      <p class="kind">
        <a href={address}>{t('backToMine')}</a>
      </p>
      <h1>
        <Icon name={drawings[machine.kind]} />{' '}
        {t(own.ready ? 'bookTitle' : 'inductionTitle', { machine: machine.name })}
      </h1>
      {refused && <WhyNot {...props} {...refused} />}
      {out && (
        <Note kind="no">
          <p>{out}</p>
        </Note>
      )}
      {own.ready ? <HoursLeft lang={lang} own={own} /> : <NotYet {...props} />}
      <Form action={`${address}/bookings`} id="hours">
        <input type="hidden" name="machine" value={machine.id} />
        {!own.ready && <input type="hidden" name="for" value="induction" />}
        {own.ready && most > 1 && (
          <Select
            name="slots"
            label={t('length')}
            options={Array.from({ length: most }, (_, i) => ({
              value: String(i + 1),
              label: sayLength(lang, Temporal.Duration.from({ minutes: (i + 1) * machine.slotMinutes })),
            }))}
          />
        )}
        <SlotDays
          lang={lang}
          week={week}
          zone={machine.place.timeZone}
          now={now}
          address={`${address}/machines/${machine.id}`}
          withTeam={!own.ready}
          pick={(slot, hour) => <Press {...props} slot={slot} hour={hour} />}
        />
      </Form>
    </>
  )
}

/** What is still to be shown, and the sessions where it is; the hours below are one to one. */
const NotYet = ({ lang, own, now }: Props) => {
  const t = makersWords(lang)
  return (
    <>
      <OwnInductions lang={lang} own={own} now={now} />
      <p>
        <a href={`/machines/${own.machine.id}#induction`}>{t('nextInductions')}</a>
      </p>
      <p>{t('whenShown')}</p>
    </>
  )
}

const Press = ({ lang, own, slot, hour }: Props & { slot: Slot; hour: string }) => {
  const t = makersWords(lang)
  const wait = slot.state === 'taken'
  if (wait && !own.ready)
    return (
      <>
        <s>{hour}</s> <span class="vh">{t('taken')}</span>
      </>
    )
  const when = dayAndHour(lang, slot.startsAt, own.machine.place.timeZone, hour)
  return (
    <button class="btn alt" name={wait ? 'wait' : 'at'} value={slot.startsAt.toString()}>
      {wait && <Icon name="wait" />}
      {wait ? t('waitFor', { hour }) : hour}{' '}
      <span class="vh">{t(wait ? 'waitForLong' : 'slotLong', { when })}</span>
    </button>
  )
}

/** Why it cannot be, and what to do about it. */
const WhyNot = (props: Props & { refusal: Refusal; at: Temporal.Instant | null }) => {
  const { lang, own, refusal, at, now } = props
  const { machine } = own
  const zone = machine.place.timeZone
  return (
    <Note kind="no" role="alert" id="errors">
      {at && (
        <p>
          <b>{sayDate(lang, at.toZonedDateTimeISO(zone), now)}</b>
        </p>
      )}
      <p>{words(lang)(answerTo(refusal).word)}</p>
      <WhatToDo {...props} />
    </Note>
  )
}

const WhatToDo = ({ lang, address, page, own, now, refusal }: Props & { refusal: Refusal }) => {
  const t = makersWords(lang)
  const { machine } = own
  const zone = machine.place.timeZone
  switch (refusal) {
    case 'authorised-for-the-machine':
      return (
        <>
          <ul>
            {own.inductions.map((one) => (
              <li key={one.induction.id}>{sayInduction(lang, one, zone, now)}</li>
            ))}
          </ul>
          <p>
            <a href={`/machines/${machine.id}#induction`}>{t('renew')}</a>
          </p>
        </>
      )
    case 'bookings-ahead':
    case 'one-machine-at-a-time':
      return (
        <p>
          <a href={address}>{t('myBookings')}</a>
        </p>
      )
    case 'a-pause-after-absences':
      return page.pausedUntil ? (
        <p>{t('paused', { day: sayDate(lang, page.pausedUntil.toZonedDateTimeISO(zone), now) })}</p>
      ) : null
    default:
      return null
  }
}
