import { get } from 'node:http'
import { beforeAll, expect, test } from 'vitest'
import { type Language, languageCodes } from '#platform/i18n/index.ts'
import { aCancelledSession, aSession, isFree, isFull, joinQuietly, origin } from './browser.ts'
import { aPlan, aShop, publicPages } from './public-pages.ts'

/** What a first visit may cost on an old telephone: what a server sends before it first waits for an answer. */
const most = 14 * 1024

const pages: Record<string, string> = { ...publicPages }
beforeAll(async () => {
  const [free, full] = [await aSession(isFree), await aSession(isFull)]
  const [shop, own] = [await aShop(), await somebodysOwn()]
  Object.assign(pages, own, {
    'a session': `/sessions/${free.id}`,
    'a full session': `/sessions/${full.id}`,
    'a cancelled session': `/sessions/${await aCancelledSession()}`,
    'a confirmation': await joinQuietly(free.id, 'Maryam'),
    'a rank in the waiting list': await joinQuietly(full.id, 'Maryam'),
    'a path followed': await posted('/learners', { path: 'keep-safe', centre: 'saint-ouen', name: 'Maryam' }),
    'the plan of a shop': await aPlan(),
    ...Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((at) => [`question ${at} to a shop`, `${shop}/${at}`])),
  })
})

type Fields = Record<string, string | readonly string[]>

/** Sends a form as somebody does; the page it leads to. */
async function posted(path: string, fields: Fields, cookie = ''): Promise<string> {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one)
  const headers = { origin, cookie, 'accept-language': 'fr' }
  const answer = await fetch(`${origin}${path}`, { method: 'POST', headers, body, redirect: 'manual' })
  const to = answer.headers.get('location')
  if (answer.status !== 303 || !to) throw new Error(`${path} answered ${answer.status}`)
  return to
}

/** Pages behind links: of somebody who sews, starts a business, guides, asks on the board and shows what she made. */
async function somebodysOwn(): Promise<Record<string, string>> {
  const who = { centre: 'saint-ouen', name: 'Rosalie', contact: '06 39 98 57 31' }
  const idea = { idea: 'Des sacs en toile cousus main', stage: 'idea', sector: 'crafts' }
  const help = { helps: ['money', 'web'], languages: 'fr', weekly: ['2-morning', '4-morning'], capacity: '2' }
  const ask = { side: 'ask', subject: 'photos', sentence: 'Mes sacs cherchent de belles photos.' }
  const thing = { title: 'Un sac', sentence: 'Un sac en toile.', machines: 'sewing', materials: 'fabric' }
  const project = await posted('/projects', {
    ...who,
    ...thing,
    minutes: '60',
    difficulty: 'easy',
    licence: 'cc-by',
  })
  await posted('/founders', { ...who, ...idea })
  await posted('/mentors', { ...who, ...help })
  await posted('/board/notices', { ...who, ...ask, languages: 'fr', halfDays: 'week-morning' })
  const { form, booking } = await aBooking(who)
  await posted('/makers/links', { centre: who.centre, phone: who.contact })
  const links = await linksSent(['/founders/me/', '/mentors/me/', '/board/me/', '/makers/'], /Rosalie|sacs/)
  const founder = links['/founders/me/']?.slice('/founders/me/'.length)
  return {
    'booking an hour of a machine': form,
    'an hour booked': booking,
    'my machines': links['/makers/'] ?? '',
    'a founder’s own page': `/founders/me/${founder}`,
    'experts, for a founder': `/founders/me/${founder}/clinics`,
    'a founder’s mentor': `/mentors/for/${founder}`,
    'a mentor’s own page': links['/mentors/me/'] ?? '',
    'my notices': links['/board/me/'] ?? '',
    'what I make': project,
  }
}

