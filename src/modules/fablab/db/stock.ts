import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'
import type { StockKind, StockMove, StockUnit } from '../domain/stock.ts'
import type { MachineKind } from '../domain/vocabulary.ts'

/** A material or a kit of a lab; `isLow`: at its mark or below. */
export interface Material {
  id: number
  name: string
  kind: StockKind
  unit: StockUnit
  quantity: number
  lowMark: number
  machineKinds: MachineKind[]
  isLow: boolean
}

/** What a centre has in stock, what is low first. */
export async function readMaterials(work: Work<'fablab'>, centre: number): Promise<Material[]> {
  const rows = await work.tx
    .selectFrom('fablab.materials')
    .select([
      'id',
      'name',
      'kind',
      'unit',
      'quantity',
      'low_mark as lowMark',
      'machine_kinds as machineKinds',
    ])
    .where('centre_id', '=', centre)
    .where('retired_at', 'is', null)
    .orderBy('name')
    .execute()
  return rows
    .map((row) => ({
      ...row,
      kind: row.kind as StockKind,
      unit: row.unit as StockUnit,
      machineKinds: row.machineKinds as MachineKind[],
      isLow: row.quantity <= row.lowMark,
    }))
    .sort((a, b) => Number(b.isLow) - Number(a.isLow))
}

export type NewMaterial = Pick<Material, 'name' | 'kind' | 'unit' | 'lowMark' | 'machineKinds'>
const rowOf = (material: NewMaterial) => ({
  name: material.name,
  kind: material.kind,
  unit: material.unit,
  low_mark: material.lowMark,
  machine_kinds: [...material.machineKinds],
})

/** Adds something to a centre's stock; null: its name is there already. */
export async function insertMaterial(
  work: Work<'fablab'>,
  centre: number,
  material: NewMaterial,
): Promise<number | null> {
  const row = await work.tx
    .insertInto('fablab.materials')
    .values({ centre_id: centre, ...rowOf(material) })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

/** Changes what it is called and when to warn. */
export async function writeMaterial(work: Work<'fablab'>, id: number, material: NewMaterial): Promise<void> {
  await work.tx.updateTable('fablab.materials').set(rowOf(material)).where('id', '=', id).execute()
}

export async function retireMaterial(work: Work<'fablab'>, id: number): Promise<void> {
  await work.tx.updateTable('fablab.materials').set({ retired_at: work.now }).where('id', '=', id).execute()
}

/** Writes a movement; the database counts what is left. False: there is not that much. */
export async function insertStockMove(
  work: Work<'fablab'>,
  move: {
    centre: number
    material: number
    move: StockMove
    amount: number
    booking: number | null
    member: number
  },
): Promise<boolean> {
  try {
    await work.tx
      .insertInto('fablab.stock_moves')
      .values({
        centre_id: move.centre,
        material_id: move.material,
        kind: move.move,
        amount: move.amount,
        booking_id: move.booking,
        noted_by: move.member,
        noted_at: work.now,
      })
      .execute()
    return true
  } catch (error) {
    if ((error as { constraint?: unknown }).constraint === 'never_below_nothing') return false
    throw error
  }
}

export interface Moved {
  id: number
  kind: StockMove
  amount: number
  after: number
  notedAt: Temporal.Instant
  by: string | null
}

/** The last movements of a material, the latest first. */
export async function readStockMoves(work: Work<'fablab' | 'access'>, material: number): Promise<Moved[]> {
  const { rows } = await sql<Moved>`
    select m.id, m.kind, m.amount, m.after, m.noted_at as "notedAt", w.name as by
    from fablab.stock_moves m left join access.welcoming_names w on w.id = m.noted_by
    where m.material_id = ${material} order by m.id desc limit 50`.execute(work.tx)
  return rows.map((row) => ({ ...row, id: Number(row.id) }))
}
