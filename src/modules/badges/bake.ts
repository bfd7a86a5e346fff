import { crc32 } from 'node:zlib'
import sharp from 'sharp'
import { type Found, mostBytes, readText } from './domain/found.ts'

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const keyword = 'openbadgecredential'

/** The badge inside its picture (SVG). Source: Open Badges 3.0, §5.3.2. */
export const bakeSvg = (svg: string, document: string): string =>
  svg.replace(
    /<svg\b[^>]*>/,
    (open) =>
      `${open.replace(/>$/, ' xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0">')}<openbadges:credential><![CDATA[${document.replaceAll(']]>', ']]\\u003e')}]]></openbadges:credential>`,
  )

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const size = Buffer.alloc(4)
  size.writeUInt32BE(data.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([size, named, sum])
}

/** The badge inside its picture (PNG), in one uncompressed iTXt chunk after the header. Source: Open Badges 3.0, §5.3.1. */
export async function bakePng(svg: string, document: string): Promise<Buffer> {
  const picture = await sharp(Buffer.from(svg), { density: 216 })
    .resize(600, 600)
    .png({ palette: true })
    .toBuffer()
  const text = Buffer.concat([Buffer.from(`${keyword}\0\0\0\0\0`, 'latin1'), Buffer.from(document, 'utf8')])
  const afterHeader = signature.length + 25
  return Buffer.concat([picture.subarray(0, afterHeader), chunk('iTXt', text), picture.subarray(afterHeader)])
}

/** What a PNG carries in its iTXt chunk; null when it carries no badge. Nothing of the picture is decoded. */
function textOfPng(file: Buffer): string | null {
  for (let at = signature.length; at + 12 <= file.length; ) {
    const size = file.readUInt32BE(at)
    const type = file.toString('latin1', at + 4, at + 8)
    const data = file.subarray(at + 8, at + 8 + size)
    if (type === 'iTXt' && data.toString('latin1', 0, keyword.length + 1) === `${keyword}\0`) {
      // Keyword, compression flag and method, language, translated keyword: each ends with a zero.
      const language = keyword.length + 3
      const translated = data.indexOf(0, language) + 1
      const text = data.indexOf(0, translated) + 1
      return data[keyword.length + 1] === 0 && translated > 0 && text > 0 ? data.toString('utf8', text) : null
    }
    if (type === 'IEND') return null
    at += size + 12
  }
  return null
}

/** What a file is. Never throws. */
export function readFile(bytes: Uint8Array, site: string): Found {
  const file = Buffer.from(bytes)
  if (file.length > mostBytes) return { is: 'nothing', why: 'large' }
  if (file.subarray(0, 5).toString('latin1') === '%PDF-') return { is: 'nothing', why: 'pdf' }
  if (file.subarray(0, signature.length).equals(signature)) {
    const text = textOfPng(file)
    return text === null ? { is: 'nothing', why: 'none' } : readText(text, site)
  }
  return readText(file.toString('utf8'), site)
}
