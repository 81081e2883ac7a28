import { serveTimer } from '../_kit/run-timer'
import { foldBatch } from './fold-batch'

const BATCH = 1000
/** A slice ends well before the function's time limit; the next one goes on. */
const SLICE_MS = 20_000

/** Folds new facts and rosters into the participation index until none is left or the slice is over. */
export const main = serveTimer('rollup', async () => {
  const startedAt = Date.now()
  let folded = 0
  for (;;) {
    const batch = await foldBatch(BATCH)
    folded += batch.folded
    if (!batch.left) return { folded, left: false }
    if (Date.now() - startedAt > SLICE_MS) return { folded, left: true }
  }
})
