/** The part of the page that follows the game; the page that bears this script always has one. */
export const live = document.getElementById('live') as HTMLElement

/** What the page was told of itself: addresses, version, words it may have to say. */
export const told = live.dataset

/** Says a sentence to whoever listens to the page, without taking anybody's place. */
export function announce(sentence: string): void {
  const said = document.getElementById('said')
  if (said) said.textContent = sentence
}

/** Shows one of the notes that the page keeps hidden, or hides it. */
export function note(name: 'answer-waits' | 'lost' | 'late' | 'unread', shown: boolean): void {
  const there = document.getElementById(`note-${name}`)
  if (there) there.hidden = !shown
}

export const formOf = (): HTMLFormElement | null => live.querySelector('form.answer')
export const questionOf = (form: HTMLFormElement | null): string => form?.dataset.question ?? ''
