import { resolve } from 'node:path'
import { dataOf } from './cluster.ts'
import { credentialsOf } from './credentials.ts'
import { readPostmaster } from './postmaster-file.ts'
import { DatabaseProblem } from './problem.ts'
import { databaseName } from './roles.ts'

/**
 * The address, as the app, of the embedded server that another process of this computer runs on `folder`: so that the
 * terminal works while the product is up. Its life stays in the hands of who started it.
 */
export function visitEmbedded(folder: string): { appUrl: string } {
  const place = resolve(folder)
  const { app } = credentialsOf(place)
  const running = readPostmaster(dataOf({ folder: place }))
  if (!running)
    throw new DatabaseProblem(
      `Another process holds ${place}, and its database is not ready yet. Try again in a moment.`,
    )
  return { appUrl: `postgres://maillage_app:${app}@127.0.0.1:${running.port}/${databaseName}` }
}
