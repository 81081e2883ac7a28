import { openSendings } from '../_data/sendings'
import { serveActions } from '../_kit/run-action'
import { serveBoth } from '../_kit/run-both'
import { serveTimer } from '../_kit/run-timer'
import { deliverDue } from './deliver'
import { listInbox } from './list-inbox'
import { orderDayNotices } from './order-day-notices'
import { readInbox } from './read-inbox'
import { remindMissing } from './remind-missing'
import { remindNotReported } from './remind-not-reported'
import { remindSecretaries } from './remind-secretaries'
import { runSending } from './run-sending'
import { orderSweeps } from './sweep'

/** A slice ends well before the function's time limit; the next one goes on. */
const SLICE_MS = 40_000
const SENDINGS_A_SLICE = 20

/** Tells of theme days that were changed, goes on with orders that whoever gave them did not wait for, looks three times a day for what people asked to be reminded of, and sends what is due. */
const timer = serveTimer('remind', async (now, tell) => {
  const startedAt = Date.now()
  const isOver = () => Date.now() - startedAt > SLICE_MS
  await orderSweeps(now)
  await orderDayNotices(now)
  let ended = 0
  for (const sending of await openSendings(SENDINGS_A_SLICE)) {
    if (isOver()) break
    try {
      if (!(await runSending(sending, now, isOver)).open) ended++
    } catch (error) {
      // the others are carried out all the same
      tell(`remind ${sending.cause}`, error)
    }
  }
  const sent = await deliverDue(now, isOver, (error) => tell('sendMessage', error))
  return { ended, sent }
})

export const main = serveBoth(
  serveActions('remind', [remindMissing, remindSecretaries, remindNotReported, listInbox, readInbox]),
  timer,
)