/** The form for an hour of a sewing machine nobody else of these journeys wants, and the page it leads to. */
async function aBooking(who: { name: string; contact: string }): Promise<{ form: string; booking: string }> {
  const list = await textOf('/machines?town=saint-ouen&kind=sewing')
  for (const [, machine] of list.matchAll(/href="(\/machines\/\d+)"/g)) {
    const hours = [
      ...(await textOf(`${machine}?from=${inTwoWeeks()}`)).matchAll(
        /href="(\/machines\/\d+\/bookings\/new\?at=[^"]+)"/g,
      ),
    ]
    const form = hours.at(-1)?.[1]?.replaceAll('&amp;', '&')
    if (!form) continue
    const at = new URL(form, origin).searchParams.get('at') ?? ''
    const fields = { at, name: who.name, phone: who.contact, for: 'make', age: 'adult' }
    return { form, booking: await posted(`${machine}/bookings`, fields) }
  }
  throw new Error('No sewing machine of Saint-Ouen has a free hour.')
}

/** Links sent to her among the messages of the centre, that a demonstration shows: those whose page is about her. */
async function linksSent(kinds: readonly string[], hers: RegExp): Promise<Record<string, string>> {
  const entered = await fetch(`${origin}/sign-in/demo`, {
    method: 'POST',
    headers: { origin },
    body: new URLSearchParams({ role: 'coordinator', to: '/desk' }),
    redirect: 'manual',
  })
  const cookie = entered.headers.getSetCookie().map((line) => line.split(';')[0])
  const looked = new Set<string>()
  const found: Record<string, string> = {}
  for (let again = 0; again < 1000; again += 1) {
    const html = await textOf('/desk/messages', cookie.join('; '))
    for (const [, kind = '', token] of html.matchAll(/href="https?:\/\/[^/"]+(\/[a-z/]+\/)([\w-]{22})"/g)) {
      const link = `${kind}${token}`
      if (!kinds.includes(kind) || looked.has(link)) continue
      looked.add(link)
      if ((await textOf(link)).match(hers)) found[kind] = link
    }
    if (kinds.every((kind) => found[kind])) return found
  }
  throw new Error(`Of ${kinds.join(', ')}, only ${Object.keys(found).join(', ')} were sent.`)
}

const inTwoWeeks = () => Temporal.Now.plainDateISO('Europe/Paris').add({ days: 15 })

const textOf = async (path: string, cookie = ''): Promise<string> =>
  (await fetch(`${origin}${path}`, { headers: { cookie, 'accept-language': 'fr' } })).text()

/** Everything that comes over the wire for one address, headers included, asked as a browser asks. */
const bytesOf = (path: string, language: Language): Promise<{ status: number; bytes: number }> =>
  new Promise((resolve, reject) => {
    get(
      `${origin}${path}`,
      {
        agent: false,
        headers: {
          'accept-encoding': 'gzip, deflate, br',
          'accept-language': language,
          connection: 'close',
        },
      },
      (answer) => {
        answer
          .resume()
          .on('end', () => resolve({ status: answer.statusCode ?? 0, bytes: answer.socket.bytesRead }))
      },
    ).on('error', reject)
  })

/** A page and the scripts it names: its styles are in it, and its pictures wait until they are looked at. */
async function weightOf(path: string, language: Language): Promise<{ status: number; bytes: number }> {
  const page = await bytesOf(path, language)
  let { bytes } = page
  for (const [, script] of (await textOf(path)).matchAll(/<script[^>]* src="([^"]+)"/g))
    bytes += (await bytesOf(script ?? '', language)).bytes
  return { status: page.status, bytes }
}

/** Addresses that lead nowhere on purpose. */
const nowhere = /rien|nulle-part|ZZZZZ|AAAAA/

test.each(languageCodes)('every public page weighs at most 14 kB over the wire, in %s', async (language) => {
  const heavy: string[] = []
  for (const [name, path] of Object.entries(pages)) {
    const { status, bytes } = await weightOf(path, language)
    if ((status === 404 || status >= 500) && !nowhere.test(path)) heavy.push(`${name} answered ${status}`)
    if (bytes > most) heavy.push(`${name} weighs ${bytes}`)
  }
  expect(heavy).toEqual([])
})

test('control: what is heavier than that is seen', async () => {
  expect((await weightOf('/feeds/sessions.ics', 'fr')).bytes).toBeGreaterThan(most)
})
