import { explainFigure, getRecord, listActivities, listParticipants } from '@/contracts/opening'
import { getHeat, getOverview, listMissing, recountFigures } from '@/contracts/stats'
import { sliceOf } from '@/domain/metrics/slice-name'
import { type CallInput, call } from './transport/call'

/** A slice as it stands in a page's address: `all`, `mobile`, `mobile.from61.village` (domain/metrics/slice-name). */
export type SliceName = string

/** What a page asks with: the name of a slice instead of the slice. */
type Named<Input> = Omit<Input, 'slice'> & { slice: SliceName }

const withSlice = <Input>({ slice, ...input }: Named<Input>) => ({ ...input, slice: sliceOf(slice) })

/** Figures: the calls of the `stats` function. */
export const stats = {
  overview: (input: Named<CallInput<typeof getOverview>>) => call(getOverview, withSlice(input)),
  heat: (input: Named<CallInput<typeof getHeat>>) => call(getHeat, withSlice(input)),
  missing: (input: Named<CallInput<typeof listMissing>>) => call(listMissing, withSlice(input)),
  explain: (input: Named<CallInput<typeof explainFigure>>) => call(explainFigure, withSlice(input)),
  activities: (input: Named<CallInput<typeof listActivities>>) => call(listActivities, withSlice(input)),
  participants: (input: Named<CallInput<typeof listParticipants>>) => call(listParticipants, withSlice(input)),
  record: (input: CallInput<typeof getRecord>) => call(getRecord, input),
  recount: (input: CallInput<typeof recountFigures>) => call(recountFigures, input),
}
