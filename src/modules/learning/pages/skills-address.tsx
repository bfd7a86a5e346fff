import type { Reading } from '../domain/say.ts'
import type { Answered } from '../domain/settle.ts'
import { writeTrail } from '../domain/trail.ts'
import { words } from '../words.ts'

/** What an address of these pages carries beside its language. */
export const carried = ({ easy }: Reading, answered: readonly Answered[] = []): Record<string, string> => ({
  ...(answered.length > 0 && { a: writeTrail(answered) }),
  ...(easy && { easy: '1' }),
})

/** A page of the positioning, with the answers so far: the address is all there is. */
export function skillsAddress(page: string, reading: Reading, answered: readonly Answered[] = []): string {
  const query = new URLSearchParams(carried(reading, answered)).toString()
  return query ? `${page}?${query}` : page
}

/** The other way of saying French. */
export const EasyLink = ({
  reading,
  page,
  answered = [],
}: {
  readonly reading: Reading
  readonly page: string
  readonly answered?: readonly Answered[]
}) =>
  reading.lang === 'fr' ? (
    <p>
      <a href={skillsAddress(page, { ...reading, easy: !reading.easy }, answered)}>
        {words('fr')(reading.easy ? 'easyOff' : 'easyOn')}
      </a>
    </p>
  ) : null
