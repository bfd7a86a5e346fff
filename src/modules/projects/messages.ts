import { openContact } from '#modules/people/index.ts'
import type { House } from '#platform/house.ts'
import { isLanguage, type Params } from '#platform/i18n/index.ts'
import { type Composer, type Composers, fitting, inSms, type Outgoing } from '#platform/messages/index.ts'
import { type Author, readAuthor } from './db/authors.ts'
import { readProject } from './db/projects.ts'
import { words } from './words.ts'

/** What authors are told, when they gave a contact: their link, and what a member said. */
export const composers = (house: House): Composers => ({
  'projects.link': async (work, ref) => {
    const to = await readAuthor(work, ref)
    return to && outgoing(house, to, 'link', {})
  },
  'projects.published': aboutProject(house, 'published'),
  'projects.changes': aboutProject(house, 'changes'),
})

/** Said only while it is still true. */
const aboutProject =
  (house: House, kind: 'published' | 'changes'): Composer =>
  async (work, ref) => {
    const project = await readProject(work, { id: ref, status: [kind] })
    const to = project?.author ? await readAuthor(work, project.author) : null
    if (!project || !to) return null
    const sentence = project.changeAsked ? words(languageOf(to))(`change.${project.changeAsked}`) : ''
    return outgoing(house, to, kind, { title: project.title, sentence })
  }

const languageOf = ({ language }: Author) => (isLanguage(language) ? language : 'fr')

function outgoing(
  house: House,
  to: Author,
  kind: 'link' | 'published' | 'changes',
  params: Params,
): Outgoing | null {
  const contact = openContact(house.seal, to)
  if (!contact) return null
  const language = languageOf(to)
  const t = words(language)
  const said = {
    ...params,
    link: `${house.settings.publicUrl}/projects/me/${house.seal.open(to.tokenSealed)}`,
  }
  const full = t(`sms.${kind}`, said)
  if (contact.kind === 'email')
    return {
      channel: 'email',
      to: contact.canonical,
      language,
      subject: t(`mail.${kind}`, said),
      body: `${full}\n`,
    }
  return {
    channel: 'sms',
    to: contact.canonical,
    language,
    subject: '',
    body: fitting([inSms(full), inSms(t(`sms.${kind}.short`, said))]),
  }
}
