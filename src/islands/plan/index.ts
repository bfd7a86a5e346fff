// Dragging a session of the calendar asks for a move: the page that shows it opens, with who is told and what clashes.
// Whoever does not drag has the same question on the session's page.

let dragged: HTMLElement | null = null

const cardOf = (target: EventTarget | null) =>
  target instanceof Element ? target.closest<HTMLElement>('[data-movable]') : null

const cellOf = (target: EventTarget | null) =>
  target instanceof Element ? target.closest<HTMLElement>('td[data-date]') : null

/** Where the move leads when it is dropped on a cell: that day, and that line's room when lines are rooms. */
function moveTo(card: HTMLElement, cell: HTMLElement): string {
  const { session, hour = '', where = '' } = card.dataset
  const day = cell.dataset.date ?? ''
  const room = cell.closest<HTMLElement>('[data-where]')?.dataset.where
  return `/plan/sessions/${session}/move?${new URLSearchParams({ day, hour, where: room || where, scope: 'one' })}`
}

for (const card of document.querySelectorAll<HTMLElement>('[data-movable]')) card.draggable = true

document.addEventListener('dragstart', (event) => {
  dragged = cardOf(event.target)
  if (!dragged || !event.dataTransfer) return
  event.dataTransfer.effectAllowed = 'move'
  event.dataTransfer.setData('text/plain', dragged.textContent ?? '')
  dragged.classList.add('dragged')
})

document.addEventListener('dragover', (event) => {
  const cell = cellOf(event.target)
  if (!dragged || !cell || cell.contains(dragged)) return
  event.preventDefault()
  for (const other of document.querySelectorAll('.target'))
    if (other !== cell) other.classList.remove('target')
  cell.classList.add('target')
})

document.addEventListener('drop', (event) => {
  const cell = cellOf(event.target)
  if (!dragged || !cell) return
  event.preventDefault()
  location.assign(moveTo(dragged, cell))
})

document.addEventListener('dragend', () => {
  dragged?.classList.remove('dragged')
  dragged = null
  for (const cell of document.querySelectorAll('.target')) cell.classList.remove('target')
})
