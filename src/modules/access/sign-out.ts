import type { Work } from '#platform/work/index.ts'
import { deleteSignIn } from './db/sign-in.ts'

/** Ends the sign-in of a browser. Twice is once. */
export async function signOut(work: Work<'access'>, command: { tokenHash: Buffer }): Promise<void> {
  await deleteSignIn(work, command.tokenHash)
}
