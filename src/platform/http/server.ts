import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { getCookie, setCookie } from 'hono/cookie'
import { csrf } from 'hono/csrf'
import { secureHeaders } from 'hono/secure-headers'
import { isLanguage, languageOf } from '#platform/i18n/index.ts'
import type { House } from '../house.ts'
import { mostFileBytes } from '../sheet/read-upload.ts'
import type { Ctx, Env, Routes } from './env.ts'
import type { Faults } from './faults.ts'
import { metrics } from './health.ts'
import { PageCache } from './page-cache.ts'
import { limitWrites } from './rate-limit.ts'

/** A body larger than this is nobody's form. */
const bodyBytes = 64 * 1024
/** Pages where files are brought in, and how many bytes each takes: exercises, photos, spreadsheets and calendars. */
const takesFiles: readonly { path: RegExp; bytes: number }[] = [
  { path: /^\/exercises\/packages\/imports$/, bytes: 31_000_000 },
  { path: /^\/games\/live\/\d+\/photos$/, bytes: 16_000_000 },
  { path: /^\/verifications$/, bytes: 400_000 },
  { path: /^\/fablab\/machines\/\d+\/photo$/, bytes: 9_000_000 },
  { path: /^\/projects\/(?:\d+\/makes|me\/[^/]+\/\d+\/(?:steps(?:\/\d+)?|pictures))$/, bytes: 9_500_000 },
  { path: /^\/projects\/me\/[^/]+\/\d+\/files$/, bytes: 10_500_000 },
  // A preview carries the sheet along to the step that confirms it.
  { path: /^\/(?:plan|games)\/(?:.*\/)?imports?$/, bytes: mostFileBytes * 2 },
]

/** Paths that are not like the others. */
export interface SpecialPaths {
  /** Pages with an island: they alone may run scripts, our own files, which may ask our own server. */
  scripted?: readonly (string | RegExp)[]
  /** Pages other sites may show in a frame: nothing in them acts, so that nobody can be lured into pressing. */
  framed?: readonly string[]
  /** What was brought in from elsewhere and runs in a box: it has no origin of ours, hence neither our cookies nor our pages. */
  boxed?: readonly RegExp[]
  /** Where a whole room writes behind one address; what it writes is on no public page. */
  crowded?: readonly RegExp[]
}

/** Read by machines and by other sites' visitors: their language is in the address, and leaves nothing behind. */
const isForOthers = (path: string) => /^\/(api|feeds|embed)\//.test(path)

/**
 * The server around the modules' routes: headers, body limit, origin check, rate limit, language, one-second cache of
 * public pages. `cached` says which GET paths are the same for everybody; `styles` are the hashes of the style sheets
 * written in pages: with them no page needs a nonce.
 */
export function createServer(
  house: House,
  modules: Routes[],
  faults: Faults,
  cached: (path: string) => boolean,
  styles: string[],
  { scripted = [], framed = [], boxed = [], crowded = [] }: SpecialPaths = {},
): Routes {
  const app = new Hono<Env>()
  const cache = new PageCache()
  app.use(metrics.measure)
  const headers = (more: {
    scriptSrc?: string[]
    connectSrc?: string[]
    frameSrc?: string[]
    frameAncestors?: string[]
    formAction?: string[]
  }) =>
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        styleSrc: styles,
        imgSrc: ["'self'", 'data:'],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        ...more,
      },
      xFrameOptions: more.frameAncestors === undefined,
      // Not no-referrer: browsers would then post « Origin: null », which the origin check refuses on old phones.
      referrerPolicy: 'same-origin',
      strictTransportSecurity: house.settings.publicUrl.startsWith('https:') ? 'max-age=31536000' : false,
    })
  const plain = headers({})
  const withIsland = headers({ scriptSrc: ["'self'"], connectSrc: ["'self'"], frameSrc: ["'self'"] })
  const withFrame = headers({ frameAncestors: ['*'], formAction: ["'none'"] })
  // In a sandbox nothing is « self » for some browsers: our address is named as well.
  const ours = ["'self'", new URL(house.settings.publicUrl).origin]
  const inBox = secureHeaders({
    contentSecurityPolicy: {
      sandbox: ['allow-scripts'],
      defaultSrc: ["'none'"],
      scriptSrc: [...ours, "'unsafe-inline'", "'unsafe-eval'"],
      styleSrc: [...ours, "'unsafe-inline'"],
      imgSrc: [...ours, 'data:', 'blob:'],
      mediaSrc: [...ours, 'data:', 'blob:'],
      fontSrc: [...ours, 'data:'],
      connectSrc: ours,
      frameAncestors: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'none'"],
    },
    xFrameOptions: false,
    crossOriginResourcePolicy: 'cross-origin',
    referrerPolicy: 'no-referrer',
  })
  const isOf = (paths: readonly (string | RegExp)[], path: string) =>
    paths.some((one) => (typeof one === 'string' ? one === path : one.test(path)))
  app.use((c, next) =>
    (isOf(boxed, c.req.path)
      ? inBox
      : isOf(scripted, c.req.path)
        ? withIsland
        : isOf(framed, c.req.path)
          ? withFrame
          : plain)(c, next),
  )
  app.use(async (c, next) => {
    const wished = c.req.query('lang')
    c.set('member', null)
    c.set(
      'lang',
      languageOf({
        query: wished,
        cookie: getCookie(c, 'lang'),
        acceptLanguage: c.req.header('accept-language'),
      }),
    )
    await next()
    if (wished && isLanguage(wished) && !isForOthers(c.req.path))
      setCookie(c, 'lang', wished, { path: '/', maxAge: 31_536_000, sameSite: 'Lax', httpOnly: true })
  })
  // Pages of one person are compressed on their way; public ones already are, and leave as they were kept.
  app.use(compress())
  const tooLarge = (c: unknown) => faults.tooLarge(c as Ctx)
  const ofForms = bodyLimit({ maxSize: bodyBytes, onError: tooLarge })
  const ofFiles = takesFiles.map(({ path, bytes }) => ({
    path,
    limit: bodyLimit({ maxSize: bytes, onError: tooLarge }),
  }))
  app.use((c, next) => (ofFiles.find(({ path }) => path.test(c.req.path))?.limit ?? ofForms)(c, next))
  const ownOrigin = new URL(house.settings.publicUrl).origin
  // Behind a proxy that ends TLS we hear http, and people come from the public address.
  const sameOrigin = csrf({
    origin: (origin, c) => origin === ownOrigin || origin === new URL(c.req.url).origin,
  })
  app.use(async (c, next) => {
    if (c.req.path.startsWith('/api/')) return next()
    try {
      return await sameOrigin(c, next)
    } catch (error) {
      if ((error as { status?: number }).status === 403) return faults.foreign(c)
      throw error
    }
  })
  const isCrowded = (path: string) => isOf(crowded, path)
  app.use(limitWrites(house, faults, isCrowded))
  app.use(async (c, next) => {
    if (c.req.method === 'HEAD') return next()
    if (c.req.method !== 'GET') {
      await next()
      if (c.res.status < 400 && !isCrowded(c.req.path)) cache.clear()
      return
    }
    if (!cached(c.req.path) || c.req.query('lang')) return next()
    c.res = await cache.answer(c, async () => {
      await next()
      return c.res
    })
  })
  for (const routes of modules) app.route('/', routes)
  app.notFound((c) => faults.notFound(c))
  app.onError((error, c) => faults.broken(c as Ctx, error))
  return app
}
