import sharp from 'sharp'
import { done, type Result, refuse } from '#platform/work/index.ts'

/** The largest picture a public page carries, in bytes; the same number as in the database. */
const mostBytes = 40 * 1024
const sides = [800, 640, 480, 360]
const qualities = [72, 55, 40]

/**
 * A photo made light: turned upright, at most 800 pixels wide, WebP, nothing of the camera left in it. Tried smaller and
 * coarser until it fits.
 */
export async function lightPhoto(
  bytes: Uint8Array,
): Promise<Result<{ picture: Buffer; width: number; height: number }, { refusal: 'photo-unreadable' }>> {
  for (const side of sides)
    for (const quality of qualities) {
      const made = await sharp(bytes, { limitInputPixels: 60_000_000 })
        .rotate()
        .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
        .webp({ quality })
        .toBuffer({ resolveWithObject: true })
        .catch(() => null)
      if (!made) return refuse({ refusal: 'photo-unreadable' })
      const { width, height } = made.info
      if (made.data.length <= mostBytes) return done({ picture: made.data, width, height })
    }
  return refuse({ refusal: 'photo-unreadable' })
}
