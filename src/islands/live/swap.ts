import { announce, formOf, live, questionOf } from './page.ts'
import { fill, read } from './typed.ts'

const heading = () => live.querySelector('h1')?.textContent?.trim() ?? ''

/** What has the focus in the live part, in words that still hold once it is drawn again. */
function focused(): string | null {
  const at = document.activeElement
  if (!at || !live.contains(at)) return null
  if (at.id) return `[id="${CSS.escape(at.id)}"]`
  const name = at.getAttribute('name')
  return name ? `[name="${name}"][value="${at.getAttribute('value') ?? ''}"]` : 'h1'
}

/** Draws the live part again, and keeps what a person was doing in it: what is typed, what is open, where she is. */
export function swap(html: string): void {
  const before = heading()
  const where = focused()
  const form = formOf()
  const typed = form && read(form)
  const question = questionOf(form)
  const open = Array.from(live.querySelectorAll('details[open]'), ({ id }) => id)
  live.innerHTML = html
  const now = formOf()
  if (form && typed && now && questionOf(now) === question) {
    // A story half-way stays where she is in it: everybody's drawing begins at its first scene.
    if (typed.get('way')) now.replaceWith(form)
    else fill(now, typed)
  }
  for (const id of open) document.getElementById(id)?.setAttribute('open', '')
  if (where)
    (live.querySelector<HTMLElement>(where) ?? live.querySelector('h1'))?.focus({ preventScroll: true })
  if (heading() !== before) announce(heading())
}
