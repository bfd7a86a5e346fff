import type { Language } from '#platform/i18n/index.ts'
import type { MemberRole } from '#platform/work/index.ts'
import { Button } from '#ui/button.tsx'
import type { NavItem } from '#ui/frame.tsx'
import { words } from '../words.ts'

/** Where a member can go from every page of the team, by her role; `path` is where she is. */
export function teamNav(lang: Language, path: string, role: MemberRole = 'coordinator'): NavItem[] {
  const t = words(lang)
  const desk = { href: '/desk', label: t('desk'), current: path === '/desk' }
  const messages = { href: '/desk/messages', label: t('messages'), current: path === '/desk/messages' }
  return role === 'receptionist' || role === 'coordinator' ? [desk, messages] : [desk]
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
