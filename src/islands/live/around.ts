import { live, told } from './page.ts'

const skew = Number(told.now) - Date.now()

/** Counts the seconds left, by the server's clock. */
export function countDown(): void {
  setInterval(() => {
    const left = live.querySelector<HTMLElement>('[data-closes]')
    const shown = left?.querySelector('b')
    if (!left || !shown) return
    const seconds = Math.ceil((Number(left.dataset.closes) - Date.now() - skew) / 1000)
    shown.textContent = String(Math.max(0, seconds))
    left.hidden = false
  }, 250)
}

/** Keeps the screen lit while the game is on, where the browser may: never on a plain http address. */
export function keepLit(): void {
  const light = () => {
    if (!document.hidden) navigator.wakeLock?.request('screen').catch(() => undefined)
  }
  document.addEventListener('visibilitychange', light)
  light()
}

/** Makes letters a step smaller, as often as needed, until the big screen shows everything: nobody can scroll a wall. */
export function fitWall(): void {
  const page = document.documentElement
  if (page.className.indexOf('bigscreen') < 0) return
  const steps = ['fit-1', 'fit-2', 'fit-3', 'fit-4']
  page.classList.remove(...steps)
  for (const step of steps) if (page.scrollHeight > innerHeight) page.classList.add(step)
}

let late = 0

/** Brings one's own answer, once the question is closed: phones ask for it one after the other, not all at once. */
export function bringMine(): void {
  const mine = document.getElementById('mine')
  if (!mine || mine.dataset.wanted === undefined || !told.mine) return
  const address = told.mine
  setTimeout(async () => {
    const answer = await fetch(address).catch(() => null)
    if (answer?.status === 200 && mine.isConnected) mine.innerHTML = await answer.text()
  }, Math.random() * 1500)
}

/** Reads the list of seats again, every few seconds at most. */
export function bringSeats(): void {
  const seats = document.getElementById('seats')
  if (!seats?.dataset.from || late) return
  const from = seats.dataset.from
  late = setTimeout(async () => {
    late = 0
    const answer = await fetch(from).catch(() => null)
    if (answer?.status !== 200 || seats.contains(document.activeElement)) return
    const box = document.createElement('div')
    box.innerHTML = await answer.text()
    const next = box.firstElementChild
    if (next) document.getElementById('seats')?.replaceWith(next)
  }, 2000) as unknown as number
}
