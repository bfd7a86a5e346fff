import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { projectRoot } from '#platform/database/project-root.ts'
import { done, type Result, refuse } from '#platform/work/index.ts'
import { answersIn, type CardAnswer, mostCards, type SeenCard } from './domain/card.ts'

type Read = { id: number; seen: SeenCard[] } | { id: number; wrong: string }

let reader: Worker | undefined
let last = 0
const waiting = new Map<number, (read: Read) => void>()

function open(): Worker {
  if (reader) return reader
  const opened = new Worker(join(projectRoot, 'src/modules/games/card-reader.mjs'))
  const end = (why: unknown) => {
    if (reader === opened) reader = undefined
    for (const [id, tell] of waiting) tell({ id, wrong: String(why) })
    waiting.clear()
  }
  opened.on('error', end).on('exit', end)
  opened.on('message', (read: Read) => {
    waiting.get(read.id)?.(read)
    waiting.delete(read.id)
    // A product that stops waits for the picture it is reading, and for nothing else.
    if (waiting.size === 0) opened.unref()
  })
  reader = opened
  return opened
}

/**
 * The cards held up in a picture (JPEG, PNG, WebP…), each with its letter. The picture is looked at in memory and
 * forgotten: there are faces in it. Refused when it is not a picture.
 */
export async function readCards(
  picture: Uint8Array<ArrayBuffer>,
): Promise<Result<CardAnswer[], { refusal: 'not-a-picture' }>> {
  const id = ++last
  const worker = open()
  const read = await new Promise<Read>((resolve) => {
    waiting.set(id, resolve)
    worker.ref()
    worker.postMessage({ id, picture, mostCards })
  })
  return 'seen' in read ? done(answersIn(read.seen)) : refuse({ refusal: 'not-a-picture' })
}
