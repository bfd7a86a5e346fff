/** When two people meet: an opening of the lab or a session of the centre; `call`: the team calls them to find one. */
export type MomentChoice = { kind: 'opening' | 'session'; id: number } | { kind: 'call' }

/** « opening.12 », « session.34 », « call »; anything else, and an empty answer, is a call. */
export function readChoice(text: string): MomentChoice {
  const [, kind, id] = /^(opening|session)\.([1-9]\d{0,8})$/.exec(text) ?? []
  return kind === 'opening' || kind === 'session' ? { kind, id: Number(id) } : { kind: 'call' }
}

export const writeChoice = (choice: MomentChoice): string =>
  choice.kind === 'call' ? 'call' : `${choice.kind}.${choice.id}`
