import { draft, onItsWay } from './kept.ts'
import { formOf, live, note, questionOf, told } from './page.ts'
import { swap } from './swap.ts'
import { fill, isSecret, read } from './typed.ts'

/** What the server says of an answer: kept, come too late, unreadable, or a story that goes on. */
interface Told {
  stored?: 'accepted' | 'closed' | 'stale'
  more?: readonly string[]
}

const way = `maillage ${told.code}`
let pending = onItsWay.read(way)
let sending = false
let kept = told.kept ?? ''
let last = 0
let wait = 1000
let timer = 0

/** Numbers answers of this phone in the order they were given, whatever road each takes. */
const nonce = () => (last = Math.max(last + 1, Date.now()))

/** Says again, in a part just drawn, that the answer is kept, and puts back what was being typed. */
export function remind(): void {
  const form = formOf()
  if (!form) return
  const shown = form.querySelector<HTMLElement>('[data-note=kept]')
  if (shown) shown.hidden = kept !== questionOf(form)
  const typed = new URLSearchParams(draft.read(way))
  if (typed.get('question') === questionOf(form)) fill(form, typed)
}

function hold(body: string): void {
  pending = body
  onItsWay.write(way, body && !isSecret(new URLSearchParams(body)) ? body : '')
}

async function goOn(letters: readonly string[]): Promise<void> {
  const page = await fetch(`${location.pathname}?way=${letters.join('')}`)
  const next = new DOMParser().parseFromString(await page.text(), 'text/html').getElementById('live')
  draft.write(way, '')
  if (next) swap(next.innerHTML)
}

/** Sends what waits; when there is no network it waits for it, and says so. */
export async function send(): Promise<void> {
  if (!pending || sending) return
  const body = pending
  sending = true
  clearTimeout(timer)
  try {
    const answer = await fetch(`${told.play}/answers`, {
      method: 'POST',
      headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
      body,
    })
    if (answer.status === 429 || answer.status >= 500) throw new Error(String(answer.status))
    const said: Told = await answer.json().catch(() => ({}))
    if (pending === body) hold('')
    note('answer-waits', false)
    wait = 1000
    if (answer.status === 401 || answer.status === 404) return location.reload()
    note('late', said.stored === 'closed')
    note('unread', answer.status === 422)
    if (answer.ok && said.more) await goOn(said.more)
    else if (answer.ok && said.stored !== 'closed') kept = new URLSearchParams(body).get('question') ?? ''
    remind()
  } catch {
    note('answer-waits', true)
    timer = setTimeout(send, wait) as unknown as number
    wait = Math.min(wait * 2, 8000)
  } finally {
    sending = false
  }
  if (pending && pending !== body) void send()
}

export function takeAnswers(): void {
  live.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement
    if (form !== formOf()) return
    event.preventDefault()
    const typed = read(form)
    typed.set('nonce', String(nonce()))
    hold(String(typed))
    void send()
  })
  live.addEventListener('input', () => {
    const form = formOf()
    const typed = form && read(form)
    if (typed && !isSecret(typed)) draft.write(way, String(typed))
  })
  window.addEventListener('online', () => void send())
  remind()
  void send()
}
