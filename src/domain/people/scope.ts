import type { RoleName } from '@/contracts/identity'
import { covers, type Membership } from './membership'

/** Who calls, as far as permission goes. */
export interface Caller {
  /** Ids from the top of the tree down to the organisation that the person belongs to. */
  readonly orgPath: readonly string[]
  /** Roles beyond that of a member, each within the subtree of its organisation. */
  readonly roles: readonly { readonly role: RoleName; readonly orgId: string }[]
}

/** What a role may do with the organisations in its subtree. */
type Right =
  | 'figures'
  | 'names'
  | 'previewReport'
  | 'buildReport'
  | 'manageThemeDay'
  | 'invite'
  | 'keepMobile'
  | 'keepRoster'
  | 'correct'
  | 'letters'
  | 'reflections'
  | 'operate'
  | 'export'
  | 'remind'
  | 'makeQuiz'
  | 'publishLesson'
  | 'reviewReport'
  | 'submitFigure'
  | 'judgeFigure'
  | 'defineIndicator'

/**
 * The one table of permissions; what is not in it is denied.
 * - secretary and organiser are responsible for the people of their subtree: figures, names, invitations, reports, theme days, who is a mobile
 *   member, and corrections of what was recorded; who belongs where is the organiser's;
 *   Both make quizzes, publish lessons, plan theme days and remind people, and report manual figures (台账); reports are reviewed and issued, and what
 *   others reported is accepted, by an organiser, never by whoever wrote it;
 * - inspector looks, and changes nothing: figures and counts, their export and the preview of a report, no names;
 * - administrator keeps organisations, the roster and the indicators of the register, so sees names and invites; holding a theme day, and saying who took
 *   part, is not theirs.
 */
const rights: Readonly<Record<RoleName, readonly Right[]>> = {
  member: [],
  secretary: [
    'figures',
    'names',
    'previewReport',
    'buildReport',
    'manageThemeDay',
    'invite',
    'keepMobile',
    'correct',
    'letters',
    'reflections',
    'export',
    'remind',
    'makeQuiz',
    'publishLesson',
    'submitFigure',
  ],
  organiser: [
    'figures',
    'names',
    'previewReport',
    'buildReport',
    'manageThemeDay',
    'invite',
    'keepMobile',
    'keepRoster',
    'correct',
    'letters',
    'reflections',
    'export',
    'remind',
    'makeQuiz',
    'publishLesson',
    'reviewReport',
    'submitFigure',
    'judgeFigure',
  ],
  inspector: ['figures', 'previewReport', 'export'],
  administrator: [
    'figures',
    'names',
    'previewReport',
    'buildReport',
    'invite',
    'keepMobile',
    'keepRoster',
    'operate',
    'export',
    'defineIndicator',
  ],
}

/** @param orgPath ids from the top of the tree down to the organisation in question */
function holds(caller: Caller, right: Right, orgPath: readonly string[]): boolean {
  return caller.roles.some(({ role, orgId }) => rights[role].includes(right) && orgPath.includes(orgId))
}

/** May see the figures and counts of the organisation with this path. */
export const canSeeFigures = (caller: Caller, orgPath: readonly string[]): boolean => holds(caller, 'figures', orgPath)

/** May see the names of its members, for instance of those who have not taken part. */
export const canSeeNames = (caller: Caller, orgPath: readonly string[]): boolean => holds(caller, 'names', orgPath)

/** May see its draft report. */
export const canPreviewReport = (caller: Caller, orgPath: readonly string[]): boolean =>
  holds(caller, 'previewReport', orgPath)

/** May build, and so keep, its report as a document. */
export const canReport = (caller: Caller, orgPath: readonly string[]): boolean => holds(caller, 'buildReport', orgPath)

/** May open, show and close the check-in of its theme days. */
export const canManageThemeDay = (caller: Caller, orgPath: readonly string[]): boolean =>
  holds(caller, 'manageThemeDay', orgPath)

/**
 * May invite a person to bind a WeChat identity, and so decides who acts as that person. Whoever invites holds the right over the
 * person's own organisation and over every organisation in which the person has a role: otherwise the secretary of an office's branch could become
 * the county's organiser, who is a member there.
 * @param orgPaths of the person's organisation and of those of their roles
 */
export const canInvite = (caller: Caller, orgPaths: readonly (readonly string[])[]): boolean =>
  orgPaths.length > 0 && orgPaths.every((orgPath) => holds(caller, 'invite', orgPath))

/** May enter since when its members are mobile members (流动党员). */
export const canKeepMobile = (caller: Caller, orgPath: readonly string[]): boolean =>
  holds(caller, 'keepMobile', orgPath)

/**
 * May change who belongs where: admissions, transfers, leavers, full membership, merging and splitting. All organisations that
 * the change touches must be in the caller's subtree: the branches, and for a leaver those in which they hold an office, which ends.
 */
export const canKeepRoster = (caller: Caller, orgPaths: readonly (readonly string[])[]): boolean =>
  orgPaths.length > 0 && orgPaths.every((orgPath) => holds(caller, 'keepRoster', orgPath))

