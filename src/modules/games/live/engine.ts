import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { House } from '#platform/house.ts'
import type { MemberActor } from '#platform/http/env.ts'
import { hashOf } from '#platform/seal/index.ts'
import { done, refuse } from '#platform/work/index.ts'
import { holdOpen, readFigures, readGroups, replaceHands, writeAnswers } from '../db/answers.ts'
import { readGame, readGameOfCode, readGames, readQuestions, tell } from '../db/games.ts'
import { deleteSeat, readSeatOfToken, readSeats } from '../db/seats.ts'
import { judge } from '../domain/answer.ts'
import type { Room } from '../domain/game.ts'
import { tallyOf } from '../domain/tally.ts'
import { closeLate, moveGame } from '../game-move.ts'
import { openGame } from '../game-open.ts'
import { sit, sitBack, sitCards } from '../game-sit.ts'
import type { LiveEngine } from '../live-engine.ts'
import { openBatch } from './batch.ts'
import { Hub } from './hub.ts'
import type { Draw } from './look.ts'
import { openRooms } from './rooms.ts'

/**
 * Wrong codes of seats a game is told in ten minutes. In a room of three hundred one code in thirty is somebody's: a phone
 * that guesses them all would unseat one neighbour, and then nobody.
 */
const wrongTries = { points: 30, duration: 600 }
/** Games whose last reading is remembered, for answers that come by the hundred. */
const mostLately = 500

const pageFigure = (tally: { people: number; right: number; partly: number }) => ({
  people: tally.people,
  right: tally.right,
  partly: tally.partly,
})

