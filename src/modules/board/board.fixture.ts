import { parseContact, sealContact } from '#modules/people/index.ts'
import type { MemberActor } from '#platform/http/env.ts'
import type { Composer } from '#platform/messages/index.ts'
import type { TestHouse } from '#platform/testing/house.ts'
import type { SmallWorld } from '#platform/testing/small-world.ts'
import { answerNotice } from './answer-notice.ts'
import { readIntroductions } from './db/introductions.ts'
import { readNotices } from './db/notices.ts'
import { publishNotice } from './decide-notice.ts'
import { composers } from './messages.ts'
import { type NoticeWish, postNotice } from './post-notice.ts'

/** Neighbours of Saint-Ouen, who reads what they write, and what a test asks of the board. */
export function boardOf(there: () => { at: TestHouse; world: SmallWorld }) {
  const house = () => there().at.house
  const owner = () => there().at.owner
  const world = () => there().world
  const here = () => ({ kind: 'resident', centre: world().centres.saintOuen }) as const
  const samira = (): MemberActor => ({
    kind: 'member',
    member: world().members.samira,
    role: 'facilitator',
    centre: world().centres.saintOuen,
    name: 'Samira',
  })
  /** Of Roubaix, with the most rights one may have there. */
  const rox = (): MemberActor => ({
    kind: 'member',
    member: world().members.rox,
    role: 'coordinator',
    centre: world().centres.roubaix,
    name: 'Rox',
  })

  const phones = { monique: '06 39 98 12 01', karim: '06 39 98 12 02', odile: '06 39 98 12 03' }
  const who = (name: keyof typeof phones) => {
    const contact = parseContact({ phone: phones[name] })
    if (!contact.ok) throw new Error(name)
    return {
      centre: world().centres.saintOuen,
      name: name[0]?.toUpperCase() + name.slice(1),
      contact: sealContact(house().seal, contact.value),
      language: 'fr',
    }
  }
  const photos: NoticeWish = {
    side: 'ask',
    subject: 'photos',
    machine: null,
    sentence: 'Ma boutique a besoin de cinq belles photos.',
    languages: ['fr'],
    halfDays: ['week-morning'],
    place: null,
    moment: { kind: 'call' },
    days: 30,
  }
  const post = (name: keyof typeof phones, more: Partial<NoticeWish> = {}) =>
    house().inWork(here(), (work) => postNotice(work, house().seal, who(name), { ...photos, ...more }))
  const readAll = () =>
    house().inWork(samira(), (work) => readNotices(work, { centre: world().centres.saintOuen }))
  const publish = (notice: number, member = samira()) =>
    house().inWork(member, (work) => publishNotice(work, { notice, member }))

  /** A notice of somebody, read by Samira and put up. */
  async function up(name: keyof typeof phones, more: Partial<NoticeWish> = {}): Promise<number> {
    await post(name, more)
    const waiting = (await readAll()).find(({ status }) => status === 'waiting')
    if (!waiting || !(await publish(waiting.id)).ok) throw new Error(`the notice of ${name} is not up`)
    return waiting.id
  }
  const answers = (name: keyof typeof phones, notice: number) =>
    house().inWork(here(), (work) =>
      answerNotice(work, house().seal, who(name), {
        notice,
        moment: { kind: 'session', id: world().sessions.scams },
      }),
    )
  const proposed = async () =>
    (await house().inWork(samira(), (work) => readIntroductions(work, ['proposed'])))[0]?.id ?? 0

  /** Messages waiting to leave, oldest first. */
  async function queued(): Promise<{ kind: string; ref: number }[]> {
    const { rows } = await owner().query(
      `select payload ->> 'kind' as kind, (payload ->> 'ref')::int as ref from graphile_worker._private_jobs order by id`,
    )
    return rows
  }
  /** What would be sent now; null when it is no longer true. */
  async function written(kind: string, ref: number, version = 1) {
    const compose = composers(house())[kind] as Composer
    return house().inWork({ kind: 'system', centre: world().centres.saintOuen }, (work) =>
      compose(work, ref, version),
    )
  }
  async function linkOf(name: string): Promise<string> {
    const { rows } = await owner().query('select token_sealed from board.neighbours where name = $1', [name])
    return house().seal.open(rows[0].token_sealed)
  }
  const idOf = async (name: string): Promise<number> =>
    Number((await owner().query('select id from board.neighbours where name = $1', [name])).rows[0].id)

  return {
    here,
    samira,
    rox,
    phones,
    who,
    photos,
    post,
    readAll,
    publish,
    up,
    answers,
    proposed,
    queued,
    written,
    linkOf,
    idOf,
  }
}
