import { getOverview, listMissing } from '@/contracts/stats'
import { type CallInput, call } from './transport/call'

/** Figures: the calls of the `stats` function. */
export const stats = {
  overview: (input: CallInput<typeof getOverview>) => call(getOverview, input),
  missing: (input: CallInput<typeof listMissing>) => call(listMissing, input),
}
