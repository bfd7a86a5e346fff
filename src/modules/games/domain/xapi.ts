import { v5 as uuid } from 'uuid'
import type { Tally } from './game.ts'
import type { Item, Text } from './pack.ts'

/** What is kept of a game: its questions with how the room answered, and nobody's name. */
export interface GameRecord {
  game: number
  endedAt: Temporal.Instant
  pack: { id: string; title: Text }
  questions: readonly { position: number; item: Item; again: boolean; tally: Tally }[]
}

/** A statement of the Experience API (IEEE 9274.1.1), as a learning record store takes it. */
export interface Statement {
  /** Made from what it says: sent twice, it is one statement. */
  id: string
  actor: { objectType: 'Group'; account: { homePage: string; name: string } }
  verb: { id: string; display: Record<string, string> }
  object: {
    objectType: 'Activity'
    id: string
    definition: {
      type: string
      name: Record<string, string>
      interactionType?: 'choice' | 'sequencing' | 'numeric' | 'other'
      correctResponsesPattern?: string[]
      choices?: { id: string; description: Record<string, string> }[]
    }
  }
  result: { score: { raw: number; min: 0; max: number; scaled: number } }
  context: {
    contextActivities: { parent: { objectType: 'Activity'; id: string }[] }
    extensions: Record<string, unknown>
  }
  timestamp: string
}

/** The name space of our statements' numbers. */
const namespace = '6f0c3a52-54a1-4c35-9a3b-8a1f5f0d2f10'
const answered = {
  id: 'http://adlnet.gov/expapi/verbs/answered',
  display: { 'en-GB': 'answered', fr: 'a répondu' },
}

/** Words by language tag, as the standard wants them; « facile à lire » is a way of saying French, without a tag of its own. */
const named = ({ easy: _, ...words }: Text): Record<string, string> =>
  Object.fromEntries(
    Object.entries(words).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )

function interactionOf(item: Item): Partial<Statement['object']['definition']> {
  switch (item.kind) {
    case 'choose':
      return {
        interactionType: 'choice',
        choices: item.choices.map(({ id, text }) => ({ id, description: named(text) })),
        correctResponsesPattern: [
          item.choices
            .filter(({ right }) => right)
            .map(({ id }) => id)
            .join('[,]'),
        ],
      }
    case 'sort':
      return { interactionType: 'choice', correctResponsesPattern: [item.verdict] }
    case 'order':
      return {
        interactionType: 'sequencing',
        correctResponsesPattern: [item.steps.map(({ id }) => id).join('[,]')],
      }
    case 'estimate':
      return {
        interactionType: 'numeric',
        correctResponsesPattern: [`${item.answer - item.within}[:]${item.answer + item.within}`],
      }
    default:
      return { interactionType: 'other' }
  }
}

/**
 * A game as statements, one a question: a group answered, so many of so many rightly. Nobody of the group is named.
 * Questions nobody answered, and those with nothing to get right, say nothing.
 * @param home the address of this network, without a slash at its end
 */
export function statementsOf({ game, endedAt, pack, questions }: GameRecord, home: string): Statement[] {
  return questions
    .filter(({ tally }) => tally.right + tally.partly + tally.wrong > 0)
    .map(({ position, item, again, tally }) => {
      const people = tally.right + tally.partly + tally.wrong
      return {
        id: uuid(`${home}/games/live/${game}/${position}`, namespace),
        actor: { objectType: 'Group', account: { homePage: home, name: `game-${game}` } },
        verb: answered,
        object: {
          objectType: 'Activity',
          id: `${home}/games/${pack.id}#${item.id}`,
          definition: {
            type: 'http://adlnet.gov/expapi/activities/cmi.interaction',
            name: named(item.prompt),
            ...interactionOf(item),
          },
        },
        result: { score: { raw: tally.right, min: 0, max: people, scaled: tally.right / people } },
        context: {
          contextActivities: { parent: [{ objectType: 'Activity', id: `${home}/games/${pack.id}` }] },
          extensions: {
            [`${home}/xapi/people`]: people,
            [`${home}/xapi/partly`]: tally.partly,
            [`${home}/xapi/asked-again`]: again,
          },
        },
        timestamp: endedAt.toString(),
      }
    })
}
