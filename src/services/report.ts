import {
  buildReport,
  compareVersions,
  editReport,
  getReport,
  issueReport,
  listReports,
  openVersion,
  refreshReport,
  reproduceReport,
  reviewReport,
  submitReport,
} from '@/contracts/report'
import { type CallInput, call } from './transport/call'

const patient = { patienceMs: 60_000 }

/** The report: the calls of the `report` function. Those that compute all figures or write a file may take some seconds. */
export const report = {
  get: (input: CallInput<typeof getReport>) => call(getReport, input),
  list: (input: CallInput<typeof listReports>) => call(listReports, input),
  open: (input: CallInput<typeof openVersion>) => call(openVersion, input, patient),
  refresh: (input: CallInput<typeof refreshReport>) => call(refreshReport, input, patient),
  edit: (input: CallInput<typeof editReport>) => call(editReport, input),
  submit: (input: CallInput<typeof submitReport>) => call(submitReport, input),
  review: (input: CallInput<typeof reviewReport>) => call(reviewReport, input),
  issue: (input: CallInput<typeof issueReport>) => call(issueReport, input),
  compare: (input: CallInput<typeof compareVersions>) => call(compareVersions, input),
  reproduce: (input: CallInput<typeof reproduceReport>) => call(reproduceReport, input, patient),
  build: (input: CallInput<typeof buildReport>) => call(buildReport, input, patient),
}
