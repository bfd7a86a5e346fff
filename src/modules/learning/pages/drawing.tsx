import type { Pictogram } from '../domain/vocabulary.ts'

/** A drawing of the sprite, beside words and never instead of them. */
export const Drawing = ({ name }: { readonly name: Pictogram }) => (
  <svg class="i" viewBox="0 0 24 24" aria-hidden="true">
    <use href={`#${name}`} />
  </svg>
)
