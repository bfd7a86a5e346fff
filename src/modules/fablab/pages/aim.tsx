import QRCode from 'qrcode'

/** Quiet modules around the code, which phones need. */
const margin = 4

/** An address to aim at: dark squares on white in every theme. */
export const Aim = ({ address, label }: { readonly address: string; readonly label: string }) => {
  const { modules } = QRCode.create(address, { errorCorrectionLevel: 'M' })
  const side = modules.size + 2 * margin
  const squares = Array.from({ length: modules.size ** 2 }, (_, at) => at)
    .filter((at) => modules.get(Math.floor(at / modules.size), at % modules.size))
    .map((at) => `M${(at % modules.size) + margin} ${Math.floor(at / modules.size) + margin}h1v1h-1z`)
  return (
    <svg viewBox={`0 0 ${side} ${side}`} width="180" height="180" role="img" aria-label={label}>
      <path fill="#fff" d={`M0 0h${side}v${side}H0z`} />
      <path fill="#000" d={squares.join('')} />
    </svg>
  )
}
