import { openContact } from '#modules/people/index.ts'
import type { House } from '#platform/house.ts'
import { isLanguage } from '#platform/i18n/index.ts'
import { type Composers, fitting, inSms } from '#platform/messages/index.ts'
import { readPartner } from './db/organisation.ts'
import { organisationWords } from './organisation-words.ts'

/** What somebody of a partner reads when she is invited. */
export const composers = (house: House): Composers => ({
  'network.invited': async (work, ref) => {
    const partner = await readPartner(work, ref)
    const contact = partner && openContact(house.seal, partner)
    if (!contact) return null
    const language = isLanguage(partner.language) ? partner.language : 'fr'
    const t = organisationWords(language)
    const said = {
      name: partner.name,
      organisation: partner.organisation,
      link: `${house.settings.publicUrl}/sign-in`,
    }
    const full = t('sms.invited', said)
    if (contact.kind === 'phone')
      return {
        channel: 'sms',
        to: contact.canonical,
        language,
        subject: '',
        body: fitting([inSms(full), inSms(t('sms.invited.short', said))]),
      }
    return {
      channel: 'email',
      to: contact.canonical,
      language,
      subject: t('subject.invited'),
      body: `${full}\n`,
    }
  },
})
