import type { MemberActor } from '#platform/http/env.ts'
import type { Result } from '#platform/work/index.ts'
import type { Stored } from './db/answers.ts'
import type { Answer } from './domain/answer.ts'
import type { Choices, Gesture, Phase, Room, Seat } from './domain/game.ts'
import type { Item, Text } from './domain/pack.ts'
import type { Figure } from './pages/drive-figures.tsx'
import type { ListedGame } from './pages/drive-list.tsx'
import type { Refusal } from './play-refusals.ts'

/** One's own seat and what it answered to the question under way or just shown. */
export interface MySeat {
  seat: Seat
  answer: Answer | null
}

export interface Sitting {
  room: Room
  /** A first name; null when the room plays under the names of animals. */
  name: string | null
  /** Gives an animal nobody has yet. */
  animal: (taken: ReadonlySet<string>) => string
  /** 1 to `teams`; 0 for the team with fewest people, or when there are none. */
  team: number
  way: 'phone' | 'tablet'
  /** What the phone shows already, so that sitting down twice takes one seat. */
  token: string | null
  /** What the form carried: pressed twice, it is one seat. Null: a form of before. */
  once: string | null
}

type Sat = Result<{ token: string; seat: number }, { refusal: Refusal }>

/** What the pages of a live game ask of what keeps it. */
export interface LiveEngine {
  /**
   * The game of a code; null when there is none, or when it is over for more than a day. `age`: a room read so many
   * milliseconds ago will do, for whoever asks again if it does not suit.
   */
  readRoomOfCode(code: string, age?: number): Promise<Room | null>
  /** The seat a token opens in a room. */
  readMySeat(room: Room, token: string | null): Promise<MySeat | null>
  sit(sitting: Sitting): Promise<Sat>
  /** Gives the seat of a four-digit code to this phone; the phone that had it loses it. */
  sitBack(room: Room, code: string): Promise<Sat>
  answer(
    room: Room,
    token: string,
    given: {
      position: number
      answer: Answer
      /** Orders the answers of one phone; without it the last to come counts. */
      nonce?: number
    },
  ): Promise<{ stored: Stored }>

  /** Opens a game of the member’s centre. */
  open(
    member: MemberActor,
    game: {
      session: number | null
      title: Text
      items: readonly { pack: string; item: Item }[]
      choices: Choices
    },
  ): Promise<{ game: number }>
  readGames(member: MemberActor): Promise<readonly ListedGame[]>
  readRoom(member: MemberActor, game: number): Promise<Room | null>
  readSeats(member: MemberActor, game: number): Promise<readonly Seat[]>
  readFigures(member: MemberActor, game: number): Promise<readonly Figure[]>
  /** Refused when the game no longer stands where the member saw it. */
  move(
    member: MemberActor,
    move: { game: number; gesture: Gesture; seen: { phase: Phase; position: number } },
  ): Promise<Result<null, { refusal: 'game-unknown' | 'stale' }>>
  /** Hands by choice; they replace those counted before for this question. */
  countHands(
    member: MemberActor,
    hands: { game: number; position: number; counts: Readonly<Record<string, number>> },
  ): Promise<Result<null, { refusal: 'game-unknown' | 'closed' }>>
  /** Answers of cards held up, each for the seat of its number, made when it is first seen. */
  answerCards(
    member: MemberActor,
    cards: { game: number; position: number; answers: readonly { card: number; answer: Answer }[] },
  ): Promise<Result<null, { refusal: 'game-unknown' | 'closed' }>>
  removeSeat(member: MemberActor, which: { game: number; seat: number }): Promise<void>
}
