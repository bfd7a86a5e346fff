import { type Session, wordsOf } from '#modules/programme/index.ts'
import type { Language } from '#platform/i18n/index.ts'
import { LinkButton } from '#ui/button.tsx'
import { Icon } from '#ui/icon.tsx'
import { Note } from '#ui/note.tsx'
import { PhoneLink } from '#ui/phone-link.tsx'
import { Questions } from '#ui/questions.tsx'
import { Ticket } from '#ui/ticket.tsx'
import type { Slot } from '../domain/slots.ts'
import type { Machine, Opening } from '../domain/vocabulary.ts'
import { makersWords } from '../makers-words.ts'
import type { Week } from '../read-slots.ts'
import { words } from '../words.ts'
import { questionsOf } from './machine-questions.tsx'
import { dayAndHour, SlotDays } from './machine-slots.tsx'
import { drawings, outageNow, textsOf } from './machine-words.tsx'

export type MachineView = {
  machine: Machine
  week: Week
  /** Next times when the lab is open without booking. */
  openLabs: Opening[]
  /** Sessions during which this machine is shown. */
  sessions: Session[]
  /** It has a picture besides its drawing. */
  photo: boolean
  now: Temporal.Instant
}

type Props = MachineView & { lang: Language; helpPhone: string; problem?: string | undefined }

/** A machine: what one makes with it, how not to get hurt, the rules in words, and when to come. */
export const MachinePage = (props: Props) => {
  const { lang, machine, week, now, problem, photo } = props
  const t = makersWords(lang)
  const said = textsOf(machine, lang)
  const out = outageNow(machine, lang, now)
  const asked = machine.inductions.length > 0
  return (
    <>
      <p class="kind">
        <Icon name={drawings[machine.kind]} /> {words(lang)(`kind.${machine.kind}`)}
      </p>
      <h1>
        <bdi lang="fr">{machine.name}</bdi>
      </h1>
      <p class="lead" lang={said.lang}>
        {said.what}
      </p>
      <p>
        <Icon name="pin" />{' '}
        <bdi lang="fr">
          {machine.place.name}, {machine.place.city}
        </bdi>
      </p>
      {problem && (
        <Note kind="no" role="alert">
          <p>{problem}</p>
        </Note>
      )}
      {out && (
        <Note kind="no">
          <p>{out}</p>
        </Note>
      )}
      <p class="jump">
        <LinkButton href={asked ? '#induction' : '#hours'}>
          {t(asked ? 'firstInduction' : 'whenFree')}
        </LinkButton>
      </p>
      <div class="two">
        <div class="stack">
          {photo && <img src={`/machines/${machine.id}/photo`} alt="" class="wide" loading="lazy" />}
          <Questions items={questionsOf(props)} />
          <p class="row links">
            <a href={`/projects?machine=${machine.kind}`}>{t('projects')}</a>
            <a href={`/machines/${machine.id}/breakdown`}>{t('breakdown')}</a>
          </p>
        </div>
        <div class="stack">
          {asked && <Induction {...props} />}
          <section class="stack" id="hours" aria-labelledby="hours-title">
            <h2 id="hours-title">{t(asked ? 'orAlone' : 'whenFree')}</h2>
            {asked && <p>{t('whenShown')}</p>}
            <SlotDays
              lang={lang}
              week={week}
              zone={machine.place.timeZone}
              now={now}
              address={`/machines/${machine.id}`}
              withTeam={asked}
              pick={(slot, hour) => <Pick {...props} slot={slot} hour={hour} />}
            />
            <p>
              {t('groups')} <PhoneLink number={props.helpPhone} />
            </p>
          </section>
        </div>
      </div>
    </>
  )
}

const Pick = ({ lang, machine, slot, hour }: Props & { slot: Slot; hour: string }) => {
  const t = makersWords(lang)
  const isShown = machine.inductions.length > 0
  if (slot.state === 'taken' && isShown)
    return (
      <>
        <s>{hour}</s> <span class="vh">{t('taken')}</span>
      </>
    )
  const wait = slot.state === 'taken'
  const when = dayAndHour(lang, slot.startsAt, machine.place.timeZone, hour)
  const query = new URLSearchParams({ at: slot.startsAt.toString(), ...(isShown && { for: 'induction' }) })
  return (
    <a class="btn alt" href={`/machines/${machine.id}/bookings/new?${query}`} rel="nofollow">
      {wait && <Icon name="wait" />}
      {wait ? t('waitFor', { hour }) : hour}{' '}
      <span class="vh">{t(wait ? 'waitForLong' : isShown ? 'shownLong' : 'slotLong', { when })}</span>
    </a>
  )
}

const Induction = ({ lang, machine, sessions, now }: Props) => {
  const t = makersWords(lang)
  return (
    <section class="stack" id="induction" aria-labelledby="induction-title">
      <h2 id="induction-title">{t('firstInduction')}</h2>
      <p>{t('firstInductionLead')}</p>
      <ul class="stack">
        {machine.inductions.map(({ id, texts, validMonths, unusedMonths }) => {
          const said = texts[lang] ?? texts.fr
          return (
            <li key={id} lang={texts[lang] ? undefined : 'fr'}>
              <b>
                {validMonths === null
                  ? said?.title
                  : t('needTitle', { title: said?.title ?? '', months: validMonths })}
              </b>
              . {said?.summary} {unusedMonths !== null && t('needUnused', { months: unusedMonths })}
            </li>
          )
        })}
      </ul>
      <p>
        <LinkButton alt href={`/makers?machine=${machine.id}`}>
          {t('alreadyShown')}
        </LinkButton>
      </p>
      <h3>{t('nextInductions')}</h3>
      {sessions.length === 0 && <p>{t('noSession')}</p>}
      <div class="tickets">
        {sessions.map((session) => (
          <Ticket
            key={session.id}
            lang={lang}
            theme={session.activity.theme}
            format={session.activity.format}
            start={session.start}
            end={session.end}
            now={now}
            standing={{ kind: 'open', free: session.seatsLeft, capacity: session.capacity }}
            title={wordsOf(session, lang).title}
            titleLang={session.activity.texts[lang] ? undefined : 'fr'}
            heading="h4"
            href={`/sessions/${session.id}`}
            placeLine={`${session.place.name}, ${session.place.city}`}
          />
        ))}
      </div>
    </section>
  )
}
