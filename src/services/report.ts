import { buildReport, previewReport } from '@/contracts/report'
import { type CallInput, call } from './transport/call'

/** The report: the calls of the `report` function. `build` writes the Word file and may take some seconds. */
export const report = {
  preview: (input: CallInput<typeof previewReport>) => call(previewReport, input),
  build: (input: CallInput<typeof buildReport>) => call(buildReport, input, { patienceMs: 60_000 }),
}
