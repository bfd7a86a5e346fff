/** The four signs of an answer, told apart by shape, by letter and by colour: each alone is enough. */
const shapes: Readonly<Record<string, string>> = {
  a: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20z',
  b: 'M3 3h18v18H3z',
  c: 'M12 1.5L23.5 22H.5z',
  d: 'M12 .5L23.5 12 12 23.5.5 12z',
}

/** The sign of an answer, `a` to `d`; its letter is read aloud. */
export const Sign = ({ letter }: { readonly letter: string }) => (
  <span class={`sign sign-${letter}`}>
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <path d={shapes[letter] ?? shapes.a} />
    </svg>
    <b>{letter.toUpperCase()}</b>
  </span>
)
