/** What is typed in a form, as it would be posted. */
export const read = (form: HTMLFormElement): URLSearchParams => {
  const typed = new URLSearchParams()
  new FormData(form).forEach((value, name) => {
    typed.append(name, String(value))
  })
  return typed
}

/** Puts back in a form what was typed in it; hidden fields say where the question stands, and keep their own. */
export function fill(form: HTMLFormElement, typed: URLSearchParams): void {
  for (const field of Array.from(form.elements)) {
    if (field instanceof HTMLSelectElement) field.value = typed.get(field.name) ?? field.value
    if (!(field instanceof HTMLInputElement) || field.type === 'hidden') continue
    if (field.type === 'radio' || field.type === 'checkbox')
      field.checked = typed.getAll(field.name).indexOf(field.value) >= 0
    else field.value = typed.get(field.name) ?? field.value
  }
}

/** Whether it bears a passphrase: such a thing is never written down, not even on this phone. */
export const isSecret = (typed: URLSearchParams): boolean => typed.has('phrase')
