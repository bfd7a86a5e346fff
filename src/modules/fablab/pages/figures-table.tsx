import type { Language } from '#platform/i18n/index.ts'
import { type LabWord, labWords } from '../lab-words.ts'

type Props = {
  readonly lang: Language
  readonly caption: LabWord
  readonly heads: readonly LabWord[]
  readonly rows: readonly (readonly string[])[]
}

/** Figures under their heads, for eyes and for ears. */
export const FiguresTable = ({ lang, caption, heads, rows }: Props) => {
  const t = labWords(lang)
  return (
    <table class="data">
      <caption>{t(caption)}</caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {t(head)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells) => (
          <tr key={cells.join()}>
            {cells.map((cell, i) => (
              <td key={heads[i]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
