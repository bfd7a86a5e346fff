import type { ComponentChildren } from 'preact'

/** One knot of the thread: when, and what happens then. */
export type Step = { readonly when: string; readonly what: ComponentChildren }

/** What comes next, in order. */
export const Thread = ({ steps }: { readonly steps: readonly Step[] }) => (
  <ol class="thread">
    {steps.map(({ when, what }) => (
      <li key={when}>
        <b>{when}</b> {what}
      </li>
    ))}
  </ol>
)
