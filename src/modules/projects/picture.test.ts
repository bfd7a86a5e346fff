import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { preparePicture } from './prepare-picture.ts'

const photo = (width = 1600, height = 1200) =>
  sharp({ create: { width, height, channels: 3, background: '#c9501c' } })

/** A photo with the place it was taken at, as a telephone writes it. */
const withPlace = () =>
  photo()
    .withExif({
      IFD0: { Make: 'Telephone', Artist: 'Yasmine B.' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '48/1 54/1 42/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '2/1 20/1 3/1',
      },
    })
    .jpeg()
    .toBuffer()

const prepared = async (bytes: Uint8Array) => {
  const made = await preparePicture(bytes)
  if (!made.ok) throw new Error(made.refusal)
  return made.value
}

describe('a picture somebody brings', () => {
  test('keeps nothing of where it was taken, nor of the phone, nor of who', async () => {
    const sent = await withPlace()
    // The control: what was sent did say it.
    expect((await sharp(sent).metadata()).exif?.toString('latin1')).toMatch(
      /Yasmine[\s\S]*Telephone|Telephone[\s\S]*Yasmine/,
    )
    const { pageWebp, pageJpeg, thumbWebp, thumbJpeg } = await prepared(sent)
    for (const kept of [pageWebp, pageJpeg, thumbWebp, thumbJpeg]) {
      const { exif, xmp, iptc } = await sharp(kept).metadata()
      expect([exif, xmp, iptc]).toEqual([undefined, undefined, undefined])
      expect(kept.toString('latin1')).not.toMatch(/Telephone|Yasmine|GPS|Exif/)
    }
  })

  test('is light: a noisy photo fits, in both sizes and both formats', async () => {
    const noise = await sharp({
      create: {
        width: 1500,
        height: 1500,
        channels: 3,
        background: '#888',
        noise: { type: 'gaussian', mean: 128, sigma: 60 },
      },
    })
      .png()
      .toBuffer()
    const made = await prepared(noise)
    expect(Math.max(made.thumbWebp.length, made.thumbJpeg.length)).toBeLessThanOrEqual(40 * 1024)
    expect(Math.max(made.pageWebp.length, made.pageJpeg.length)).toBeLessThanOrEqual(200 * 1024)
    expect([made.width, made.height, made.thumbWidth, made.thumbHeight]).toEqual([960, 960, 480, 480])
  })

  test('stands upright, whichever way the phone was held', async () => {
    const lying = await photo(800, 400).withMetadata({ orientation: 6 }).jpeg().toBuffer()
    const made = await prepared(lying)
    expect([made.width, made.height]).toEqual([400, 800])
  })

  test('a transparent drawing is shown on white', async () => {
    const clear = await sharp({ create: { width: 50, height: 50, channels: 4, background: '#0000' } })
      .png()
      .toBuffer()
    const { data } = await sharp((await prepared(clear)).pageJpeg)
      .raw()
      .toBuffer({ resolveWithObject: true })
    expect([data[0], data[1], data[2]]).toEqual([255, 255, 255])
  })

  test('a small file that unfolds into a giant is refused before it unfolds', async () => {
    const bomb = await sharp({ create: { width: 16_000, height: 16_000, channels: 3, background: '#000' } })
      .png({ compressionLevel: 9 })
      .toBuffer()
    expect(bomb.length).toBeLessThan(2_000_000)
    expect(await preparePicture(bomb)).toMatchObject({ refusal: 'picture-too-large' })
  })

  test.each([
    ['a page', Buffer.from('<!doctype html><p>bonjour')],
    [
      'a drawing that could fetch',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
    ],
    ['a PDF', Buffer.from('%PDF-1.7\n')],
    ['nothing', Buffer.alloc(0)],
  ])('%s is no picture', async (_, bytes) => {
    expect(await preparePicture(bytes)).toMatchObject({ refusal: 'picture-unreadable' })
  })

  test('a photo cut short does not stop the next one', async () => {
    const whole = await photo().jpeg().toBuffer()
    const [cut, next] = await Promise.all([preparePicture(whole.subarray(0, 60)), preparePicture(whole)])
    expect(cut).toMatchObject({ ok: false })
    expect(next).toMatchObject({ ok: true })
  })
})
