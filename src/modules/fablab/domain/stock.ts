import { z } from 'zod'
import { whole } from './lab-forms.ts'
import { machineKinds } from './vocabulary.ts'

export const stockUnits = ['piece', 'sheet', 'roll', 'g', 'cm', 'ml'] as const
export type StockUnit = (typeof stockUnits)[number]
export const stockKinds = ['material', 'kit'] as const
export type StockKind = (typeof stockKinds)[number]
/** « counted »: what the shelf really holds, whatever was written before. */
export const stockMoves = ['received', 'used', 'lost', 'counted'] as const
export type StockMove = (typeof stockMoves)[number]

const list = (value: unknown) => (value === undefined ? [] : Array.isArray(value) ? value : [value])

export const materialForm = z
  .object({
    name: z.string('st.nameMissing').trim().min(1, 'st.nameMissing').max(60, 'st.nameMissing'),
    kind: z.enum(stockKinds).catch('material'),
    unit: z.enum(stockUnits, 'st.unitWrong'),
    lowMark: whole('st.amountWrong', 0, 1_000_000),
    machineKinds: z.preprocess(list, z.array(z.enum(machineKinds))).catch([]),
  })
  .refine(({ kind, unit }) => kind === 'material' || unit === 'piece', {
    message: 'st.unitWrong',
    path: ['unit'],
  })

export const moveForm = z
  .object({
    move: z.enum(stockMoves, 'st.moveMissing'),
    amount: whole('st.amountWrong', 0, 1_000_000),
    booking: z
      .string()
      .regex(/^[1-9]\d{0,8}$/)
      .transform(Number)
      .nullable()
      .catch(null),
  })
  .refine(({ move, amount }) => move === 'counted' || amount > 0, {
    message: 'st.amountWrong',
    path: ['amount'],
  })
