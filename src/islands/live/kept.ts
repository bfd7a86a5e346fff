/** A drawer of this phone that is let go with the tab, or outlives it; private windows may refuse both. */
function drawer(store: () => Storage) {
  return {
    read(name: string): string {
      try {
        return store().getItem(name) ?? ''
      } catch {
        return ''
      }
    },
    write(name: string, value: string): void {
      try {
        if (value) store().setItem(name, value)
        else store().removeItem(name)
      } catch {
        // Nothing is kept then; the page still works from memory.
      }
    },
  }
}

/** An answer on its way: it outlives a phone that goes out. */
export const onItsWay = drawer(() => localStorage)
/** What is being typed: it outlives a page read again. */
export const draft = drawer(() => sessionStorage)
