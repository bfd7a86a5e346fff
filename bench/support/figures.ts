/** One measured figure, beside the limit of the same run. */
export interface Figure {
  bench: string
  metric: string
  value: number
  unit: string
  /** What the machine could do at best, or the bound not to cross. */
  limit: number
  /** value ÷ limit. */
  ratio: number
  goal: string
  met: boolean
}

const round = (n: number) => (n >= 100 ? Math.round(n) : Math.round(n * 100) / 100)

/** Prints a figure: a sentence for people, or one object a line with `--json`. */
export function print(figure: Omit<Figure, 'ratio'>): void {
  const ratio = round(figure.limit === 0 ? 0 : figure.value / figure.limit)
  const whole = { ...figure, value: round(figure.value), limit: round(figure.limit), ratio }
  if (process.argv.includes('--json')) return void console.log(JSON.stringify(whole))
  const mark = figure.met ? 'met   ' : 'MISSED'
  console.log(
    `${mark} ${figure.bench} · ${figure.metric}: ${whole.value} ${figure.unit} (limit ${whole.limit}, ratio ${ratio}; goal ${figure.goal})`,
  )
}

/** The value below which a share of the measures lies, 0 < share ≤ 1. */
export function percentile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0
}
