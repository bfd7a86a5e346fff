import type { House } from '#platform/house.ts'
import { isLanguage } from '#platform/i18n/index.ts'
import { type Composers, fitting } from '#platform/messages/index.ts'
import { readCodeToSend } from './db/code.ts'
import { mayBeTried } from './domain/code.ts'
import { words } from './words.ts'

/**
 * The messages of sign-in, written as the gate. The last line of an SMS binds the code to our site (« origin-bound
 * one-time codes »): a phone then offers it on our page and on no look-alike.
 */
export const composers = (house: House): Composers => ({
  'access.code': async (work, ref) => {
    const row = await readCodeToSend(work, ref)
    if (!row || !mayBeTried(row, work.now)) return null
    const language = isLanguage(row.language) ? row.language : 'fr'
    const t = words(language)
    const code = house.seal.open(row.codeSealed)
    const sentence = t('codeMessage', { code })
    if (row.phoneSealed) {
      const bound = `@${new URL(house.settings.publicUrl).hostname} #${code}`
      const body = fitting([`${sentence}\n\n${bound}`, `Maillage\n\n${bound}`])
      return { channel: 'sms', to: house.seal.open(row.phoneSealed), language, subject: '', body }
    }
    if (!row.emailSealed) return null
    return {
      channel: 'email',
      to: house.seal.open(row.emailSealed),
      language,
      subject: t('codeSubject'),
      body: sentence,
    }
  },
})
