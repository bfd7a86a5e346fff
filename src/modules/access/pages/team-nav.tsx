import type { Language } from '#platform/i18n/index.ts'
import type { MemberRole } from '#platform/work/index.ts'
import { Button } from '#ui/button.tsx'
import type { NavItem } from '#ui/frame.tsx'
import { words } from '../words.ts'

type Place = {
  readonly href: string
  readonly word:
    | 'desk'
    | 'messages'
    | 'plan'
    | 'stops'
    | 'team'
    | 'print'
    | 'me'
    | 'partner'
    | 'activities'
    | 'games'
    | 'learning'
    | 'fablab'
    | 'ventures'
    | 'board'
    | 'projects'
    | 'centres'
}

const desk: Place = { href: '/desk', word: 'desk' }
const messages: Place = { href: '/desk/messages', word: 'messages' }
const games: Place = { href: '/games/live', word: 'games' }
const learning: Place = { href: '/learning', word: 'learning' }
const fablab: Place = { href: '/fablab', word: 'fablab' }
const ventures: Place = { href: '/ventures', word: 'ventures' }
const me: Place = { href: '/team/me', word: 'me' }

/** The places of each role, in the order of her day. */
const placesOf: Readonly<Record<MemberRole, readonly Place[]>> = {
  receptionist: [desk, fablab, messages, me],
  facilitator: [desk, fablab, games, learning, ventures, me],
  coordinator: [
    desk,
    { href: '/plan', word: 'plan' },
    { href: '/plan/stops', word: 'stops' },
    { href: '/team', word: 'team' },
    fablab,
    games,
    learning,
    ventures,
    { href: '/board/moderation', word: 'board' },
    { href: '/projects/moderation', word: 'projects' },
    { href: '/print', word: 'print' },
    messages,
  ],
  'network-manager': [
    desk,
    { href: '/plan/activities', word: 'activities' },
    { href: '/fablab/figures', word: 'fablab' },
    { href: '/settings/centres', word: 'centres' },
  ],
  partner: [{ href: '/partner', word: 'partner' }],
}

/** Where a member can go from every page of the team, by her role; `path` is where she is. */
export function teamNav(lang: Language, path: string, role: MemberRole = 'coordinator'): NavItem[] {
  const t = words(lang)
  return placesOf[role].map(({ href, word }) => ({ href, label: t(word), current: path === href }))
}

/** Who is signed in, and the way out: a POST, since a link must change nothing. */
export const SignedInAs = ({ lang, name }: { readonly lang: Language; readonly name: string }) => (
  <form class="row noprint" method="post" action="/sign-out">
    <p>
      <bdi>{name}</bdi>
    </p>
    <Button alt>{words(lang)('signOut')}</Button>
  </form>
)
