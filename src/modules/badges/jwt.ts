import { CompactSign, compactVerify, importJWK, type JWK } from 'jose'
import type { SigningKey } from './keys.ts'
import type { Json } from './proof.ts'

/**
 * The same badge as a VC-JWT: the document itself is the payload, with the claims every library of tokens reads.
 * RS256, the one algorithm Open Badges 3.0 (§8.2.4) asks everybody to know.
 */
export function signJwt(document: Json, { key, method }: SigningKey): Promise<string> {
  const seconds = (at: unknown) => Math.floor(Temporal.Instant.from(String(at)).epochMilliseconds / 1000)
  const claims = {
    ...document,
    iss: (document.issuer as Json).id,
    jti: document.id,
    sub: (document.credentialSubject as Json).id,
    nbf: seconds(document.validFrom),
    ...(document.validUntil ? { exp: seconds(document.validUntil) } : {}),
  }
  return new CompactSign(Buffer.from(JSON.stringify(claims)))
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: method })
    .sign(key)
}

/** Whether a VC-JWT was signed with the private half of a key (JWK). Never throws. */
export async function isJwtOf(jwt: string, jwk: JWK): Promise<boolean> {
  try {
    await compactVerify(jwt, await importJWK(jwk, 'RS256'), { algorithms: ['RS256'] })
    return true
  } catch {
    return false
  }
}