/** May correct what its members took part in. */
export const canCorrect = (caller: Caller, orgPath: readonly string[]): boolean => holds(caller, 'correct', orgPath)

/** May read and answer the letters that members wrote to it; a complaint about a branch is for nobody who holds an office in it (`isAbout`). */
export const canAnswerLetters = (caller: Caller, orgPath: readonly string[]): boolean =>
  holds(caller, 'letters', orgPath)

/** May read its members' reflections (心得体会), with names, and show or return them: those responsible for what its members do. */
export const canReadReflections = (caller: Caller, orgPath: readonly string[]): boolean =>
  holds(caller, 'reflections', orgPath)

/** May have its figures written into a file; names go into it only for who may see them. */
export const canExport = (caller: Caller, orgPath: readonly string[]): boolean => holds(caller, 'export', orgPath)

/** May remind those of its members who have not taken part. */
export const canRemind = (caller: Caller, orgPath: readonly string[]): boolean => holds(caller, 'remind', orgPath)

/** May make a quiz for it, publish, extend and close it, correct its keys, and see its keys before its members do. */
export const canMakeQuiz = (caller: Caller, orgPath: readonly string[]): boolean => holds(caller, 'makeQuiz', orgPath)

/** May publish a micro-lesson for it. */
export const canPublishLesson = (caller: Caller, orgPath: readonly string[]): boolean =>
  holds(caller, 'publishLesson', orgPath)

/** May review and issue its report, which somebody else wrote: an organiser for it or above it. */
export const canReviewReport = (caller: Caller, orgPath: readonly string[]): boolean =>
  holds(caller, 'reviewReport', orgPath)

/** May report a manual figure (台账) for it. */
export const canSubmitFigure = (caller: Caller, orgPath: readonly string[]): boolean =>
  holds(caller, 'submitFigure', orgPath)

/** May accept or return what it reported: an organiser of an organisation above it; for the top one, where nobody is above, of itself. */
export const canJudgeFigure = (caller: Caller, orgPath: readonly string[]): boolean =>
  holds(caller, 'judgeFigure', orgPath.length > 1 ? orgPath.slice(0, -1) : orgPath)

/** In which organisations the caller judges what those below them reported (`canJudgeFigure`). */
export const judgesIn = (caller: Caller): string[] =>
  caller.roles.flatMap(({ role, orgId }) => (rights[role].includes('judgeFigure') ? [orgId] : []))

/** May define which figures are reported by hand in its subtree. */
export const canDefineIndicator = (caller: Caller, orgPath: readonly string[]): boolean =>
  holds(caller, 'defineIndicator', orgPath)

/** May check, and make anew, what is derived from the records: only at the top of the tree, of which `orgPath` is then one id. */
export const canOperate = (caller: Caller, orgPath: readonly string[]): boolean =>
  orgPath.length === 1 && holds(caller, 'operate', orgPath)

/** Belongs to this very organisation, not only to one below it. */
export const isMember = (caller: Caller, orgId: string): boolean => caller.orgPath[caller.orgPath.length - 1] === orgId

/** Belongs to the subtree of the organisation for which something is meant. */
export const isAddressee = (caller: Caller, audienceOrgId: string): boolean => caller.orgPath.includes(audienceOrgId)

/**
 * Whether what an organisation holds on a day is for the person: of the branches in which they sat, the one of that day; of the
 * organisations above, those of today.
 */
export function isInvited(
  { orgPath, person }: { readonly orgPath: readonly string[]; readonly person: Pick<Membership, 'seatings'> },
  orgId: string,
  day: string,
): boolean {
  const there = person.seatings.filter((one) => one.orgId === orgId)
  return there.length > 0 ? there.some((one) => covers(one, day)) : orgPath.includes(orgId)
}

export type DeskRole = Exclude<RoleName, 'member'>

/** Of several roles in one organisation, the one that says most about the person's work comes first. */
const deskOrder: readonly DeskRole[] = ['organiser', 'secretary', 'inspector', 'administrator']

/**
 * The highest organisation whose figures the caller may see, and the role that gives it; null for a plain member.
 * @param depthOf an organisation's depth in the tree. Without it only organisations above the caller's own branch can be
 *   placed, and any other counts as lower than those.
 */
export function deskOf(
  caller: Caller,
  depthOf: (orgId: string) => number = (orgId) => {
    const depth = caller.orgPath.indexOf(orgId)
    return depth < 0 ? caller.orgPath.length : depth
  },
): { orgId: string; role: DeskRole } | null {
  const desks = caller.roles.flatMap(({ role, orgId }) =>
    role !== 'member' && rights[role].includes('figures') ? [{ orgId, role }] : [],
  )
  desks.sort((a, b) => depthOf(a.orgId) - depthOf(b.orgId) || deskOrder.indexOf(a.role) - deskOrder.indexOf(b.role))
  return desks[0] ?? null
}
