import { getOverview, listMissing, recountFigures, type Slice } from '@/contracts/stats'
import { type CallInput, call } from './transport/call'

/** The slices that the pages offer. */
export type SliceName = 'all' | 'mobile'

/** What a page asks with: the name of a slice instead of the slice. */
type Named<Input> = Omit<Input, 'slice'> & { slice: SliceName }

const slices: Readonly<Record<SliceName, Slice>> = { all: {}, mobile: { mobile: true } }
const withSlice = <Input>({ slice, ...input }: Named<Input>) => ({ ...input, slice: slices[slice] })

/** Figures: the calls of the `stats` function. */
export const stats = {
  overview: (input: Named<CallInput<typeof getOverview>>) => call(getOverview, withSlice(input)),
  missing: (input: Named<CallInput<typeof listMissing>>) => call(listMissing, withSlice(input)),
  recount: (input: CallInput<typeof recountFigures>) => call(recountFigures, input),
}
