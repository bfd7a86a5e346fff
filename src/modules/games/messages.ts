import { openContact } from '#modules/people/index.ts'
import type { House } from '#platform/house.ts'
import { isLanguage } from '#platform/i18n/index.ts'
import { type Composers, fitting, inSms } from '#platform/messages/index.ts'
import { readBooster } from './db/boosters.ts'
import { say } from './domain/pack.ts'
import { tongueOf } from './pages/said.tsx'
import { readShelf } from './read-shelf.ts'
import { words } from './words.ts'

/** What those who said yes read one, three and six months after a game: its name and one link, to answer or to stop. */
export const composers = (house: House): Composers => ({
  'games.booster': async (work, ref, version) => {
    const row = await readBooster(work, ref)
    const contact = row && openContact(house.seal, row)
    const pack = row && (await readShelf(work)).find(({ id }) => id === row.pack)
    if (!row || !contact || !pack) return null
    const language = isLanguage(row.language) ? row.language : 'fr'
    const t = words(language)
    const said = {
      title: say(pack.title, tongueOf(language, row.easy)),
      link: `${house.settings.publicUrl}/g/${house.seal.open(row.tokenSealed)}?m=${version}`,
    }
    if (contact.kind === 'phone')
      return {
        channel: 'sms',
        to: contact.canonical,
        language,
        subject: '',
        body: fitting([
          inSms(t('sms.boost', said)),
          inSms(t('sms.boost.short', said)),
          inSms(t('sms.boost.least', said)),
        ]),
      }
    return {
      channel: 'email',
      to: contact.canonical,
      language,
      subject: t('subject.boost', said),
      body: `${t('sms.boost', said)}\n`,
    }
  },
})
