import type { Context, Hono } from 'hono'
import type { Language } from '#platform/i18n/index.ts'
import type { Actor } from '#platform/work/index.ts'

export type MemberActor = Extract<Actor, { kind: 'member' }>

/** What every handler finds in its context. */
export interface Env {
  Variables: {
    lang: Language
    /** The member signed in on this browser, if any. Set by the access module for the pages of the team. */
    member: MemberActor | null
    /** The one nonce of this answer's content security policy. */
    secureHeadersNonce?: string
  }
}

export type Ctx = Context<Env>
export type Routes = Hono<Env>
