import { openContact } from '#modules/people/index.ts'
import type { House } from '#platform/house.ts'
import { isLanguage, sayMoment } from '#platform/i18n/index.ts'
import { type Composers, fitting, inSms } from '#platform/messages/index.ts'
import { readProposals, readProposer } from './db/proposal.ts'
import { declineSentences } from './domain/proposal.ts'
import { proposalWords } from './proposal-words.ts'

/** What a partner reads when her proposal is answered; nothing once the answer has changed. */
export const composers = (house: House): Composers => ({
  'planning.proposal': async (work, ref, version) => {
    const [proposal] = await readProposals(work, 'fr', ref)
    const proposer = proposal && (await readProposer(work, ref))
    const contact = proposer && openContact(house.seal, proposer)
    if (!contact || proposal.revision !== version) return null
    const { status } = proposal
    if (status !== 'accepted' && status !== 'declined' && status !== 'other-date') return null
    const language = isLanguage(proposer.language) ? proposer.language : 'fr'
    const t = proposalWords(language)
    const at = status === 'other-date' ? proposal.rather : proposal.wishes[0]
    const sentence = declineSentences.find((known) => known === proposal.answer)
    const said = {
      centre: proposer.centre,
      when: at ? sayMoment(language, at) : '',
      sentence: sentence ? t(`sentence.${sentence}`) : '',
      link: `${house.settings.publicUrl}/partner`,
    }
    const full = t(`sms.${status}`, said)
    if (contact.kind === 'phone')
      return {
        channel: 'sms',
        to: contact.canonical,
        language,
        subject: '',
        body: fitting([inSms(full), inSms(t('sms.short', said))]),
      }
    return {
      channel: 'email',
      to: contact.canonical,
      language,
      subject: t('subject.answer'),
      body: `${full}\n`,
    }
  },
})
