import type { Language } from '#platform/i18n/index.ts'
import { words } from './words.ts'

/** The pattern of `styles/sprite.svg` repeats every 19 units; the last one needs no gap after it. */
const step = 19
const height = 16
/** CSS pixels of a chair on the screen. */
const width = 25.6
/** Longer rows than this are cut in two equal ones, so that a chair stays visible on a phone. */
const longestRow = 12
/** Above this a drawing says less than its number. */
const mostDrawn = 24

type ChairsProps = {
  readonly lang: Language
  readonly free: number
  readonly capacity: number
  /** Words that replace « 4 chaises libres sur 10 ». */
  readonly saying?: string | undefined
}

/** Chairs taken and free, drawn and said. Above 24 chairs they are only said. */
export const Chairs = ({ lang, free, capacity, saying }: ChairsProps) => (
  <div class="sit">
    {capacity > 0 && capacity <= mostDrawn && <Drawing taken={capacity - free} capacity={capacity} />}
    <p>{saying ?? words(lang)('chairs', { free, capacity })}</p>
  </div>
)

const Drawing = ({ taken, capacity }: { taken: number; capacity: number }) => {
  const rows = capacity > longestRow ? 2 : 1
  const inRow = Math.ceil(capacity / rows)
  return (
    <svg
      class="seats"
      viewBox={`0 0 ${inRow * step} ${(rows - 1) * step + height}`}
      width={Math.round(inRow * width)}
      aria-hidden="true"
    >
      {Array.from({ length: rows }, (_, row) => {
        const seats = Math.min(inRow, capacity - row * inRow)
        const full = Math.max(0, Math.min(seats, taken - row * inRow))
        const y = row === 0 ? {} : { y: row * step }
        return (
          <>
            {full > 0 && <rect {...y} width={full * step} height={height} fill="url(#taken)" />}
            {full < seats && (
              <rect {...y} x={full * step} width={(seats - full) * step} height={height} fill="url(#free)" />
            )}
          </>
        )
      })}
    </svg>
  )
}
