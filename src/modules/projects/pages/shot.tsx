import type { Picture } from '../db/pictures.ts'

type Props = {
  readonly picture: Picture
  /** Where its renderings are found: `/projects/pictures`, or below somebody’s own link. */
  readonly under: string
  readonly size?: 'page' | 'thumb' | undefined
}

/** A picture in the lightest form the browser reads, with its size said beforehand: nothing moves while it comes. */
export const Shot = ({ picture: { id, alt, width, height }, under, size = 'page' }: Props) => (
  <picture>
    <source type="image/webp" srcset={`${under}/${id}/${size}.webp`} />
    <img
      src={`${under}/${id}/${size}.jpg`}
      alt={alt}
      width={width}
      height={height}
      loading="lazy"
      decoding="async"
    />
  </picture>
)
