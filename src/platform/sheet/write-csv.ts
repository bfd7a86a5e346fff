import { stringify } from 'csv-stringify/sync'

/**
 * Writes rows as a CSV spreadsheets open without a question: `;` as in France, UTF-8 with its mark. A cell that would be
 * read as a formula is given an apostrophe (OWASP, CSV injection); `readSheet` takes it off again.
 */
export const writeCsv = (columns: readonly string[], rows: readonly (readonly string[])[]): string =>
  stringify([[...columns], ...rows.map((row) => [...row])], {
    bom: true,
    delimiter: ';',
    record_delimiter: 'windows',
    escape_formulas: true,
  })
