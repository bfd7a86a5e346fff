import { generateKeyPairSync } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hashOf } from '#platform/seal/index.ts'
import { testHouse } from '#platform/testing/house.ts'
import { seedSmallWorld } from '#platform/testing/small-world.ts'
import type { Work } from '#platform/work/index.ts'
import { bakePng, bakeSvg, readFile } from './bake.ts'
import { readHeld } from './db/credentials.ts'
import { codeOfId, type Found, idOfCode, mostBytes, readJson, readText } from './domain/found.ts'
import { multikeyOf } from './domain/multikey.ts'
import type { Verification } from './domain/verdict.ts'
import notYet from './fixtures/dcc-not-yet-valid.json' with { type: 'json' }
import teamwork from './fixtures/dcc-teamwork.json' with { type: 'json' }
import { issueBadge } from './issue-badge.ts'
import { type Json, type ProofOptions, signProof } from './proof.ts'
import { restoreBadge, revokeBadge } from './revoke-badge.ts'
import { rotateKeys } from './rotate-keys.ts'
import { verifyBadge } from './verify-badge.ts'

const site = 'https://badges.example'
let at: Awaited<ReturnType<typeof testHouse>>
let world: Awaited<ReturnType<typeof seedSmallWorld>>

beforeAll(async () => {
  at = await testHouse({ PUBLIC_URL: site })
  world = await seedSmallWorld(at.ownerUrl, at.house.seal, at.now)
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
const inWork = <T>(useCase: (work: Work) => Promise<T>) => at.house.inWork(samira(), useCase)
const verify = (found: Found): Promise<Verification> =>
  at.house.inWork({ kind: 'visitor' }, (work) => verifyBadge(work, site, found))
const verifyDocument = (document: unknown) => verify(readJson(JSON.stringify(document)))
const stateOf = ({ steps }: Verification, name: string) => {
  const { state, word } = steps.find((step) => step.name === name) as Verification['steps'][number]
  return `${state} ${word}`
}

async function give(achievement = 'scams', subject?: string) {
  const issued = await inWork((work) =>
    issueBadge(work, at.house, { achievement, ...(subject !== undefined && { subject }) }),
  )
  if (!issued.ok) throw new Error(issued.refusal)
  const held = await at.house.inWork({ kind: 'visitor' }, (work) =>
    readHeld(work, hashOf(issued.value.token)),
  )
  if (!held) throw new Error('her link opens nothing')
  return { ...issued.value, ...held, badge: JSON.parse(held.document) as Json & { proof: Json } }
}

/** Every place of a document that holds a value, as the names that lead to it. */
function* leavesOf(value: unknown, path: (string | number)[] = []): Generator<(string | number)[]> {
  if (typeof value !== 'object' || value === null) yield path
  else for (const [name, child] of Object.entries(value)) yield* leavesOf(child, [...path, name])
}
function changed(document: Json, path: readonly (string | number)[], to: unknown): Json {
  const copy = structuredClone(document)
  const parent = path.slice(0, -1).reduce<Json>((node, name) => node[name] as Json, copy)
  const last = path.at(-1) as string
  if (to === undefined) delete parent[last]
  else parent[last] = to
  return copy
}

describe('a badge somebody earned', () => {
  test('is good, every step says so, and it holds neither name nor contact', async () => {
    const { badge, jwt } = await give()
    const checked = await verifyDocument(badge)
    expect(checked.verdict).toBe('good')
    expect(checked.steps.map(({ state }) => state)).toEqual(Array(8).fill('ok'))
    expect(JSON.stringify(badge)).not.toMatch(/Samira|\+33|@[a-z]+\./)
    expect(badge.credentialSubject).not.toHaveProperty('name')
    expect((await verify(readText(jwt, site))).verdict).toBe('good')
  })

  test('is given once to somebody for one thing, even when two ask at once', async () => {
    const [one, two] = await Promise.all([give('passwords', 'learner:1'), give('passwords', 'learner:1')])
    const other = await give('passwords', 'learner:2')
    expect(one.token).toBe(two.token)
    expect([one.isNew, two.isNew].toSorted()).toEqual([false, true])
    expect(other.id).not.toBe(one.id)
  })

  test('is the same to one person under every achievement, and says nothing of who it is', async () => {
    const [one, two] = [await give('photos', 'learner:7'), await give('mend', 'learner:7')]
    expect(one.badge.credentialSubject).toMatchObject({ id: (two.badge.credentialSubject as Json).id })
    expect(one.document).not.toContain('learner')
  })

  test('is read in its picture, its file, its token, its link and its code', async () => {
    const { id, document, jwt } = await give()
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9H0z"/></svg>'
    const files = [
      bakeSvg(svg, document),
      await bakePng(svg, document),
      document,
      `\ufeff${document}\n`,
      jwt,
      `${site}/verify?c=${codeOfId(id)}`,
      codeOfId(id),
      `urn:uuid:${id}`,
      `<svg xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0"><openbadges:credential verify="${jwt}"/></svg>`,
    ]
    for (const file of files) {
      const found = readFile(Buffer.from(file), site)
      expect((await verify(found)).verdict, String(file).slice(0, 60)).toBe('good')
    }
    expect(idOfCode(codeOfId(id))).toBe(id)
  })
})

describe('a badge nobody should believe', () => {
  test('changed anywhere, in any way, it is refused', async () => {
    const { badge } = await give('machine-laser')
    const leaves = [...leavesOf(badge)]
    expect(leaves.length).toBeGreaterThan(25)
    const values = fc.oneof(
      fc.string(),
      fc.webUrl(),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.constant(undefined),
      fc.constantFrom('https://www.w3.org/ns/credentials/v2', 'Achievement', '2030-01-01T00:00:00Z'),
    )
    const valueAt = (path: readonly (string | number)[]) =>
      path.reduce<unknown>((node, name) => (node as Json)[name], badge)
    // Every place once, then places and values at random.
    for (const path of leaves) {
      const before = String(valueAt(path))
      const nudged = changed(badge, path, `${before.slice(0, -1)}${before.endsWith('1') ? '2' : '1'}`)
      expect((await verifyDocument(nudged)).verdict, path.join('.')).not.toBe('good')
    }
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...leaves), values, async (path, value) => {
        fc.pre(value !== valueAt(path))
        expect((await verifyDocument(changed(badge, path, value))).verdict).not.toBe('good')
      }),
      { numRuns: 300 },
    )
  })

  test('with something added to it, it is refused', async () => {
    const { badge } = await give()
    const subject = badge.credentialSubject as Json
    const added = [
      { ...badge, grade: 'excellent' },
      { ...badge, credentialSubject: { ...subject, name: 'Mallory' } },
      { ...badge, description: 'A doctorate' },
      { ...badge, validUntil: '2099-01-01T00:00:00Z' },
      { ...badge, '@graph': [] },
      { ...badge, '@included': [{ id: 'urn:x:1' }] },
      { ...badge, '@context': [...(badge['@context'] as string[]), { name: 'https://evil.example/name' }] },
      { ...badge, '@context': [...(badge['@context'] as string[]), 'https://evil.example/context'] },
    ]
    for (const document of added)
      expect((await verifyDocument(document)).verdict, JSON.stringify(document).slice(-90)).toBe('bad')
    // The control: the same badge, its names in another order, is the same badge.
    expect((await verifyDocument(Object.fromEntries(Object.entries(badge).toReversed()))).verdict).toBe(
      'good',
    )
  })

  test('its token changed by one letter anywhere is refused', async () => {
    const { jwt } = await give()
    await fc.assert(
      fc.asyncProperty(fc.nat(jwt.length - 1), fc.constantFrom(...'AZaz09-_'), async (place, letter) => {
        // The last letter of a part carries spare bits that mean nothing.
        fc.pre(letter !== jwt[place] && jwt[place] !== '.' && (jwt[place + 1] ?? '.') !== '.')
        const found = readText(jwt.slice(0, place) + letter + jwt.slice(place + 1), site)
        expect((await verify(found)).verdict).not.toBe('good')
      }),
      { numRuns: 200 },
    )
  })

  test('a token that says it needs no signature, or brings its own key, is refused', async () => {
    const { jwt } = await give()
    const [, body, end] = jwt.split('.')
    const part = (json: Json) => Buffer.from(JSON.stringify(json)).toString('base64url')
    const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    for (const header of [
      { alg: 'none' },
      { alg: 'HS256', kid: `${site}/badges/keys/2` },
      { alg: 'RS256', jwk: publicKey.export({ format: 'jwk' }) },
    ]) {
      const checked = await verify(readText(`${part(header)}.${body}.${end}`, site))
      expect(checked.verdict, JSON.stringify(header)).toBe('bad')
    }
  })

  test('a machine’s badge is good for two years, and no day more', async () => {
    const { badge } = await give('machine-3d-printer')
    const today = at.now
    try {
      at.now = Temporal.Instant.from('2028-12-01T08:00:00Z')
      expect((await verifyDocument(badge)).verdict).toBe('good')
      at.now = Temporal.Instant.from('2028-12-01T08:00:01Z')
      const late = await verifyDocument(badge)
      expect(late.verdict).toBe('bad')
      expect(stateOf(late, 'dates')).toBe('no dates.late')
      expect(stateOf(late, 'proof')).toBe('ok proof.ok')
    } finally {
      at.now = today
    }
  })

  test('before its day it is refused', async () => {
    const { badge } = await give()
    const today = at.now
    try {
      at.now = today.subtract({ hours: 1 })
      expect(stateOf(await verifyDocument(badge), 'dates')).toBe('no dates.early')
    } finally {
      at.now = today
    }
  })

  test('taken back it is refused, given back it is good again, and not after a day', async () => {
    const { id, badge } = await give('search')
    const again = () => inWork((work) => restoreBadge(work, { id }))
    expect(await inWork((work) => revokeBadge(work, { id, reason: 'mistake' }))).toMatchObject({ ok: true })
    expect(stateOf(await verifyDocument(badge), 'status')).toBe('no status.revoked')
    expect(await again()).toMatchObject({ ok: true })
    expect((await verifyDocument(badge)).verdict).toBe('good')
    await inWork((work) => revokeBadge(work, { id, reason: 'asked' }))
    const today = at.now
    at.now = today.add({ hours: 25 })
    expect(await again()).toMatchObject({ refusal: 'too-late' })
    at.now = today
  })

  test('given anew since, the old one stays taken back', async () => {
    const { id } = await give('write', 'learner:9')
    await inWork((work) => revokeBadge(work, { id, reason: 'mistake' }))
    expect((await give('write', 'learner:9')).id).not.toBe(id)
    expect(await inWork((work) => restoreBadge(work, { id }))).toMatchObject({ refusal: 'given-again' })
  })
})

