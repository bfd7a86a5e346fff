import type { Language } from '#platform/i18n/index.ts'
import { Button } from '#ui/button.tsx'
import type { NavItem } from '#ui/frame.tsx'
import { words } from '../words.ts'

/** Where a member can go from every page of the team; `path` is where she is. */
export function teamNav(lang: Language, path: string): NavItem[] {
  const t = words(lang)
  return [
    { href: '/desk', label: t('desk'), current: path === '/desk' },
    { href: '/desk/messages', label: t('messages'), current: path === '/desk/messages' },
  ]
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
