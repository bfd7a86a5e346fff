import { send } from './answers.ts'
import { note, told } from './page.ts'

/** The game at one version, drawn for this page. */
interface Drawn {
  version: number
  html: string
}

let source: EventSource | null = null
let asking: AbortController | null = null
let streams = 'EventSource' in window
let version = Number(told.version)
let silent = 0

const address = (what: string) => {
  const [path, query = ''] = (what || '').split('?')
  return `${path}?${query}&since=${version}`
}

function there(): void {
  clearTimeout(silent)
  note('lost', false)
  void send()
}

/** A silence of a few seconds is nobody's worry. */
function away(): void {
  clearTimeout(silent)
  silent = setTimeout(() => note('lost', true), 3000) as unknown as number
}

/** Follows the game: by a stream, or by asking again and again where a stream cannot pass. */
export function follow(draw: (html: string) => void): void {
  const take = (drawn: Drawn) => {
    there()
    if (drawn.version <= version) return
    version = drawn.version
    draw(drawn.html)
  }

  const ask = async () => {
    const mine = new AbortController()
    asking = mine
    while (!mine.signal.aborted)
      try {
        const answer = await fetch(address(told.state ?? ''), { signal: mine.signal })
        if (answer.status === 200) take((await answer.json()) as Drawn)
        else if (answer.status >= 400) throw new Error(String(answer.status))
        else there()
      } catch {
        if (mine.signal.aborted) return
        away()
        await new Promise((later) => setTimeout(later, 2000))
      }
  }

  const stop = () => {
    source?.close()
    asking?.abort()
    source = asking = null
  }

  const start = () => {
    stop()
    if (!streams) return void ask()
    let opened = false
    source = new EventSource(address(told.stream ?? ''))
    source.addEventListener('open', () => {
      opened = true
      there()
    })
    source.addEventListener('state', (event) => take(JSON.parse((event as MessageEvent<string>).data)))
    source.addEventListener('error', () => {
      away()
      if (opened && source?.readyState !== 2) return
      // Refused at once, though there is a network: a proxy that lets no stream through.
      stop()
      if (navigator.onLine && !opened) streams = false
      setTimeout(start, 1000)
    })
  }

  let hiddenAt = 0
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) hiddenAt = Date.now()
    else if (Date.now() - hiddenAt > 3000) start()
  })
  window.addEventListener('pagehide', stop)
  window.addEventListener('pageshow', (event) => event.persisted && start())
  window.addEventListener('online', start)
  start()
}
