import sharp, { type OutputInfo } from 'sharp'
import { done, type Result, refuse } from '#platform/work/index.ts'

/** A photo heavier than this was not taken with a phone. Bytes. */
export const mostPictureBytes = 9_000_000
/** More points than any phone takes; a small file that unfolds into more is a trap. */
const mostPixels = 60_000_000
/** Kinds of pictures we unfold: photographs, and nothing that is a program or a page. */
const read = new Set(['jpeg', 'png', 'webp', 'heif', 'gif'])
const pageSide = 960
const thumbSide = 480
/** The database says the same. Bytes. */
const mostBytes = { page: 200 * 1024, thumb: 40 * 1024 }

/** A picture as it is kept: two sizes, each in WebP and, for older phones, in JPEG. */
export interface Prepared {
  width: number
  height: number
  thumbWidth: number
  thumbHeight: number
  pageWebp: Buffer
  pageJpeg: Buffer
  thumbWebp: Buffer
  thumbJpeg: Buffer
}

/**
 * A photo made light and told apart from its maker: turned upright, drawn again point by point, so that neither the place
 * it was taken at, nor the phone, nor anything hidden in it is left.
 */
export function preparePicture(bytes: Uint8Array): Promise<Answer> {
  // Whatever a file does to the reader, it is told apart from a photo, and the next one has its turn.
  const mine = turn.then(() => prepare(bytes)).catch((): Answer => refuse({ refusal: 'picture-unreadable' }))
  turn = mine.then(() => undefined)
  return mine
}

type Answer = Result<Prepared, { refusal: 'picture-unreadable' | 'picture-too-large' }>

/** Large photos unfold into much memory: one at a time, whoever sends them. */
let turn: Promise<void> = Promise.resolve()

async function prepare(bytes: Uint8Array): Promise<Answer> {
  const open = () => sharp(bytes, { limitInputPixels: mostPixels, sequentialRead: true, animated: false })
  const about = await sharp(bytes, { limitInputPixels: false }).metadata()
  if (!about.width || !about.height || !read.has(about.format ?? ''))
    return refuse({ refusal: 'picture-unreadable' })
  if (about.width * about.height > mostPixels) return refuse({ refusal: 'picture-too-large' })
  // Unfolded once; the small ones are made of this one.
  const upright = await open()
    .rotate()
    .resize({ width: pageSide, height: pageSide, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  const page = await encode(upright, pageSide, mostBytes.page)
  const thumb = await encode(upright, thumbSide, mostBytes.thumb)
  return done({
    width: page.width,
    height: page.height,
    thumbWidth: thumb.width,
    thumbHeight: thumb.height,
    pageWebp: page.webp,
    pageJpeg: page.jpeg,
    thumbWebp: thumb.webp,
    thumbJpeg: thumb.jpeg,
  })
}

type Raw = { data: Buffer; info: OutputInfo }

/** Both formats at one size, coarser until they fit: whatever was sent, a page stays light. */
async function encode({ data, info }: Raw, side: number, most: number) {
  const raw = { width: info.width, height: info.height, channels: info.channels as 3 }
  const small = () =>
    sharp(data, { raw }).resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
  for (const quality of [74, 60, 45, 30, 15]) {
    const webp = await small().webp({ quality, effort: 3 }).toBuffer({ resolveWithObject: true })
    const jpeg = await small().jpeg({ quality, progressive: true }).toBuffer()
    if (webp.data.length <= most && jpeg.length <= most)
      return { webp: webp.data, jpeg, width: webp.info.width, height: webp.info.height }
  }
  throw new Error('a picture of this size does not fit')
}
