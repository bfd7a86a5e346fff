import { z } from 'zod'

const has = (type: string) => (types: unknown) =>
  types === type || (Array.isArray(types) && types.includes(type))
const typed = (type: string) => z.union([z.string(), z.array(z.string()).min(1)]).refine(has(type))
const moment = z.iso.datetime({ offset: true })
const address = z.string().regex(/^[a-z][a-z0-9+.-]*:\S+$/i)

const profile = z.looseObject({ id: address, type: typed('Profile'), name: z.string().optional() })

/** What Open Badges 3.0 asks of a badge (AchievementCredential over VC 2.0), with what may be there besides. */
const badge = z.looseObject({
  '@context': z.array(z.string()).min(2),
  id: address,
  type: typed('VerifiableCredential').refine(
    (types) => has('OpenBadgeCredential')(types) || has('AchievementCredential')(types),
  ),
  name: z.string().optional(),
  issuer: z.union([address, profile]),
  validFrom: moment,
  validUntil: moment.optional(),
  credentialSubject: z.looseObject({
    id: address.optional(),
    identifier: z.union([z.looseObject({}), z.array(z.looseObject({})).min(1)]).optional(),
    type: typed('AchievementSubject'),
    source: profile.optional(),
    achievement: z.looseObject({
      id: address,
      type: typed('Achievement'),
      name: z.string().min(1),
      description: z.string(),
      criteria: z.looseObject({ id: address.optional(), narrative: z.string().optional() }),
      alignment: z
        .array(z.looseObject({ type: typed('Alignment'), targetName: z.string(), targetUrl: address }))
        .optional(),
    }),
  }),
  credentialStatus: z.looseObject({ type: z.union([z.string(), z.array(z.string())]) }).optional(),
  proof: z.unknown().optional(),
})

/** A badge that has everything it should. */
export type Shaped = z.output<typeof badge>

/** The badge, or where it is not what it should be: « credentialSubject.achievement.name ». */
export function shapeOf(document: unknown): { ok: true; badge: Shaped } | { ok: false; where: string } {
  const parsed = badge.safeParse(document)
  if (parsed.success) return { ok: true, badge: parsed.data }
  return { ok: false, where: parsed.error.issues[0]?.path.map(String).join('.') || 'JSON' }
}

/** Who says they give a badge. */
export const issuerOfBadge = ({ issuer }: Shaped): { id: string; name: string } =>
  typeof issuer === 'string'
    ? { id: issuer, name: issuer }
    : { id: issuer.id, name: issuer.name ?? issuer.id }
