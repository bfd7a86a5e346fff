import { Icon, type IconName } from './icon.tsx'

/** A need in a person’s own words, quotation marks included, and where it leads. */
export type NeedLink = { readonly icon: IconName; readonly words: string; readonly href: string }

export const Needs = ({ items }: { readonly items: readonly NeedLink[] }) => (
  <ul class="needs">
    {items.map(({ icon, words, href }) => (
      <li key={href}>
        <a href={href}>
          <Icon name={icon} />
          <span>{words}</span>
        </a>
      </li>
    ))}
  </ul>
)
