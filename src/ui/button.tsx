import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icon.tsx'

type Looks = {
  /** Paper with an ink line: every button but the one that matters on the screen. */
  readonly alt?: boolean | undefined
  /** As wide as its column. */
  readonly wide?: boolean | undefined
  readonly icon?: IconName | undefined
  /** An arrow after the words, turned in Arabic. */
  readonly onwards?: boolean | undefined
  /** A verb. */
  readonly children: ComponentChildren
}

const look = ({ alt, wide }: Looks): string => `btn${alt ? ' alt' : ''}${wide ? ' wide' : ''}`

const Words = ({ icon, onwards, children }: Looks) => (
  <>
    {icon && <Icon name={icon} />}
    <span>{children}</span>
    {onwards && <Icon name="arrow" flip />}
  </>
)

/** Sends its form; `name` and `value` tell which button was pressed, `form` when it stands outside. */
export const Button = ({
  name,
  value,
  form,
  ...looks
}: Looks & { name?: string; value?: string; form?: string }) => (
  <button class={look(looks)} name={name} value={value} form={form}>
    <Words {...looks} />
  </button>
)

/** Goes somewhere, and changes nothing. */
export const LinkButton = ({ href, download, ...looks }: Looks & { href: string; download?: boolean }) => (
  <a class={look(looks)} href={href} download={download}>
    <Words {...looks} />
  </a>
)
