/** Rows by five hundred: PostgreSQL takes at most 65 535 values in one statement. */
export function* batches<T>(rows: readonly T[], size = 500): Generator<T[]> {
  for (let i = 0; i < rows.length; i += size) yield rows.slice(i, i + size)
}
