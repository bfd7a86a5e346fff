import QRCode from 'qrcode'

/** An address as a QR code to aim at: dark squares on white in every theme, with the quiet margin scanners need. */
export const Qr = ({ address, label }: { readonly address: string; readonly label: string }) => {
  const { modules } = QRCode.create(address, { errorCorrectionLevel: 'M' })
  const margin = 4
  const side = modules.size + 2 * margin
  let path = ''
  for (let row = 0; row < modules.size; row += 1)
    for (let column = 0; column < modules.size; column += 1)
      if (modules.get(row, column)) path += `M${column + margin} ${row + margin}h1v1h-1z`
  return (
    <svg class="aim" viewBox={`0 0 ${side} ${side}`} role="img" aria-label={label}>
      <path class="white" d={`M0 0h${side}v${side}H0z`} />
      <path class="dark" d={path} />
    </svg>
  )
}
