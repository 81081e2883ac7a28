import { settleMoves } from '../_data/corrections'
import { deleteLateWritings } from '../_data/own-data'
import { resumeReorganisations } from '../_data/reorganisations'
import { recordMissing } from '../_data/unrecorded'
import { serveTimer } from '../_kit/run-timer'
import { foldBatch } from './fold-batch'

const BATCH = 1000
/** A slice ends well before the function's time limit; the next one goes on. */
const SLICE_MS = 20_000

/**
 * Goes on with what a killed call left: merges and splits of branches, facts that follow a backdated transfer, papers without their fact, texts that came in
 * for who had just left with theirs. Then folds new facts
 * and rosters into the participation index until none is left or the slice is over.
 */
export const main = serveTimer('rollup', async (now, tell) => {
  const startedAt = Date.now()
  const isOver = () => Date.now() - startedAt > SLICE_MS
  const resumed = await resumeReorganisations(now, isOver, (error) => tell('resumeReorganisation', error))
  const settled = await settleMoves(now, isOver, (error) => tell('settleMove', error))
  const recorded = await recordMissing(now, isOver).catch((error) => {
    tell('recordMissing', error)
    return 0
  })
  await deleteLateWritings(now).catch((error) => tell('deleteLateWritings', error))
  let folded = 0
  for (;;) {
    const batch = await foldBatch(BATCH)
    folded += batch.folded
    if (!batch.left || isOver()) return { resumed, settled, recorded, folded, left: batch.left }
  }
})
