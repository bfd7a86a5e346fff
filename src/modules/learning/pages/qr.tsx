import QRCode from 'qrcode'

/** Quiet modules around the code, which scanners need. */
const margin = 4

/** An address to aim at: dark squares on white in every theme. */
export const Qr = ({ address, label }: { readonly address: string; readonly label: string }) => {
  const { modules } = QRCode.create(address, { errorCorrectionLevel: 'M' })
  const side = modules.size + 2 * margin
  const squares = Array.from({ length: modules.size ** 2 }, (_, i) => [
    Math.floor(i / modules.size),
    i % modules.size,
  ]).filter(([row = 0, column = 0]) => modules.get(row, column))
  return (
    <svg class="aim" viewBox={`0 0 ${side} ${side}`} role="img" aria-label={label}>
      <path class="white" d={`M0 0h${side}v${side}H0z`} />
      <path
        class="dark"
        d={squares.map(([row = 0, column = 0]) => `M${column + margin} ${row + margin}h1v1h-1z`).join('')}
      />
    </svg>
  )
}
