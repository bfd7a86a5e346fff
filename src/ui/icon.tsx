/** A pictogram of the sprite. Formats, needs, states, facts, actions, knots: see `styles/sprite.svg`. */
export type IconName =
  | 'workshop'
  | 'game'
  | 'fablab'
  | 'talk'
  | 'course'
  | 'clinic'
  | 'scam'
  | 'phone'
  | 'photo'
  | 'form'
  | 'job'
  | 'shop'
  | 'helper'
  | 'ok'
  | 'no'
  | 'excused'
  | 'wait'
  | 'offline'
  | 'warn'
  | 'pin'
  | 'walk'
  | 'clock'
  | 'cal'
  | 'access'
  | 'call'
  | 'lang'
  | 'bag'
  | 'print'
  | 'plus'
  | 'arrow'
  | 'mark'
  | 'k1'
  | 'k2'
  | 'k3'
  | 'k4'
  | 'printer3d'
  | 'laser'
  | 'vinyl'
  | 'sewing'
  | 'embroidery'
  | 'electronics'
  | 'computer'

type IconProps = {
  readonly name: IconName
  /** Turned round in pages that read from right to left: for arrows that mean “onwards”. */
  readonly flip?: boolean | undefined
}

/** A drawing beside a word, never instead of it: screen readers do not hear it. */
export const Icon = ({ name, flip }: IconProps) => (
  <svg class={flip ? 'i flip' : name === 'mark' ? 'mark' : 'i'} viewBox="0 0 24 24" aria-hidden="true">
    <use href={`#${name}`} />
  </svg>
)
