export {
  type Caller,
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
