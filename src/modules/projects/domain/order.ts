/** The same row with one of its numbers one place earlier or later; as it was when there is no such place. */
export function moved(row: readonly number[], one: number, to: 'up' | 'down'): number[] {
  const at = row.indexOf(one)
  const other = to === 'up' ? at - 1 : at + 1
  if (at === -1 || other < 0 || other >= row.length) return [...row]
  return row.map((id, i) => (i === at ? (row[other] as number) : i === other ? one : id))
}