describe('a badge signed with another key', () => {
  const pair = generateKeyPairSync('ed25519')
  const x = pair.publicKey.export({ format: 'jwk' }).x as string
  const stranger = multikeyOf(Buffer.from(x, 'base64url'))
  const signAs = async (document: Json, method: string) => {
    const { proof, ...unsigned } = document as Json & { proof: ProofOptions & { proofValue?: string } }
    const { proofValue: _, ...options } = proof
    return signProof(unsigned, { ...options, verificationMethod: method }, pair.privateKey)
  }

  test('is refused when it says it is ours, whichever key it names', async () => {
    const { badge } = await give()
    for (const method of [
      `${site}/badges/issuer#${stranger}`,
      String(badge.proof.verificationMethod),
      `did:key:${stranger}#${stranger}`,
    ])
      expect((await verifyDocument(await signAs(badge, method))).verdict, method).toBe('bad')
  })

  test('is refused when it names us as somebody else’s key', async () => {
    const { badge } = await give()
    const stolen = {
      ...badge,
      issuer: { id: 'https://other.example/issuer', type: ['Profile'], name: 'Other' },
    }
    const checked = await verifyDocument(stolen)
    expect(checked.verdict).toBe('bad')
    expect(stateOf(checked, 'key')).toBe('no key.no')
  })

  test('is never good when it comes from another network, be it well signed', async () => {
    const { badge } = await give()
    const method = `did:key:${stranger}`
    const theirs = { ...badge, issuer: { id: method, type: ['Profile'], name: 'Other' } }
    const checked = await verifyDocument(await signAs(theirs, `${method}#${stranger}`))
    expect(checked.verdict).toBe('elsewhere')
    expect(stateOf(checked, 'proof')).toBe('ok proof.ok')
    const away = {
      ...badge,
      issuer: { id: 'https://other.example/issuer', type: ['Profile'], name: 'Other' },
    }
    const unread = await verifyDocument(await signAs(away, `https://other.example/issuer#${stranger}`))
    expect(unread.verdict).toBe('elsewhere')
    expect(stateOf(unread, 'key')).toBe('unknown key.away')
  })

  test('that another network published is read: well signed, or not yet valid', async () => {
    const good = await verifyDocument(teamwork)
    expect(good.verdict).toBe('elsewhere')
    expect(stateOf(good, 'proof')).toBe('ok proof.ok')
    expect(stateOf(good, 'issuer')).toBe('unknown issuer.other')
    const early = await verifyDocument(notYet)
    expect(stateOf(early, 'dates')).toBe('no dates.early')
  })

  test('of yesterday is good for what it signed in its time, and for nothing after', async () => {
    const before = await give()
    await at.house.inWork({ kind: 'system', centre: null }, (work) => rotateKeys(work, at.house.seal))
    const after = await give()
    expect(after.badge.proof.verificationMethod).not.toBe(before.badge.proof.verificationMethod)
    const checked = await verifyDocument(before.badge)
    expect(checked.verdict).toBe('good')
    expect(stateOf(checked, 'key')).toBe('ok key.retired')
    expect((await verify(readText(before.jwt, site))).verdict).toBe('good')
    expect((await verifyDocument(after.badge)).verdict).toBe('good')
    const { rows } = await at.owner.query('select count(*)::int as kept from badges.private_keys')
    expect(rows).toEqual([{ kept: 2 }])
  })
})

