import type { Hit } from '#modules/discovery/index.ts'
import { wordsOf } from '#modules/programme/index.ts'
import type { Language } from '#platform/i18n/index.ts'
import { Ticket } from '#ui/ticket.tsx'
import { clinicWords } from '../clinic-words.ts'
import { ClinicTickets, type OfferedClinic } from './clinics.tsx'

type Props = { readonly lang: Language; readonly now: Temporal.Instant }

/** The next experts with an hour free. */
export const NextClinics = ({ lang, clinics, now }: Props & { clinics: readonly OfferedClinic[] }) => {
  const t = clinicWords(lang)
  return clinics.length === 0 ? null : (
    <>
      <h2>{t('next')}</h2>
      <ClinicTickets lang={lang} clinics={clinics} now={now} heading="h3" />
      <p>
        <a href="/founders/clinics">{t('seeAll')}</a>
      </p>
    </>
  )
}

/** The next talks and workshops of the programme for whoever starts a business. */
export const Talks = ({ lang, hits, now }: Props & { hits: readonly Hit[] }) =>
  hits.length === 0 ? null : (
    <>
      <h2>{clinicWords(lang)('talks')}</h2>
      <div class="tickets">
        {hits.map(({ session }) => {
          const said = wordsOf(session, lang)
          return (
            <Ticket
              key={session.id}
              lang={lang}
              theme={session.activity.theme}
              format={session.activity.format}
              start={session.start}
              end={session.end}
              now={now}
              standing={{ kind: 'open', free: session.seatsLeft, capacity: session.capacity }}
              href={`/sessions/${session.id}`}
              heading="h3"
              title={said.title}
              titleLang={session.activity.texts[lang] ? undefined : 'fr'}
              placeLine={`${session.place.name}, ${session.place.city}`}
              languages={session.languages}
            />
          )
        })}
      </div>
    </>
  )
