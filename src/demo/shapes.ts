/** A drawing to cut: a base with its hole, in millimetres. */
export const outline = (): Uint8Array =>
  new TextEncoder().encode(
    '<svg xmlns="http://www.w3.org/2000/svg" width="160mm" height="110mm" viewBox="0 0 160 110"><path d="M5 5h150v100H5z" fill="none" stroke="red" stroke-width=".1"/><circle cx="80" cy="55" r="8" fill="none" stroke="red" stroke-width=".1"/></svg>',
  )

type Point = readonly [number, number, number]
/** Six corners of a wedge 80 wide, 60 deep and 90 high, in millimetres. */
const corners: readonly Point[] = [
  [0, 0, 0],
  [80, 0, 0],
  [80, 60, 0],
  [0, 60, 0],
  [0, 60, 90],
  [80, 60, 90],
]
const triangles: readonly Point[] = [
  [0, 2, 1],
  [0, 3, 2],
  [0, 1, 5],
  [0, 5, 4],
  [3, 4, 5],
  [3, 5, 2],
  [0, 4, 3],
  [1, 2, 5],
]

/** A shape to print: the wedge, as a binary STL. */
export function wedge(): Uint8Array {
  const bytes = new Uint8Array(84 + 50 * triangles.length)
  const view = new DataView(bytes.buffer)
  view.setUint32(80, triangles.length, true)
  triangles.forEach((triangle, i) => {
    triangle.forEach((corner, j) => {
      for (const [axis, millimetres] of (corners[corner] as Point).entries())
        view.setFloat32(84 + 50 * i + 12 + 12 * j + 4 * axis, millimetres, true)
    })
  })
  return bytes
}
