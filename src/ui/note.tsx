import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icon.tsx'

type NoteProps = {
  /** `no` when something is refused or wrong; otherwise good news or plain advice. */
  readonly kind?: 'good' | 'no' | undefined
  readonly icon?: IconName | undefined
  /** `alert` is read at once, `status` when the person pauses. */
  readonly role?: 'alert' | 'status' | undefined
  readonly id?: string | undefined
  /** Left out on paper. */
  readonly noPrint?: boolean | undefined
  readonly children: ComponentChildren
}

/** A framed sentence: pictogram and words first, colour last. */
export const Note = ({ kind = 'good', icon, role, id, noPrint, children }: NoteProps) => (
  <div class={`note${kind === 'no' ? ' no' : ''}${noPrint ? ' noprint' : ''}`} role={role} id={id}>
    <Icon name={icon ?? (kind === 'no' ? 'warn' : 'ok')} />
    <div>{children}</div>
  </div>
)
