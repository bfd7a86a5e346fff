import { hashOf, newToken, type Seal } from '#platform/seal/index.ts'

/** A new link: its token, how it is recognised, how it is kept so that a message can carry it again. */
export interface Ticket {
  token: string
  hash: Buffer
  sealed: Buffer
}

export function newTicket(seal: Seal): Ticket {
  const token = newToken()
  return { token, hash: hashOf(token), sealed: seal.close(token) }
}