describe('what somebody gives to be verified', () => {
  test('is never opened when it is made to hurt', async () => {
    const deep = `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`
    for (const text of [
      deep,
      '{"__proto__":{"admin":true}}',
      '{"a":{"constructor":{}}}',
      `{"a":[${'1,'.repeat(5000)}1]}`,
      ' '.repeat(mostBytes + 1),
      '',
      '[]',
      'null',
      '"badge"',
      '%PDF-1.7',
      `<svg>${'<openbadges:credential '.repeat(500)}`,
      '\ufeff{',
      '../../etc/passwd',
      `${site}/verify?c=%00`,
    ]) {
      const checked = await verify(readFile(Buffer.from(text), site))
      expect(checked.verdict, text.slice(0, 40)).toBe('bad')
    }
  })

  test('may be anything at all: there is an answer', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        expect((await verify(readFile(bytes, site))).verdict).toBe('bad')
      }),
      { numRuns: 200 },
    )
    await fc.assert(
      fc.asyncProperty(fc.json(), async (text) => {
        expect((await verify(readText(text, site))).verdict).toBe('bad')
      }),
      { numRuns: 200 },
    )
  })

  test('cannot be knotted so that it takes forever', async () => {
    const { badge } = await give()
    const knot = Array.from({ length: 200 }, () => ({
      type: ['Alignment'],
      targetName: 'x',
      targetUrl: 'urn:x:y',
    }))
    const subject = badge.credentialSubject as Json
    const achievement = { ...(subject.achievement as Json), alignment: knot }
    const checked = await verifyDocument({ ...badge, credentialSubject: { ...subject, achievement } })
    expect(checked.verdict).toBe('bad')
  })
})
