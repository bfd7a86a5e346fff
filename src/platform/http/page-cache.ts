import { brotliCompressSync, constants } from 'node:zlib'
import type { Ctx } from './env.ts'

interface Kept {
  until: number
  status: number
  headers: [string, string][]
  plain: Buffer
  brotli: Buffer
}

/**
 * Keeps public pages for one second, already compressed, so that a rush on one page costs one rendering a second.
 * What it shows is never a decision: seats are decided by the database when the form is posted. Every accepted write of
 * this process empties it (decision 0008). At most 500 pages.
 */
export class PageCache {
  readonly #pages = new Map<string, Kept>()

  async answer(c: Ctx, render: () => Promise<Response>): Promise<Response> {
    const key = `${c.var.lang} ${c.req.url}`
    const kept = this.#pages.get(key)
    if (kept && kept.until > performance.now()) return reply(c, kept)
    const response = await render()
    if (response.status !== 200 || response.headers.has('set-cookie')) return response
    const plain = Buffer.from(await response.arrayBuffer())
    const page: Kept = {
      until: performance.now() + 1000,
      status: response.status,
      headers: [...response.headers].filter(([name]) => name !== 'content-length'),
      plain,
      brotli: compress(plain),
    }
    if (this.#pages.size >= 500) this.#pages.clear()
    this.#pages.set(key, page)
    return reply(c, page)
  }

  clear() {
    this.#pages.clear()
  }
}

const compress = (plain: Buffer) =>
  brotliCompressSync(plain, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 5,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    },
  })

function reply(c: Ctx, page: Kept): Response {
  const brotli = /\bbr\b/.test(c.req.header('accept-encoding') ?? '')
  const headers = new Headers(page.headers)
  headers.set('vary', 'accept-encoding, cookie, accept-language')
  if (brotli) headers.set('content-encoding', 'br')
  const body = brotli ? page.brotli : page.plain
  headers.set('content-length', String(body.length))
  return new Response(body as Uint8Array<ArrayBuffer>, { status: page.status, headers })
}
