import type { z } from 'zod'
import type { House } from '#platform/house.ts'
import type { Language } from '#platform/i18n/index.ts'
import type { Actor, Work } from '#platform/work/index.ts'

/** What an operation is given: everything already read through its schemas, and the language of the request. */
export interface Input<P, Q, B> {
  params: P
  query: Q
  body: B
  lang: Language
  house: House
}

/** What an operation answers when it did what was asked. */
export interface Given {
  status: number
  body: unknown
  headers?: Record<string, string>
}

/** Status of a refusal, and the field it is about, if one is. */
export interface Refusal {
  status: 403 | 404 | 409 | 410 | 422
  field?: string
}

/** A refusal may name the field that was typed wrong, and what could be meant instead (`choices`). */
export type Outcome<R extends string> =
  | { ok: true; value: Given }
  | { ok: false; refusal: R; field?: string; choices?: string[] }

/**
 * One operation of the machine's interface: it mounts the route, it checks what comes in, and it writes the
 * OpenAPI document. `K` is what `who` found out on the way and `run` uses again.
 */
export interface Operation<
  P extends z.ZodObject,
  Q extends z.ZodObject,
  B extends z.ZodObject,
  R extends string,
  K,
> {
  /** Name of the operation in the document and in generated clients. */
  id: string
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** Below `/api/v1`, holes in braces: `/sessions/{id}`. */
  path: string
  summary: string
  /** Wanted: a key of this scope. */
  needsKey?: 'plan'
  params?: P
  query?: Q
  body?: B
  answers: Readonly<Record<number, { meaning: string; schema: z.ZodType }>>
  refusals: Readonly<Record<R, Refusal>>
  /** The sentence of a refusal, for the person behind the machine. */
  say(lang: Language, refusal: NoInfer<R>): string
  /** Decides who asks, before the transaction opens; null: what is asked about does not exist. Not called when a key is needed. */
  who?(input: Input<z.output<P>, z.output<Q>, z.output<B>>): Promise<{ actor: Actor; known: K } | null>
  /** Runs inside one transaction: its writes and the stored answer of an idempotent request commit together. */
  run(work: Work, input: Input<z.output<P>, z.output<Q>, z.output<B>>, known: K): Promise<Outcome<R>>
}

/** Any operation, for the tables that hold them all. */
export type AnyOperation = Operation<z.ZodObject, z.ZodObject, z.ZodObject, string, unknown>

/** Keeps an operation's own types while it is written, and forgets them for the table. */
export const operation = <
  P extends z.ZodObject,
  Q extends z.ZodObject,
  B extends z.ZodObject,
  const R extends string,
  K = null,
>(
  one: Operation<P, Q, B, R, K>,
): AnyOperation => one as unknown as AnyOperation

/** Somebody nobody knows, reading what is public. */
export const anybody = async (): Promise<{ actor: Actor; known: null }> => ({
  actor: { kind: 'visitor' },
  known: null,
})
