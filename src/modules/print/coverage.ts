import { readFileSync } from 'node:fs'

/** Runs of code points, first and last included. */
type Runs = (readonly [first: number, last: number])[]

/**
 * The signs a TrueType file can draw, read from its `cmap` (OpenType 1.9, tables of formats 4 and 12). A run may hold
 * a few signs drawn as « missing » in format 4 with an offset: these are looked up one by one.
 */
function runsOf(file: string): Runs {
  const bytes = readFileSync(file)
  const tables = bytes.readUInt16BE(4)
  const tags = Array.from({ length: tables }, (_, i) => 12 + 16 * i)
  const record = tags.find((at) => bytes.toString('latin1', at, at + 4) === 'cmap')
  if (record === undefined) throw new Error(`${file} says nothing of the signs it draws`)
  const cmap = bytes.readUInt32BE(record + 8)
  return Array.from({ length: bytes.readUInt16BE(cmap + 2) }, (_, i) =>
    readTable(bytes, cmap + bytes.readUInt32BE(cmap + 8 + 8 * i)),
  ).flat()
}

function readTable(bytes: Buffer, at: number): Runs {
  const format = bytes.readUInt16BE(at)
  if (format === 12)
    return Array.from({ length: bytes.readUInt32BE(at + 12) }, (_, i) => {
      const group = at + 16 + 12 * i
      return [bytes.readUInt32BE(group), bytes.readUInt32BE(group + 4)] as const
    })
  if (format !== 4) return []
  const size = bytes.readUInt16BE(at + 6)
  return Array.from({ length: size / 2 }, (_, i): Runs => {
    const [last, first] = [at + 14 + 2 * i, at + 16 + size + 2 * i].map((place) => bytes.readUInt16BE(place))
    if (first === undefined || last === undefined || first === 0xffff) return []
    const offsetAt = at + 16 + 3 * size + 2 * i
    const offset = bytes.readUInt16BE(offsetAt)
    if (offset === 0) return [[first, last]]
    const signs = Array.from({ length: last - first + 1 }, (_, n) => first + n)
    return signs
      .filter((sign) => bytes.readUInt16BE(offsetAt + offset + 2 * (sign - first)) !== 0)
      .map((sign) => [sign, sign] as const)
  }).flat()
}

/** Whether some family draws a sign in every one of its weights: `families` are lists of files, one a weight. */
export function coverageOf(families: readonly (readonly string[])[]): (sign: string) => boolean {
  const drawn = families.map((weights) =>
    weights.map((file) => {
      const set = new Set<number>()
      for (const [first, last] of runsOf(file)) for (let at = first; at <= last; at++) set.add(at)
      return set
    }),
  )
  return (sign) => {
    const point = sign.codePointAt(0) ?? 0
    return drawn.some((weights) => weights.every((set) => set.has(point)))
  }
}
