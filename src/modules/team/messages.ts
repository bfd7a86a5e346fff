import { openContact } from '#modules/people/index.ts'
import type { House } from '#platform/house.ts'
import { isLanguage } from '#platform/i18n/index.ts'
import { type Composer, type Composers, fitting, inSms } from '#platform/messages/index.ts'
import { readApplication } from './db/applications.ts'
import { readCentreName } from './db/members.ts'
import { type Word, words } from './words.ts'

/** What whoever offered to host is answered, in the ready sentence the coordinator chose. */
export const composers = (house: House): Composers => ({
  'team.welcome': answerOf(house, 'welcome'),
  'team.decline': answerOf(house, 'decline'),
})

const answerOf =
  (house: House, kind: 'welcome' | 'decline'): Composer =>
  async (work, ref) => {
    const application = await readApplication(work, ref)
    if (application?.status !== (kind === 'welcome' ? 'welcomed' : 'declined')) return null
    const contact = openContact(house.seal, application)
    if (!contact) return null
    const language = isLanguage(application.language) ? application.language : 'fr'
    const t = words(language)
    const said = {
      name: application.name,
      sentence: t(`${kind}.${application.sentence}` as Word),
      centre: await readCentreName(work, application.centre),
      link: `${house.settings.publicUrl}/sign-in`,
    }
    const [full, short] = [t(`sms.${kind}`, said), t(`sms.${kind}.short`, said)]
    if (contact.kind === 'phone')
      return {
        channel: 'sms',
        to: contact.canonical,
        language,
        subject: '',
        body: fitting([inSms(full), inSms(short)]),
      }
    return {
      channel: 'email',
      to: contact.canonical,
      language,
      subject: t(`subject.${kind}`, said),
      body: `${full}\n`,
    }
  }
