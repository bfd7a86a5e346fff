import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import { defaultDocumentLoader, verifyCredential } from '@digitalbazaar/vc'
import { checkStatus } from '@digitalbazaar/vc-bitstring-status-list'
import { Hono } from 'hono'
import { decodeProtectedHeader, importJWK, jwtVerify } from 'jose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Env } from '#platform/http/env.ts'
import { hashOf } from '#platform/seal/index.ts'
import { testHouse } from '#platform/testing/house.ts'
import { seedSmallWorld } from '#platform/testing/small-world.ts'
import { readHeld } from './db/credentials.ts'
import { loadDocument } from './documents.ts'
import controlled from './fixtures/w3c-cid-v1.json' with { type: 'json' }
import { issueBadge } from './issue-badge.ts'
import { revokeBadge } from './revoke-badge.ts'
import { rotateKeys } from './rotate-keys.ts'
import { routes } from './routes.tsx'
import { isSet } from './status-list.ts'

// Another stack than ours, which knows of us nothing but what we publish.
const site = 'https://badges.example'
let at: Awaited<ReturnType<typeof testHouse>>
let world: Awaited<ReturnType<typeof seedSmallWorld>>
let app: Hono<Env>

beforeAll(async () => {
  at = await testHouse({ PUBLIC_URL: site })
  // The other stack looks at the clock of the machine when it reads a list.
  at.now = Temporal.Now.instant()
  world = await seedSmallWorld(at.ownerUrl, at.house.seal, at.now)
  app = new Hono<Env>()
  app.use((c, next) => {
    c.set('lang', 'fr')
    return next()
  })
  app.route('/', routes(at.house))
})
afterAll(() => at.close())

const samira = () =>
  ({
    kind: 'member',
    member: world.members.samira,
    role: 'facilitator',
    centre: world.centres.saintOuen,
    name: 'Samira',
  }) as const

async function give(achievement: string) {
  const issued = await at.house.inWork(samira(), (work) => issueBadge(work, at.house, { achievement }))
  if (!issued.ok) throw new Error(issued.refusal)
  const held = await at.house.inWork({ kind: 'visitor' }, (work) =>
    readHeld(work, hashOf(issued.value.token)),
  )
  return { id: issued.value.id, document: JSON.parse(held?.document ?? ''), jwt: held?.jwt ?? '' }
}

const published = async (path: string, accept = 'application/json') => {
  const answer = await app.request(`${site}${path}`, { headers: { accept } })
  expect(answer.status, path).toBe(200)
  return answer.json()
}

/** Vocabularies from memory, everything else as we publish it at its address. */
async function load(address: string) {
  if (address === 'https://www.w3.org/ns/cid/v1')
    return { contextUrl: null, documentUrl: address, document: controlled }
  if (!address.startsWith(site)) {
    const known = await loadDocument(address).catch(() => null)
    return known ? { contextUrl: null, ...known } : defaultDocumentLoader(address)
  }
  const url = new URL(address)
  const document = await published(url.pathname)
  const part = document.verificationMethod?.find(({ id }: { id: string }) => id === address)
  return {
    contextUrl: null,
    documentUrl: address,
    document: part ? { '@context': 'https://w3id.org/security/multikey/v1', ...part } : document,
  }
}

const check = (credential: object) =>
  verifyCredential({
    credential,
    suite: new DataIntegrityProof({ cryptosuite }),
    documentLoader: load,
    checkStatus: (options: object) =>
      checkStatus({
        ...options,
        verifyBitstringStatusListCredential: true,
        suite: new DataIntegrityProof({ cryptosuite }),
        documentLoader: load,
      }),
  })

test('another stack finds our badge good from what we publish, and refuses it changed', async () => {
  const { document } = await give('scams')
  const good = await check(document)
  expect(good.error?.errors?.map(String) ?? good.error).toBeUndefined()
  expect(good.verified).toBe(true)
  const changed = structuredClone(document)
  changed.credentialSubject.achievement.name = 'Un doctorat'
  expect((await check(changed)).verified).toBe(false)
})

test('another stack sees that a badge was taken back, and only that one', async () => {
  const [one, two] = [await give('email'), await give('photos')]
  await at.house.inWork(samira(), (work) => revokeBadge(work, { id: one.id, reason: 'mistake' }))
  // This stack tells what the bit is, and leaves it to whoever asks.
  const bit = async (document: object) => (await check(document)).statusResult?.results[0]?.status
  expect(await bit(one.document)).toBe(true)
  expect(await bit(two.document)).toBe(false)
})

test('another stack believes a badge signed with a key of yesterday', async () => {
  const { document } = await give('search')
  await at.house.inWork({ kind: 'system', centre: null }, (work) => rotateKeys(work, at.house.seal))
  expect((await check(document)).verified).toBe(true)
  expect((await check((await give('mend')).document)).verified).toBe(true)
  const issuer = await published('/badges/issuer')
  expect(issuer.verificationMethod.map(({ id }: { id: string }) => id)).toContain(
    document.proof.verificationMethod,
  )
})

test('a library of tokens verifies the twin with the key at the address it names', async () => {
  const { jwt, document } = await give('write')
  const { kid, alg } = decodeProtectedHeader(jwt)
  expect(alg).toBe('RS256')
  const key = await importJWK(await published(new URL(kid ?? '').pathname), 'RS256')
  const { payload } = await jwtVerify(jwt, key, { issuer: `${site}/badges/issuer` })
  expect(payload).toMatchObject({ jti: document.id, sub: document.credentialSubject.id })
  expect(payload.credentialSubject).toEqual(document.credentialSubject)
})

test('the list of revoked badges has 131 072 places, and says nothing of who they are', async () => {
  const { id, document } = await give('computer')
  await at.house.inWork(samira(), (work) => revokeBadge(work, { id, reason: 'asked' }))
  const { statusListCredential, statusListIndex } = document.credentialStatus
  const list = await published(new URL(statusListCredential).pathname)
  const { encodedList } = list.credentialSubject
  expect(isSet(encodedList, Number(statusListIndex))).toBe(true)
  expect(isSet(encodedList, 131_071)).not.toBeNull()
  expect(isSet(encodedList, 131_072)).toBeNull()
  expect(JSON.stringify(list)).not.toContain(id)
  expect((await app.request(`${site}/badges/status/77`)).status).toBe(404)
})

test('what a badge points to is published: what it rewards, its picture, who gives it', async () => {
  const { document } = await give('passwords')
  const { achievement } = document.credentialSubject
  const described = await published(new URL(achievement.id).pathname)
  expect(described).toMatchObject({
    id: achievement.id,
    name: achievement.name,
    criteria: achievement.criteria,
  })
  const picture = await app.request(achievement.image.id)
  expect(picture.headers.get('content-type')).toBe('image/svg+xml')
  expect(await picture.text()).toContain('<title id="t">')
  expect((await published(new URL(document.issuer.id).pathname)).id).toBe(document.issuer.id)
})
