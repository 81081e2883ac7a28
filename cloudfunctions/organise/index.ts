import { serveActions } from '../_kit/run-action'
import { admitMember } from './admit-member'
import { checkRoster } from './check-roster'
import { confirmFullMember } from './confirm-full-member'
import { correctParticipation } from './correct-participation'
import { listMembers } from './list-members'
import { mergeBranches } from './merge-branches'
import { recordLeave } from './record-leave'
import { setMobile } from './set-mobile'
import { splitBranch } from './split-branch'
import { transferMember } from './transfer-member'

export const main = serveActions('organise', [
  admitMember,
  transferMember,
  recordLeave,
  setMobile,
  confirmFullMember,
  mergeBranches,
  splitBranch,
  correctParticipation,
  checkRoster,
  listMembers,
])
