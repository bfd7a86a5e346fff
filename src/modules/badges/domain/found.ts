import { z } from 'zod'

/** A document in JSON. */
type Json = Record<string, unknown>

/** What was found in what somebody gave us. */
export type Found =
  | { is: 'document'; document: Json }
  | { is: 'jwt'; jwt: string; header: Json; document: Json }
  /** The number of a badge of ours. */
  | { is: 'number'; id: string }
  | { is: 'nothing'; why: 'none' | 'pdf' | 'large' | 'hostile' }

/** Badges are a few kilobytes; a picture of one is some tens. */
export const mostBytes = 200_000
const deepest = 24
const mostValues = 3_000
const forbidden = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * A badge's number in an address: 22 letters and digits for the 128 bits of a UUID. Null when the text is no such
 * thing.
 */
export function idOfCode(code: string): string | null {
  if (!/^[A-Za-z0-9_-]{22}$/.test(code)) return null
  const hex = [...atob(code.replaceAll('-', '+').replaceAll('_', '/'))]
    .map((sign) => sign.charCodeAt(0).toString(16).padStart(2, '0'))
    .join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
/** The code of a number, as it is written in addresses. */
export const codeOfId = (id: string): string =>
  btoa(
    String.fromCharCode(
      ...(id.replaceAll('-', '').match(/../g) ?? []).map((hex) => Number.parseInt(hex, 16)),
    ),
  )
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

/** A text in JSON, when it is an object nobody made to hurt: not too deep, not too large, no name that means something else. */
export function readJson(text: string): Found {
  if (text.length > mostBytes) return { is: 'nothing', why: 'large' }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { is: 'nothing', why: 'none' }
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { is: 'nothing', why: 'none' }
  return isTame(value) ? { is: 'document', document: value as Json } : { is: 'nothing', why: 'hostile' }
}

/**
 * JSON-LD lets a document redefine its own words, hide some under other names, or refer to itself. A badge needs none of
 * it: one `@context` at the top, and no other name that begins with `@`.
 */
function isTame(root: object): boolean {
  const waiting: { value: unknown; depth: number }[] = [{ value: root, depth: 0 }]
  for (let seen = 0; waiting.length > 0; seen++) {
    const { value, depth } = waiting.pop() as { value: unknown; depth: number }
    if (seen > mostValues || depth > deepest) return false
    // Nodes without a name that refer to each other are what knots are made of.
    if (typeof value === 'string' && value.startsWith('_:')) return false
    if (typeof value !== 'object' || value === null) continue
    for (const [name, child] of Object.entries(value)) {
      const isTop = depth === 0 && name === '@context'
      if (forbidden.has(name) || (name.startsWith('@') && !isTop)) return false
      waiting.push({ value: child, depth: depth + 1 })
    }
  }
  return true
}

/** A compact token (VC-JWT), opened but not yet believed. */
export function readJwt(text: string): Found {
  const [head = '', body = ''] = text.split('.')
  const header = readJson(fromBase64Url(head))
  const document = readJson(fromBase64Url(body))
  return header.is === 'document' && document.is === 'document'
    ? { is: 'jwt', jwt: text, header: header.document, document: document.document }
    : { is: 'nothing', why: 'none' }
}

function fromBase64Url(text: string): string {
  try {
    const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (sign) =>
      sign.charCodeAt(0),
    )
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return ''
  }
}

const isJwt = (text: string) => /^[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}$/.test(text)
const uuid = z.uuid()

/** What a text is: a badge in JSON, a token, a picture in SVG that carries one, the link or the number of one of ours. */
export function readText(text: string, site: string): Found {
  const given = text.replace(/^\ufeff/, '').trim()
  if (given.length > mostBytes) return { is: 'nothing', why: 'large' }
  if (given.startsWith('{')) return readJson(given)
  if (given.startsWith('<')) return readSvg(given)
  if (isJwt(given)) return readJwt(given)
  const number = given.replace(/^urn:uuid:/, '')
  if (uuid.safeParse(number).success) return { is: 'number', id: number.toLowerCase() }
  const link = given.startsWith(`${site}/verify?`) && URL.canParse(given) ? new URL(given) : null
  const id = idOfCode(link?.searchParams.get('c') ?? given)
  return id ? { is: 'number', id } : { is: 'nothing', why: 'none' }
}

/**
 * The badge baked into a picture: `<openbadges:credential>` with the document as text, or a `verify` attribute with the
 * token. The picture is read as text: nothing of it is drawn or run. Source: Open Badges 3.0, §5.3.
 */
function readSvg(text: string): Found {
  const tag =
    /<openbadges:credential\b([^>]{0,150000})>([\s\S]*?)<\/openbadges:credential>|<openbadges:credential\b([^>]{0,150000})\/>/.exec(
      text,
    )
  if (!tag) return { is: 'nothing', why: 'none' }
  const verify = /\bverify\s*=\s*["']([^"']+)["']/.exec(tag[1] ?? tag[3] ?? '')?.[1]
  if (verify) return readJwt(verify)
  const inside = (tag[2] ?? '').trim()
  const plain = /^<!\[CDATA\[([\s\S]*)\]\]>$/.exec(inside)?.[1]?.trim() ?? unescapeXml(inside)
  return isJwt(plain) ? readJwt(plain) : readJson(plain)
}

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }
const unescapeXml = (text: string) =>
  text.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => named[name] as string)
