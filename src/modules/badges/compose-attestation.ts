import QRCode from 'qrcode'
import type { Bundle } from '#modules/print/index.ts'
import type { Language } from '#platform/i18n/index.ts'
import type { Credential } from './db/credentials.ts'
import type { Achievement } from './domain/achievements.ts'
import { codeOfId } from './domain/found.ts'
import { drawBadge } from './drawing.ts'
import { sayDay } from './say-day.ts'
import { wordingOf } from './wording.ts'
import { words } from './words.ts'

/** A badge on paper, with the name typed for it and a code to verify it. The name goes nowhere else. */
export async function composeAttestation(
  lang: Language,
  site: string,
  held: Credential & { of: Achievement; place: { name: string; timeZone: string } },
  name: string,
): Promise<Bundle> {
  const t = words(lang)
  const wording = wordingOf(lang, held.of)
  const proof = `${site}/verify?c=${codeOfId(held.id)}`
  const day = (at: Temporal.Instant) => sayDay(lang, at, held.place.timeZone)
  return {
    title: `${t('paper.title')} · ${wording.name}`,
    lang,
    icons: { call: '', clock: '', pin: '' },
    sheets: [
      {
        kind: 'badge',
        theme: held.of.theme,
        title: t('paper.title'),
        lead: t('paper.lead'),
        name,
        earned: t('paper.earned'),
        badge: wording.name,
        picture: drawBadge(held.of, wording.name),
        criteria: [...wording.criteria],
        lines: [
          t('given', { day: day(held.issuedAt), centre: held.place.name }),
          ...(held.validUntil ? [t('validUntil', { day: day(held.validUntil) })] : []),
          ...(held.of.digcomp.length > 0 ? [t('paper.digcomp', { codes: held.of.digcomp.join(' · ') })] : []),
        ],
        check: t('paper.check', { address: `${site.replace(/^https?:\/\//, '')}/verify` }),
        code: codeOfId(held.id),
        qr: await QRCode.toString(proof, { type: 'svg', margin: 0, errorCorrectionLevel: 'M' }),
        qrAlt: t('paper.qr'),
      },
    ],
  }
}
