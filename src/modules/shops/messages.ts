import { openContact } from '#modules/people/index.ts'
import type { House } from '#platform/house.ts'
import { isLanguage } from '#platform/i18n/index.ts'
import { type Composer, type Composers, inSms } from '#platform/messages/index.ts'
import { readMeasures } from './db/measures.ts'
import { readShop } from './db/shops.ts'
import { words } from './words.ts'

/** What shops that asked for it are told: their link, and that it is time to measure again. */
export const composers = (house: House): Composers => ({
  'shops.link': composerOf(house, 'link'),
  'shops.again': composerOf(house, 'again'),
})

const composerOf =
  (house: House, kind: 'link' | 'again'): Composer =>
  async (work, ref, version) => {
    const shop = await readShop(work, ref)
    const contact =
      shop && openContact(house.seal, { phone_sealed: shop.phoneSealed, email_sealed: shop.emailSealed })
    if (!shop || !contact) return null
    // It has measured itself again by then: nothing to remind of.
    const measures = (await readMeasures(work, [shop.id])).get(shop.id) ?? []
    if (kind === 'again' && measures.length > version) return null
    const language = isLanguage(shop.language) ? shop.language : 'fr'
    const t = words(language)
    const body = t(`sms.${kind}`, {
      link: `${house.settings.publicUrl}/shop/${house.seal.open(shop.tokenSealed)}`,
    })
    return contact.kind === 'email'
      ? { channel: 'email', to: contact.canonical, language, subject: t(`mail.${kind}`), body: `${body}\n` }
      : { channel: 'sms', to: contact.canonical, language, subject: '', body: inSms(body) }
  }
