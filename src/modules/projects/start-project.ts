import type { SealedContact } from '#modules/people/index.ts'
import { hashOf, newToken, type Seal } from '#platform/seal/index.ts'
import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import { insertAuthor, readAuthorsOfContact, touchAuthor } from './db/authors.ts'
import { countProjects } from './db/held.ts'
import { insertProject } from './db/project-write.ts'
import { readProject } from './db/projects.ts'
import type { Facts } from './domain/forms.ts'
import { mostProjects } from './domain/vocabulary.ts'
import { tellLink } from './tell.ts'

type Schemas = 'projects' | 'network'

/** Who writes: a first name, a contact if she wishes, and her language. */
export interface Who {
  centre: number
  name: string
  contact: SealedContact | null
  language: string
}

/** The project it starts from, kept only when everybody may see it. */
const knownRemix = async (work: Work<Schemas>, id: number | null): Promise<number | null> =>
  id !== null && (await readProject(work, { id, status: ['published'] })) ? id : null

/**
 * Somebody begins to show what she made, and holds a link of her own at once. A contact gets the link too; it is never
 * looked up, so that typing somebody else's tells nothing of them and opens nothing of theirs.
 */
export async function startProject(
  work: Work<Schemas>,
  seal: Seal,
  who: Who,
  { facts, remixOf }: { facts: Facts; remixOf: number | null },
): Promise<Result<{ token: string; project: number }>> {
  const token = newToken()
  const author = await insertAuthor(work, {
    ...who,
    link: { hash: hashOf(token), sealed: seal.close(token) },
  })
  const project = await insertProject(work, {
    centre: who.centre,
    author,
    facts,
    remixOf: await knownRemix(work, remixOf),
    writtenIn: who.language,
  })
  if (who.contact) tellLink(work, who.centre, author)
  return done({ token, project })
}

/** Another project of the same author. */
export async function startAnother(
  work: Work<Schemas>,
  author: { id: number; centre: number },
  { facts, remixOf, language }: { facts: Facts; remixOf: number | null; language: string },
): Promise<Result<{ project: number }, { refusal: 'too-many-projects' }>> {
  if ((await countProjects(work, author.id)) >= mostProjects) return refuse({ refusal: 'too-many-projects' })
  await touchAuthor(work, author.id)
  const project = await insertProject(work, {
    centre: author.centre,
    author: author.id,
    facts,
    remixOf: await knownRemix(work, remixOf),
    writtenIn: language,
  })
  return done({ project })
}

/** Somebody lost her link: it goes to the contact she gave, and whoever types it is told the same thing in every case. */
export async function sendLinks(
  work: Work<Schemas>,
  { centre, contact }: { centre: number; contact: SealedContact },
): Promise<void> {
  const authors = await readAuthorsOfContact(work, { centre, key: contact.key })
  for (const author of authors) tellLink(work, centre, author)
}
