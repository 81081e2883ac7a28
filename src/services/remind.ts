import { listInbox, readInbox, remindMissing, remindNotReported, remindSecretaries } from '@/contracts/remind'
import { type CallInput, call } from './transport/call'

/** Reminders: the calls of the `remind` function. Ordering one goes on with it for some seconds. */
export const reminders = {
  missing: (input: CallInput<typeof remindMissing>) => call(remindMissing, input, { patienceMs: 30_000 }),
  secretaries: (input: CallInput<typeof remindSecretaries>) => call(remindSecretaries, input, { patienceMs: 30_000 }),
  notReported: (input: CallInput<typeof remindNotReported>) => call(remindNotReported, input, { patienceMs: 30_000 }),
  inbox: (before: number | null) => call(listInbox, { before }),
  read: (until: number) => call(readInbox, { until }),
}
