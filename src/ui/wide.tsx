import type { ComponentChildren } from 'preact'

/** What is wider than a telephone, mostly a table: it slides by itself, by finger or by arrows, and the page does not. */
export const Wide = ({
  label,
  children,
}: {
  /** What it is, for who hears it. */
  readonly label: string
  readonly children: ComponentChildren
}) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: who has no finger slides it with the arrows, once it has the focus.
  <section class="wide-slide" aria-label={label} tabIndex={0}>
    {children}
  </section>
)