/** Keeps live games: every gesture, seat and answer is in the database before anybody is told that it is. */
export function openEngine(house: House, draw: Draw): { engine: LiveEngine; hub: Hub } {
  const rooms = openRooms()
  const write = openBatch(house)
  const tries = new RateLimiterMemory(wrongTries)
  const itself = (centre: number) => ({ kind: 'system', centre }) as const
  const readRoomOf = (game: number, centre: number) =>
    house.inWork(itself(centre), (work) => rooms(work, game))
  const hub = new Hub(house, readRoomOf, draw, (room) =>
    house.inWork(itself(room.centre), (work) => closeLate(work, { game: room.id, position: room.position })),
  )
  const readRoom = (member: MemberActor, game: number) => house.inWork(member, (work) => rooms(work, game))

  const lately = new Map<string, { room: Room; at: number }>()

  const engine: LiveEngine = {
    async readRoomOfCode(code, age = 0) {
      if (!code) return null
      const known = lately.get(code)
      if (known && house.now().epochMilliseconds - known.at < age) return known.room
      const found = await house.inWork({ kind: 'visitor' }, (work) => readGameOfCode(work, code))
      const room = found && (await readRoomOf(found.id, found.centre))
      lately.delete(code)
      if (room) lately.set(code, { room, at: house.now().epochMilliseconds })
      const [oldest] = lately.keys()
      if (lately.size > mostLately && oldest !== undefined) lately.delete(oldest)
      return room
    },

    async readMySeat(room, token) {
      if (!token) return null
      return house.inWork(itself(room.centre), (work) =>
        readSeatOfToken(work, { game: room.id, tokenHash: hashOf(token), position: room.position }),
      )
    },

    async sit(sitting) {
      const sat = await house.inWork(itself(sitting.room.centre), (work) => sit(work, sitting))
      if (sat.ok) hub.counted(sitting.room.id, sitting.room.centre)
      return sat
    },

    async sitBack(room, code) {
      const key = String(room.id)
      const wrong = await tries.get(key)
      if (wrong && wrong.remainingPoints <= 0) return refuse({ refusal: 'too-many-tries' })
      const back = await house.inWork(itself(room.centre), (work) => sitBack(work, { game: room.id, code }))
      if (!back.ok) await tries.penalty(key)
      return back
    },

    async answer(room, token, { position, answer, nonce }) {
      const item = room.position === position ? room.question?.item : undefined
      const verdict = item && judge(item, answer)
      if (!verdict) return { stored: 'closed' }
      const stored = await write(room.centre, {
        game: room.id,
        position,
        tokenHash: hashOf(token),
        seat: null,
        answer,
        verdict,
        nonce: nonce ?? null,
      })
      if (stored === 'accepted') hub.counted(room.id, room.centre)
      return { stored }
    },

    async open(member, game) {
      const opened = await house.inWork(member, (work) =>
        openGame(work, { ...game, centre: member.centre as number, member: member.member }),
      )
      return { game: opened }
    },

    async readGames(member) {
      const rows = await house.inWork(member, (work) => readGames(work, member.centre as number))
      return rows.map(({ id, code, title, phase, position, total, openedAt, timeZone }) => ({
        id,
        code,
        title,
        phase,
        position,
        total,
        openedAt: openedAt.toZonedDateTimeISO(timeZone),
      }))
    },

    readRoom,
    readSeats: (member, game) => house.inWork(member, (work) => readSeats(work, game)),

    readFigures: (member, game) =>
      house.inWork(member, async (work) => {
        const row = await readGame(work, game)
        if (!row) return []
        const questions = await readQuestions(work, game)
        const kept = row.phase === 'ended' ? await readFigures(work, game) : null
        const figureOf = async (position: number) => {
          const found = kept?.find((one) => one.position === position)
          const question = questions[position - 1]
          if (kept) return found ? pageFigure(found) : null
          if (!question || position > row.position) return null
          return pageFigure(tallyOf(question.item, await readGroups(work, game, position)))
        }
        const figures = []
        for (const { position, item, againOf } of questions) {
          const first = againOf === null ? await figureOf(position) : null
          if (!first) continue
          const second = questions.find((one) => one.againOf === position)
          const again = second ? await figureOf(second.position) : null
          figures.push({
            position,
            prompt: item.prompt,
            ...first,
            again: again && { people: again.people, right: again.right },
          })
        }
        return figures
      }),

    move: (member, move) => house.inWork(member, (work) => moveGame(work, move)),

    async countHands(member, { game, position, counts }) {
      const room = await readRoom(member, game)
      if (!room) return refuse({ refusal: 'game-unknown' })
      const item = room.position === position ? room.question?.item : undefined
      if (!item) return refuse({ refusal: 'closed' })
      const hands = Object.entries(counts).flatMap(([name, people]) => {
        const answer = { chosen: [name] }
        const verdict = people > 0 ? judge(item, answer) : null
        return verdict ? [{ answer, verdict, people }] : []
      })
      return house.inWork(member, async (work) => {
        if (!(await holdOpen(work, game, position))) return refuse({ refusal: 'closed' })
        await replaceHands(work, { game, centre: room.centre, position }, hands)
        await tell(work, `${game}:count`)
        return done(null)
      })
    },

    async answerCards(member, { game, position, answers }) {
      const room = await readRoom(member, game)
      if (!room) return refuse({ refusal: 'game-unknown' })
      const item = room.position === position ? room.question?.item : undefined
      if (!item) return refuse({ refusal: 'closed' })
      return house.inWork(member, async (work) => {
        if (!(await holdOpen(work, game, position))) return refuse({ refusal: 'closed' })
        // A card seen twice is one: the last seen counts.
        const byCard = new Map(answers.map(({ card, answer }) => [card, answer]))
        const seats = await sitCards(work, { game, centre: room.centre, cards: [...byCard.keys()] })
        const given = [...byCard].flatMap(([card, answer]) => {
          const verdict = judge(item, answer)
          const seat = seats.get(card)
          return verdict && seat !== undefined
            ? [{ game, position, tokenHash: null, seat, answer, verdict, nonce: null }]
            : []
        })
        if (given.length > 0) await writeAnswers(work, given)
        await tell(work, `${game}:count`)
        return done(null)
      })
    },

    removeSeat: (member, { game, seat }) =>
      house.inWork(member, async (work) => {
        await deleteSeat(work, game, seat)
        await tell(work, `${game}:count`)
      }),
  }
  return { engine, hub }
}
