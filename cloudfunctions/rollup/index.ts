import { settleMoves } from '../_data/corrections'
import { resumeReorganisations } from '../_data/reorganisations'
import { serveTimer } from '../_kit/run-timer'
import { foldBatch } from './fold-batch'

const BATCH = 1000
/** A slice ends well before the function's time limit; the next one goes on. */
const SLICE_MS = 20_000

/**
 * Goes on with what a killed call left: merges and splits of branches, facts that follow a backdated transfer. Then folds new facts
 * and rosters into the participation index until none is left or the slice is over.
 */
export const main = serveTimer('rollup', async (now, tell) => {
  const startedAt = Date.now()
  const isOver = () => Date.now() - startedAt > SLICE_MS
  const resumed = await resumeReorganisations(now, isOver, (error) => tell('resumeReorganisation', error))
  const settled = await settleMoves(now, isOver, (error) => tell('settleMove', error))
  let folded = 0
  for (;;) {
    const batch = await foldBatch(BATCH)
    folded += batch.folded
    if (!batch.left || isOver()) return { resumed, settled, folded, left: batch.left }
  }
})
