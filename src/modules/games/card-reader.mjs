// Looks for cards in a picture, in a thread of its own: a room that plays must not wait while a photo is read.
import { parentPort } from 'node:worker_threads'
import aruco from 'js-aruco2'
import sharp from 'sharp'

/** Sizes the picture is looked at in, pixels along its longer side: cards near and far. */
const sizes = [1600, 1000, 2400]
/** Wrong squares a card may have and still be itself: its family keeps twelve between any two. */
const maxHammingDistance = 4

const detector = new aruco.AR.Detector({ dictionaryName: 'ARUCO_MIP_36h12', maxHammingDistance })

parentPort?.on('message', async ({ id, picture, mostCards }) => {
  try {
    const found = new Map()
    for (const size of sizes) {
      const { data, info } = await sharp(picture, { limitInputPixels: 80_000_000 })
        .rotate()
        .resize({ width: size, height: size, fit: 'inside', withoutEnlargement: true })
        .ensureAlpha()
        .raw()
        .toBuffer({ resolveWithObject: true })
      for (const { id: code, corners } of detector.detectImage(info.width, info.height, data))
        if (code >= 1 && code <= mostCards && !found.has(code)) found.set(code, { card: code, corners })
      // A picture smaller than the next size would be looked at twice as it is.
      if (Math.max(info.width, info.height) < size) break
    }
    parentPort?.postMessage({ id, seen: [...found.values()] })
  } catch (error) {
    parentPort?.postMessage({ id, wrong: String(error?.message ?? error) })
  }
})
