import QRCode from 'qrcode'
import type { Town } from '#modules/network/index.ts'
import type { Language } from '#platform/i18n/index.ts'
import type { Notice } from '../db/notices.ts'
import { words } from '../words.ts'
import { NoticeCard } from './notice-card.tsx'

/** Quiet modules around the code, which scanners need. */
const margin = 4

/** An address to aim at: dark squares on white, on a screen and on paper. */
const Qr = ({ address, label }: { readonly address: string; readonly label: string }) => {
  const { modules } = QRCode.create(address, { errorCorrectionLevel: 'M' })
  const side = modules.size + 2 * margin
  const squares = Array.from({ length: modules.size ** 2 }, (_, i) => [
    i % modules.size,
    Math.floor(i / modules.size),
  ]).filter(([column = 0, row = 0]) => modules.get(row, column))
  return (
    <svg width="180" height="180" viewBox={`0 0 ${side} ${side}`} role="img" aria-label={label}>
      <path fill="#fff" d={`M0 0h${side}v${side}H0z`} />
      <path
        fill="#000"
        d={squares.map(([x = 0, y = 0]) => `M${x + margin} ${y + margin}h1v1h-1z`).join('')}
      />
    </svg>
  )
}

type Props = {
  readonly lang: Language
  readonly town: Town
  readonly notices: readonly Notice[]
  /** Of the board of this centre. */
  readonly address: string
}

/** The board on paper, for the wall of the centre: numbers to say at the front desk, no way to reach anybody. */
export const WallPage = ({ lang, town, notices, address }: Props) => {
  const t = words(lang)
  return (
    <>
      <h1>{t('board')}</h1>
      <p class="slab big">
        <bdi>{town.name}</bdi>
      </p>
      <p class="noprint hint">{t('wallLead')}</p>
      <div class="row">
        <Qr address={address} label={t('wallCode')} />
        <p class="lead">{t('wallHow')}</p>
      </div>
      {notices.length === 0 && <p>{t('noneTitle')}</p>}
      <div class="tickets">
        {notices.map((notice) => (
          <NoticeCard key={notice.id} lang={lang} notice={notice}>
            <p>
              <b>{t('wallNumber', { number: String(notice.id) })}</b>
            </p>
          </NoticeCard>
        ))}
      </div>
    </>
  )
}
