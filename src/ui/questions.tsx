import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icon.tsx'

/** What a worried person asks, in their words, and what we answer. */
export type Question = {
  readonly icon: IconName
  readonly question: string
  readonly answer: ComponentChildren
}

export const Questions = ({ items }: { readonly items: readonly Question[] }) => (
  <dl class="asks">
    {items.map(({ icon, question, answer }) => (
      <div key={question}>
        <dt>
          <Icon name={icon} />
          {question}
        </dt>
        <dd>{answer}</dd>
      </div>
    ))}
  </dl>
)
