import type { Language } from '#platform/i18n/index.ts'
import { Select } from '#ui/form.tsx'
import type { Moment } from '../db/moments.ts'
import { writeChoice } from '../domain/moment.ts'
import { sayMomentOf } from '../say.ts'
import { words } from '../words.ts'

type Props = {
  readonly lang: Language
  readonly moments: readonly Moment[]
  readonly label: string
  readonly value: string
  readonly error?: string | undefined
  /** When several forms of a page ask it. */
  readonly id?: string | undefined
  readonly hint?: string | undefined
  /** Asked by the team of two people, and not by one of them. */
  readonly team?: boolean | undefined
}

/** The next moments of the centre, or a call from the team. */
export const MomentSelect = ({ lang, moments, team, ...asked }: Props) => (
  <Select
    name="moment"
    {...asked}
    options={[
      ...moments.map((moment) => ({ value: writeChoice(moment), label: sayMomentOf(lang, moment) })),
      { value: 'call', label: words(lang)(team ? 'momentTheyAreCalled' : 'momentCall') },
    ]}
  />
)
