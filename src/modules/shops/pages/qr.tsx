import QRCode from 'qrcode'

/** Quiet modules around the code, which scanners need. */
const margin = 4

/** An address to aim at: dark squares on white. */
export const Qr = ({ address, label }: { readonly address: string; readonly label: string }) => {
  const { modules } = QRCode.create(address, { errorCorrectionLevel: 'M' })
  const side = modules.size + 2 * margin
  const rows = Array.from({ length: modules.size }, (_, y) => runsOf(modules, y)).join('')
  return (
    <svg width="120" height="120" viewBox={`0 0 ${side} ${side}`} role="img" aria-label={label}>
      <path fill="#fff" d={`M0 0h${side}v${side}H0z`} />
      <path fill="#000" d={rows} />
    </svg>
  )
}

/** The dark squares of a row, drawn run by run: half as long as one by one. */
function runsOf(modules: { size: number; get(row: number, column: number): number }, y: number): string {
  let drawn = ''
  for (let x = 0; x < modules.size; x += 1) {
    if (!modules.get(y, x)) continue
    const from = x
    while (x + 1 < modules.size && modules.get(y, x + 1)) x += 1
    drawn += `M${from + margin} ${y + margin}h${x - from + 1}v1h-${x - from + 1}z`
  }
  return drawn
}
