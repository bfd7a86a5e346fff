import type { Language } from '#platform/i18n/index.ts'
import { Ticket } from '#ui/ticket.tsx'
import { clinicWords } from '../clinic-words.ts'
import { type Clinic, slotsOf, subjects } from '../domain/clinic.ts'

/** A clinic and how many of its slots are free. */
export interface OfferedClinic {
  clinic: Clinic
  free: number
  waiting: number
}

type TicketsProps = {
  readonly lang: Language
  readonly clinics: readonly OfferedClinic[]
  readonly now: Temporal.Instant
  readonly heading?: 'h2' | 'h3'
}

/** Clinics to come, as tickets. */
export const ClinicTickets = ({ lang, clinics, now, heading = 'h2' }: TicketsProps) => {
  const t = clinicWords(lang)
  return (
    <div class="tickets">
      {clinics.map(({ clinic, free, waiting }) => (
        <Ticket
          key={clinic.id}
          lang={lang}
          theme="entrepreneurship"
          format="clinic"
          start={clinic.startsAt.toZonedDateTimeISO(clinic.place.timeZone)}
          end={clinic.endsAt.toZonedDateTimeISO(clinic.place.timeZone)}
          now={now}
          standing={
            free > 0
              ? { kind: 'open', free, capacity: slotsOf(clinic).length }
              : { kind: 'full', capacity: slotsOf(clinic).length, waiting }
          }
          href={`/founders/clinics/${clinic.id}`}
          heading={heading}
          title={t(`subject.${clinic.subject}`)}
          summary={t('with', { who: clinic.expert })}
          placeLine={`${clinic.place.name}, ${clinic.place.city}`}
          languages={clinic.languages}
        />
      ))}
    </div>
  )
}

type Props = Omit<TicketsProps, 'heading'> & {
  readonly towns: readonly { slug: string; name: string }[]
  readonly town: string
  readonly subject: string
}

/** Experts who receive, by subject and near which town: links, no form. */
export const ClinicsPage = ({ lang, clinics, now, towns, town, subject }: Props) => {
  const t = clinicWords(lang)
  const address = (to: { town?: string; subject?: string }) => {
    const query = new URLSearchParams(Object.entries({ town, subject, ...to }).filter(([, value]) => value))
    return `/founders/clinics${query.size > 0 ? `?${query}` : ''}`
  }
  const link = (text: string, href: string, isHere: boolean) => (
    <a href={href} {...(isHere && { 'aria-current': 'true' as const })}>
      {text}
    </a>
  )
  return (
    <>
      <h1>{t('title')}</h1>
      <p class="lead">{t('lead')}</p>
      <p class="row">
        {link(t('allSubjects'), address({ subject: '' }), subject === '')}
        {subjects.map((code) => (
          <span key={code}>{link(t(`subject.${code}`), address({ subject: code }), subject === code)}</span>
        ))}
      </p>
      <p class="row">
        {link(t('allTowns'), address({ town: '' }), town === '')}
        {towns.map(({ slug, name }) => (
          <bdi key={slug}>{link(name, address({ town: slug }), town === slug)}</bdi>
        ))}
      </p>
      {clinics.length === 0 ? <p>{t('none')}</p> : <ClinicTickets lang={lang} clinics={clinics} now={now} />}
    </>
  )
}
