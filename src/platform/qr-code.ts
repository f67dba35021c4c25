import qrcode from 'qrcode-generator'

/** A text as a QR code: an SVG picture of dark squares on white, with its quiet border. */
export const qrCode = (text: string): string => {
  const code = qrcode(0, 'M')
  code.addData(text)
  code.make()
  const count = code.getModuleCount()
  const squares: string[] = []
  for (let row = 0; row < count; row += 1) {
    for (let column = 0; column < count; column += 1)
      if (code.isDark(row, column)) squares.push(`M${column + 4} ${row + 4}h1v1h-1z`)
  }
  const size = count + 8
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" role="img" aria-label="QR code: ${text.replaceAll(/[<>&"]/g, '')}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${squares.join('')}"/></svg>`
}
