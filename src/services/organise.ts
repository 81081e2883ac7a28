import {
  admitMember,
  checkRoster,
  confirmFullMember,
  correctParticipation,
  listMembers,
  mergeBranches,
  recordLeave,
  setMobile,
  splitBranch,
  transferMember,
} from '@/contracts/organise'
import { type CallInput, call } from './transport/call'

/** Who belongs where, and what is set right: the calls of the `organise` function. A key is made once for each thing that is done, and sent again with it. */
export const organise = {
  admit: (input: CallInput<typeof admitMember>) => call(admitMember, input),
  transfer: (input: CallInput<typeof transferMember>) => call(transferMember, input),
  leave: (input: CallInput<typeof recordLeave>) => call(recordLeave, input),
  setMobile: (input: CallInput<typeof setMobile>) => call(setMobile, input),
  confirmFull: (input: CallInput<typeof confirmFullMember>) => call(confirmFullMember, input),
  merge: (input: CallInput<typeof mergeBranches>) => call(mergeBranches, input),
  split: (input: CallInput<typeof splitBranch>) => call(splitBranch, input),
  correct: (input: CallInput<typeof correctParticipation>) => call(correctParticipation, input),
  members: (input: CallInput<typeof listMembers>) => call(listMembers, input),
  checkRoster: (input: CallInput<typeof checkRoster>) => call(checkRoster, input),
}
