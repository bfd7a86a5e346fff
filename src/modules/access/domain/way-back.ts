import type { MemberRole } from '#platform/work/index.ts'

/** Where a member lands when nothing else was asked. */
export const home = '/desk'

/** The page that was asked for, as her role has it: partners have no desk, but a page of their own. */
export const landing = (back: string, role: MemberRole): string =>
  back === home && role === 'partner' ? '/partner' : back

/**
 * The page of this site that somebody wanted before signing in. Anything a browser could read as another site
 * (`//x`, `/\x`, `https:…`, control characters) leads to the desk instead.
 */
export function wayBack(to: string | undefined): string {
  if (!to || !/^\/(?![/\\])/.test(to) || /[\p{Cc}\\]/u.test(to) || to.length > 500) return home
  const here = 'http://here.invalid'
  if (!URL.canParse(to, here)) return home
  const { origin, pathname, search } = new URL(to, here)
  if (origin !== here || pathname.startsWith('//') || /^\/sign-(in|out)/.test(pathname)) return home
  return `${pathname}${search}`
}
