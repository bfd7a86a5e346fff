import { openContact } from '#modules/people/index.ts'
import type { House } from '#platform/house.ts'
import { isLanguage } from '#platform/i18n/index.ts'
import { type Composers, fitting, inSms } from '#platform/messages/index.ts'
import { readLearner } from './db/learners.ts'
import { readWalks } from './db/walks.ts'
import { say } from './domain/say.ts'
import { words } from './path-words.ts'
import { pathOf } from './read-paths.ts'

/** The link of a path, to the contact that was given and to nobody else. */
export const composers = (house: House): Composers => ({
  'learning.link': async (work, ref) => {
    const learner = await readLearner(work, ref)
    const contact = learner && openContact(house.seal, learner)
    const path = learner && pathOf((await readWalks(work, [learner.id])).at(-1)?.path ?? '')
    if (!learner || !contact || !path) return null
    const language = isLanguage(learner.language) ? learner.language : 'fr'
    const t = words(language)
    const said = {
      title: say(path.title, { lang: language, easy: false }),
      link: `${house.settings.publicUrl}/l/${house.seal.open(learner.tokenSealed)}`,
    }
    if (contact.kind === 'email')
      return {
        channel: 'email',
        to: contact.canonical,
        language,
        subject: t('mail.subject', said),
        body: `${t('mail.body', said)}\n`,
      }
    return {
      channel: 'sms',
      to: contact.canonical,
      language,
      subject: '',
      body: fitting([inSms(t('sms', said)), inSms(t('sms.short', said))]),
    }
  },
})
