import { openContact } from '#modules/people/index.ts'
import type { House } from '#platform/house.ts'
import { isLanguage } from '#platform/i18n/index.ts'
import { type Composers, fitting, inSms } from '#platform/messages/index.ts'
import { readCoordinator } from './db/lab-low.ts'
import { readMaterials } from './db/stock.ts'
import { labWords } from './lab-words.ts'

/** What a coordinator is told of her lab, from what is true at the moment it leaves. */
export const labComposers = (house: House): Composers => ({
  'fablab.stock-low': async (work, ref) => {
    const reader = await readCoordinator(work, ref)
    const contact = reader && openContact(house.seal, reader)
    if (!contact || reader.centre === null) return null
    const low = (await readMaterials(work, reader.centre)).filter(({ isLow }) => isLow)
    if (low.length === 0) return null
    const language = isLanguage(reader.language) ? reader.language : 'fr'
    const t = labWords(language)
    const said = {
      count: low.length,
      names: low.map(({ name }) => name).join(', '),
      link: `${house.settings.publicUrl}/fablab/stock`,
    }
    if (contact.kind === 'phone')
      return {
        channel: 'sms',
        to: contact.canonical,
        language,
        subject: '',
        body: fitting([inSms(t('st.sms', said)), inSms(t('st.smsShort', said))]),
      }
    return {
      channel: 'email',
      to: contact.canonical,
      language,
      subject: t('st.subject'),
      body: `${t('st.sms', said)}\n`,
    }
  },
})
