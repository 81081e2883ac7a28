export {
  decideInvitation,
  INVITATION_MS,
  type InvitationDecision,
  type InvitationState,
  invitationCode,
  readInvitation,
  showInvitation,
} from './invitation'
export {
  answersFor,
  isAbout,
  type LetterState,
  type LetterWay,
  ledBy,
  letterWay,
  mailboxesOf,
  OVERDUE_MS,
  showsWriter,
} from './letters'
export { isSeated } from './moves'
export { canonicalPhone } from './phone'
export {
  type Caller,
  canAnswerLetters,
  canCorrect,
  canInvite,
  canKeepMobile,
  canKeepRoster,
  canManageThemeDay,
  canOperate,
  canPreviewReport,
  canReadReflections,
  canReport,
  canSeeFigures,
  canSeeNames,
  type DeskRole,
  deskOf,
  isAddressee,
  isInvited,
  isMember,
} from './scope'
export { type Tries, type TryKind, tooManyTries, tryRules, tryStanding } from './tries'
