import type { ComponentChildren } from 'preact'
import type { Theme } from './words.ts'

type EmptyProps = {
  readonly title: string
  readonly theme?: Theme | undefined
  /** What comes nearest, and how to be called back: an empty answer never ends there. */
  readonly children: ComponentChildren
}

/** Nothing found: a cloth not woven yet, and near answers. */
export const Empty = ({ title, theme = 'learning', children }: EmptyProps) => (
  <section class="empty stack" aria-labelledby="empty">
    <div class="hem" aria-hidden="true">
      <i class={`weave ${theme}`} />
      <i class={`bare ${theme}`} />
    </div>
    <h2 id="empty">{title}</h2>
    {children}
  </section>
)
