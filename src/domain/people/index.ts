export {
  decideInvitation,
  INVITATION_MS,
  type InvitationDecision,
  type InvitationState,
  invitationCode,
  readInvitation,
  showInvitation,
} from './invitation'
export { canonicalPhone } from './phone'
export {
  type Caller,
  canInvite,
  canManageThemeDay,
  canPreviewReport,
  canReport,
  canSeeFigures,
  canSeeNames,
  type DeskRole,
  deskOf,
  isAddressee,
  isMember,
} from './scope'
export { type Tries, type TryKind, tooManyTries, tryRules, tryStanding } from './tries'
