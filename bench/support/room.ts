import { Agent, type ClientRequest, type IncomingMessage, request } from 'node:http'
import type pg from 'pg'

/** A room of people with phones: what they send and hear, over real sockets. */

interface Sent {
  status: number
  headers: IncomingMessage['headers']
  body: string
}

const agent = new Agent({ keepAlive: true, maxSockets: 256 })

/** One request; forms are sent as a browser of our pages would. */
export function send(
  url: string,
  path: string,
  {
    form,
    body,
    cookie,
    json = false,
  }: { form?: Record<string, string | string[]>; body?: string; cookie?: string; json?: boolean } = {},
): Promise<Sent> {
  const typed = new URLSearchParams()
  for (const [name, value] of Object.entries(form ?? {}))
    for (const one of [value].flat()) typed.append(name, one)
  return new Promise((resolve, reject) => {
    const sent = request(
      `${url}${path}`,
      {
        agent,
        method: form || body ? 'POST' : 'GET',
        timeout: 30_000,
        headers: {
          origin: url,
          ...(cookie && { cookie }),
          ...(json && { accept: 'application/json' }),
          ...(form && { 'content-type': 'application/x-www-form-urlencoded' }),
        },
      },
      (answer) => {
        let said = ''
        answer.setEncoding('utf8')
        answer.on('data', (text: string) => {
          said += text
        })
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: said }),
        )
        answer.on('error', reject)
      },
    )
    sent.on('error', reject)
    sent.on('timeout', () => sent.destroy(new Error('no answer in 30 s')))
    sent.end(body ?? (form ? typed.toString() : undefined))
  })
}

const cookieOf = (sent: Sent) => (sent.headers['set-cookie'] ?? []).map((one) => one.split(';')[0]).join('; ')

/** The facilitator of the demo, signed in: her cookie. */
export const signIn = async (url: string): Promise<string> =>
  cookieOf(await send(url, '/sign-in/demo', { form: { role: 'facilitator', to: '/desk' } }))

export interface LiveGame {
  id: number
  code: string
  questions: number
}

const item = {
  id: 'bench',
  kind: 'choose',
  level: 1,
  skills: ['4.1'],
  prompt: { fr: 'Vous recevez ce message et vous n’attendez aucun colis. Que faites-vous ?' },
  choices: [
    { id: 'a', text: { fr: 'Je clique sur le lien pour voir' } },
    { id: 'b', text: { fr: 'J’efface le message et je le signale' }, right: true },
    { id: 'c', text: { fr: 'Je réponds pour demander qui écrit' } },
    { id: 'd', text: { fr: 'Je l’envoie à toute ma famille' } },
  ],
  teach: { fr: 'Un transporteur ne demande jamais d’argent par SMS. Le lien mène à une fausse page.' },
  gesture: { fr: 'Transférez ce message au 33700.' },
  source: {
    title: 'Cybermalveillance',
    url: 'https://www.cybermalveillance.gouv.fr/',
    seen: null,
    licence: '-',
  },
}
const choices = { names: 'first-name', teams: 0, timer: null, podium: false, again: false }

/** Opens a game of as many questions, of the facilitator's centre, in its lobby. */
export async function openGame(owner: pg.Client, questions: number): Promise<LiveGame> {
  const { rows } = await owner.query<{ id: number; code: string }>(
    `with member as (select id, centre_id from access.members where role = 'facilitator' order by id limit 1),
       game as (
         insert into games.games (centre_id, code, title, choices, total, opened_by, opened_at, changed_at)
         select centre_id, (select string_agg(substr('23456789ABCDEFGHJKMNPQRSTVWXYZ', 1 + floor(random() * 30)::int, 1), '') from generate_series(1, 5) where member.id is not null),
           '{"fr":"Mesure"}', $1, $2, id, now(), now() from member returning id, code, centre_id),
       asked as (
         insert into games.questions (game_id, centre_id, position, pack, item)
         select id, centre_id, position, 'bench', $3 from game, generate_series(1, $2) position)
     select id, code from game`,
    [JSON.stringify(choices), questions, JSON.stringify(item)],
  )
  return { ...(rows[0] as { id: number; code: string }), questions }
}

/** What the facilitator presses, seeing the game as it stands. */
export async function press(
  url: string,
  cookie: string,
  game: LiveGame,
  gesture: string,
  phase: string,
  position: number,
): Promise<void> {
  const { status, headers } = await send(url, `/games/live/${game.id}/moves`, {
    cookie,
    form: { gesture, phase, position: String(position) },
  })
  if (status !== 303 || headers.location?.includes('stale'))
    throw new Error(`« ${gesture} » was refused: ${status} ${headers.location}`)
}

/** Sits somebody down; what her phone keeps. */
export async function sit(url: string, game: LiveGame, name: string): Promise<string> {
  const sat = await send(url, `/play/${game.code}/seats`, { form: { name } })
  const cookie = cookieOf(sat)
  if (sat.status !== 303 || !cookie) throw new Error(`${name} could not sit: ${sat.status}`)
  return cookie
}

/** A phone that follows a game: the version it was last told, when, and how many messages came. */
export interface Phone {
  version: number
  at: number
  messages: number
  bytes: number
  close(): void
}

const streams = new Agent({ keepAlive: false, maxSockets: Number.POSITIVE_INFINITY })

/** Opens a stream; ready once the first bytes are there. */
export function follow(url: string, game: LiveGame): Promise<Phone> {
  return new Promise((resolve, reject) => {
    let sent: ClientRequest | undefined
    const phone: Phone = { version: 0, at: 0, messages: 0, bytes: 0, close: () => sent?.destroy() }
    sent = request(
      `${url}/play/${game.code}/stream?role=phone&lang=fr&tongue=fr&since=0`,
      { agent: streams },
      (answer) => {
        let rest = ''
        answer.setEncoding('utf8')
        answer.on('data', (text: string) => {
          phone.bytes += text.length
          rest += text
          const events = rest.split('\n\n')
          rest = events.pop() ?? ''
          for (const event of events) {
            const version = Number(/^id: (\d+)/m.exec(event)?.[1] ?? 0)
            if (version === 0) continue
            phone.version = version
            phone.at = performance.now()
            phone.messages += 1
          }
          resolve(phone)
        })
        answer.on('error', () => {})
      },
    )
    sent.on('error', reject)
    sent.end()
  })
}

/** Waits until every phone was told of a version; the milliseconds since `from` of each. Gives up after a while. */
export async function allTold(phones: readonly Phone[], version: number, from: number): Promise<number[]> {
  for (let turn = 0; turn < 2000; turn += 1) {
    if (phones.every((phone) => phone.version >= version)) return phones.map(({ at }) => at - from)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  throw new Error(`phones were not told of version ${version}`)
}

/** Sends answers of a question, spread over a second; the milliseconds of each acknowledgement. */
export async function answerAll(
  url: string,
  seats: readonly { game: LiveGame; cookie: string }[],
  { position, form }: { position: number; form: Record<string, string | string[]> },
): Promise<{ times: number[]; accepted: number }> {
  const times: number[] = []
  let accepted = 0
  await Promise.all(
    seats.map(async ({ game, cookie }, at) => {
      await new Promise((resolve) => setTimeout(resolve, (at * 1000) / seats.length))
      const began = performance.now()
      const answer = await send(url, `/play/${game.code}/answers`, {
        cookie,
        json: true,
        form: { ...form, question: String(position), nonce: String(Date.now()) },
      })
      times.push(performance.now() - began)
      if (answer.status === 200 && JSON.parse(answer.body).stored === 'accepted') accepted += 1
    }),
  )
  return { times, accepted }
}
