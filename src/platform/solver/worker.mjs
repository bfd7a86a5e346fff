// Solves linear models with whole variables, one after the other, in a thread of its own: HiGHS blocks whoever calls it, and a model it cannot
// bear takes only this thread along. Plain JavaScript: Node starts this file as it is.
import { parentPort } from 'node:worker_threads'
import load from 'highs'

const highs = await load()

parentPort.on('message', ({ model, seconds, gap }) => {
  const starts = [0]
  const indices = []
  const values = []
  for (const { entries } of model.rows) {
    for (const [column, value] of entries) {
      indices.push(column)
      values.push(value)
    }
    starts.push(indices.length)
  }

  const built = highs.createModel({
    numCols: model.columns.length,
    numRows: model.rows.length,
    sense: -1,
    colCost: Float64Array.from(model.columns, ({ cost }) => cost),
    colLower: new Float64Array(model.columns.length),
    colUpper: Float64Array.from(model.columns, ({ upper }) => upper),
    rowLower: Float64Array.from(model.rows, ({ lower }) => lower),
    rowUpper: Float64Array.from(model.rows, ({ upper }) => upper),
    integrality: Int32Array.from(model.columns, ({ whole }) => (whole ? 1 : 0)),
    matrix: {
      format: 'csr',
      numRows: model.rows.length,
      numCols: model.columns.length,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
    },
  })
  try {
    built.options.set({ output_flag: false, time_limit: seconds, mip_rel_gap: gap, mip_abs_gap: 1e-6 })
    const { modelStatus } = built.run()
    parentPort.postMessage({
      isOptimal: modelStatus === highs.constants.modelStatus.optimal,
      values: Float64Array.from(built.getSolution().colValue),
      objective: Number(built.info.get('objective_function_value')),
      bound: Number(built.info.get('mip_dual_bound')),
    })
  } finally {
    built.dispose()
  }
})
