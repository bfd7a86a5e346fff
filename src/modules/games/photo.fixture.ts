import sharp from 'sharp'
import { drawCard } from './draw-card.ts'

/** Somebody holding a card in a picture: where, how large, turned by how many degrees clockwise. */
export interface Held {
  card: number
  x: number
  y: number
  size: number
  turned: number
}

/** A photo of a room, with noise, blur and an uneven light. */
export async function photo(held: readonly Held[], { width = 1600, height = 1200, blur = 0.6 } = {}) {
  const noise = Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs><linearGradient id="g"><stop stop-color="#5b5148"/><stop offset="1" stop-color="#d8cdbb"/></linearGradient></defs><rect width="100%" height="100%" fill="url(#g)"/>${Array.from({ length: 60 }, (_, n) => `<rect x="${(n * 397) % width}" y="${(n * 211) % height}" width="${20 + (n % 7) * 9}" height="${15 + (n % 5) * 12}" fill="hsl(${n * 37} 40% 45%)"/>`).join('')}</svg>`,
  )
  const cards = await Promise.all(
    held.map(async ({ card, x, y, size, turned }) => {
      const drawn = await sharp(Buffer.from(drawCard(card)), { density: 300 })
        .resize(size, size)
        .rotate(turned, { background: '#7a7066' })
        .png()
        .toBuffer()
      return { input: drawn, left: x, top: y }
    }),
  )
  const picture = await sharp(noise).composite(cards).blur(blur).jpeg({ quality: 75 }).toBuffer()
  return new Uint8Array(picture)
}
