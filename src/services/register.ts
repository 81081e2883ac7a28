import { defineIndicator, listIndicators, retireIndicator } from '@/contracts/register'
import { getEntry, getIndicator, getRegister, judgeEntry, submitEntry } from '@/contracts/register-entries'
import { type CallInput, call } from './transport/call'

/** The register of manual figures (台账): the calls of the `register` function. */
export const register = {
  indicators: (orgId: string) => call(listIndicators, { orgId }),
  define: (input: CallInput<typeof defineIndicator>) => call(defineIndicator, input),
  retire: (input: CallInput<typeof retireIndicator>) => call(retireIndicator, input),
  overview: (input: CallInput<typeof getRegister>) => call(getRegister, input),
  indicator: (input: CallInput<typeof getIndicator>) => call(getIndicator, input),
  entry: (input: CallInput<typeof getEntry>) => call(getEntry, input),
  submit: (input: CallInput<typeof submitEntry>) => call(submitEntry, input),
  judge: (input: CallInput<typeof judgeEntry>) => call(judgeEntry, input),
}
