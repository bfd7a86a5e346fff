import { openContact } from '#modules/people/index.ts'
import type { House } from '#platform/house.ts'
import { isLanguage } from '#platform/i18n/index.ts'
import { type Composers, inSms } from '#platform/messages/index.ts'
import { clinicComposers } from './clinic-messages.ts'
import { cohortComposers } from './cohort-messages.ts'
import { readFounder } from './db/founders.ts'
import { words } from './words.ts'

/** The link of a founder’s own page, by the contact she gave; and what whoever sees an expert or applies to a cohort is told. */
export const composers = (house: House): Composers => ({
  ...clinicComposers(house),
  ...cohortComposers(house),
  'ventures.link': async (work, ref) => {
    const founder = await readFounder(work, ref)
    const contact =
      founder &&
      openContact(house.seal, { phone_sealed: founder.phoneSealed, email_sealed: founder.emailSealed })
    if (!founder || !contact) return null
    const language = isLanguage(founder.language) ? founder.language : 'fr'
    const t = words(language)
    const link = `${house.settings.publicUrl}/founders/me/${house.seal.open(founder.tokenSealed)}`
    const said = { name: founder.name, link }
    return contact.kind === 'email'
      ? {
          channel: 'email',
          to: contact.canonical,
          language,
          subject: t('mail.link.subject'),
          body: `${t('mail.link.body', said)}\n`,
        }
      : { channel: 'sms', to: contact.canonical, language, subject: '', body: inSms(t('sms.link', said)) }
  },
})
