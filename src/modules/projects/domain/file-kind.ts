/** Files one makes things from: shapes, drawings, patterns. */
export const fileKinds = ['stl', 'svg', 'dxf', 'pdf'] as const
export type FileKind = (typeof fileKinds)[number]

/** What a browser is told a file is; each is saved, and none is opened in the page. */
export const mediaTypeOf: Readonly<Record<FileKind, string>> = {
  stl: 'model/stl',
  svg: 'application/octet-stream',
  dxf: 'application/octet-stream',
  pdf: 'application/pdf',
}

/** What a drawing must not hold: whatever runs, or fetches from elsewhere, once it is opened at home. */
const active =
  /<\s*(?:script|foreignObject|iframe|object|embed|handler)\b|<!ENTITY|\son[a-z]+\s*=|javascript:|(?:href|src)\s*=\s*["']?\s*(?:https?:|\/\/|file:|data:text)/i

const startsWith = (bytes: Uint8Array, text: string, within = 0): boolean =>
  new TextDecoder('latin1').decode(bytes.subarray(0, within + text.length)).includes(text)

/**
 * What a file is, from what it holds and never from its name; null for anything that is none of ours, or that could act
 * when it is opened.
 */
export function kindOf(bytes: Uint8Array): FileKind | null {
  if (startsWith(bytes, '%PDF-', 1024)) return isActivePdf(bytes) ? null : 'pdf'
  if (isBinaryStl(bytes)) return 'stl'
  if (startsWith(bytes, 'AutoCAD Binary DXF')) return 'dxf'
  const text = textOf(bytes)
  if (text === null) return null
  if (/^\s*solid\b[\s\S]{0,2000}?\bfacet\s+normal\b/i.test(text.slice(0, 4000))) return 'stl'
  if (/^\s*(?:999\s[^\n]*\n\s*)*0\s*\r?\n\s*SECTION\b/.test(text.slice(0, 4000))) return 'dxf'
  if (/<svg[\s>]/i.test(text.slice(0, 20_000))) return active.test(text) ? null : 'svg'
  return null
}

/** Eighty bytes of anything, a number of triangles, and fifty bytes for each. */
function isBinaryStl(bytes: Uint8Array): boolean {
  if (bytes.length < 134) return false
  const triangles = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(80, true)
  return bytes.length === 84 + 50 * triangles
}

const isActivePdf = (bytes: Uint8Array): boolean =>
  /\/(?:JavaScript|JS|Launch|EmbeddedFile|OpenAction\s*<<[^>]*\/S\s*\/URI)\b/.test(
    new TextDecoder('latin1').decode(bytes),
  )

function textOf(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return text.includes('\0') ? null : text
  } catch {
    return null
  }
}
