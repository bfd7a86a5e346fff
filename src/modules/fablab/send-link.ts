import type { Work } from '#platform/work/index.ts'
import { readMakersByContact } from './db/makers.ts'

/** The same version is never sent twice: so many milliseconds pass between two links to one person. */
const quarter = 15 * 60 * 1000

/** Sends to everybody behind a contact the link of her machines; whoever asked is not told whether there was one. */
export async function sendLinks(
  work: Work<'fablab' | 'people'>,
  { centre, key }: { centre: number; key: Buffer },
): Promise<void> {
  for (const maker of await readMakersByContact(work, key)) {
    const version = Math.floor(work.now.epochMilliseconds / quarter)
    work.enqueue(
      'messaging.deliver',
      { centre, kind: 'fablab.link', ref: maker.id, version },
      // Asked for several times at once, it is queued once.
      { key: `fablab:link:${maker.id}:${version}` },
    )
  }
}
