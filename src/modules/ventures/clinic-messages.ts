import { openContact } from '#modules/people/index.ts'
import type { House } from '#platform/house.ts'
import { isLanguage, sayMoment } from '#platform/i18n/index.ts'
import { type Composer, type Composers, fitting, inSms } from '#platform/messages/index.ts'
import { clinicWords } from './clinic-words.ts'
import { readClinicBooking } from './db/clinic-bookings.ts'
import { readClinics } from './db/clinics.ts'
import type { ClinicBooking } from './domain/clinic.ts'
import { type ClinicMessage, clinicMessages } from './tell-clinic.ts'

/** Whether a message is still true when it leaves. */
const isTrue: Readonly<Record<ClinicMessage, (booking: ClinicBooking, version: number) => boolean>> = {
  booked: ({ status }) => status === 'booked',
  waiting: ({ status }) => status === 'waiting',
  free: ({ status }) => status === 'waiting',
  again: ({ status }) => status !== 'cancelled',
  'called-off': ({ status }) => status === 'cancelled',
  reminder: ({ status, startsAt }, version) =>
    status === 'booked' && Math.floor((startsAt?.epochMilliseconds ?? 0) / 60_000) === version,
}

/** What somebody who sees an expert is told, written from what is true at the moment it leaves. */
export const clinicComposers = (house: House): Composers =>
  Object.fromEntries(clinicMessages.map((kind) => [`ventures.clinic-${kind}`, composerOf(house, kind)]))

const composerOf =
  (house: House, kind: ClinicMessage): Composer =>
  async (work, ref, version) => {
    const booking = await readClinicBooking(work, ref)
    const [clinic] = booking ? await readClinics(work, { id: booking.clinic }) : []
    const contact =
      booking &&
      openContact(house.seal, { phone_sealed: booking.phoneSealed, email_sealed: booking.emailSealed })
    if (!booking || !clinic || !contact || !isTrue[kind](booking, version)) return null
    const language = isLanguage(booking.language) ? booking.language : 'fr'
    const t = clinicWords(language)
    const { publicUrl } = house.settings
    const said = {
      subject: t(`subject.${clinic.subject}`),
      when: sayMoment(
        language,
        (booking.startsAt ?? clinic.startsAt).toZonedDateTimeISO(clinic.place.timeZone),
      ),
      place: clinic.place.name,
      link:
        kind === 'called-off'
          ? `${publicUrl}/founders/clinics`
          : `${publicUrl}/founders/clinics/bookings/${house.seal.open(booking.tokenSealed)}`,
    }
    return contact.kind === 'email'
      ? {
          channel: 'email',
          to: contact.canonical,
          language,
          subject: t('mail.subject', said),
          body: `${t(`sms.${kind}`, said)}\n`,
        }
      : {
          channel: 'sms',
          to: contact.canonical,
          language,
          subject: '',
          body: fitting([inSms(t(`sms.${kind}`, said)), inSms(t('sms.short', said))]),
        }
  }
