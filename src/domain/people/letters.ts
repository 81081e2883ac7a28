import type { Id, Instant } from '@/contracts/common'
import type { OrganisationKind } from '@/contracts/identity'
import type { LetterKind } from '@/contracts/me'
import { type Caller, canAnswerLetters } from './scope'

/** Where a letter lies. */
export interface LetterWay {
  /** The organisations that answer for it, the nearest first, up to the top of the tree. */
  readonly to: readonly Id[]
  /** Those that a complaint may be about: whoever leads one of them does not read it. None of other letters. */
  readonly about: readonly Id[]
}

interface Writer {
  /** Ids from the top of the tree down to the writer's own organisation. */
  readonly orgPath: readonly Id[]
  readonly orgKind: OrganisationKind
  readonly roles: Caller['roles']
}

/**
 * To whom a letter goes. A suggestion or a request for correction goes to the writer's branch. A complaint must not be answered by those whom it may be
 * about, so it goes past the branch, also from one of its groups, to every organisation above it at once: an office there may stand empty, or be held by who
 * leads the branch, and a complaint that nobody may read is worse than one that two could answer. So do all letters of whoever reads the
 * branch's themselves. From the top of the tree there is nowhere further.
 */
export function letterWay(kind: LetterKind, { orgPath, orgKind, roles }: Writer): LetterWay {
  if (orgPath.length === 0) throw new RangeError('a letter needs a writer who belongs somewhere')
  const branchAt = Math.max(0, orgPath.length - (orgKind === 'group' ? 2 : 1))
  const branch = orgPath.slice(branchAt, branchAt + 1)
  const above = orgPath.slice(0, branchAt).reverse()
  if (above.length === 0) return { to: branch, about: [] }
  if (kind === 'complaint') return { to: above, about: orgPath.slice(branchAt) }
  return { to: canAnswerLetters({ orgPath, roles }, branch) ? above : [...branch, ...above], about: [] }
}

/** What these rules need of a letter. */
export interface LetterState extends LetterWay {
  readonly kind: LetterKind
  readonly sentAt: Instant
  /** The organisation that answered it; null: none yet. */
  readonly answeredBy: Id | null
}

/** After seven days without an answer a letter is seen by those above the branch too: nobody's office may be a dead end. */
export const OVERDUE_MS = 7 * 86_400_000

/** The organisations in whose mailbox a letter lies now, the nearest first. */
export function mailboxesOf({ kind, to, sentAt, answeredBy }: LetterState, now: Instant): readonly Id[] {
  if (kind === 'complaint') return to
  const overdue = answeredBy === null && sentAt <= now - OVERDUE_MS
  return to.filter((orgId, place) => place === 0 || overdue || orgId === answeredBy)
}

/** Offices that a complaint about a branch may be about: those who lead it. */
const leading: readonly string[] = ['secretary', 'organiser', 'administrator']

/** The organisations that the caller leads: complaints about one of them are not for the caller, whatever other office they hold. */
export const ledBy = ({ roles }: Pick<Caller, 'roles'>): Id[] =>
  roles.filter(({ role }) => leading.includes(role)).map(({ orgId }) => orgId)

/** Whether a letter may be about the caller. */
export const isAbout = (caller: Caller, { about }: Pick<LetterWay, 'about'>): boolean =>
  ledBy(caller).some((orgId) => about.includes(orgId))

/** The organisation for which the caller may read and answer a letter, the nearest to its writer; null: the letter is not for them. */
export const answersFor = (caller: Caller, letter: LetterWay): Id | null =>
  isAbout(caller, letter) ? null : (letter.to.find((orgId) => canAnswerLetters(caller, [orgId])) ?? null)

/** Who reads that a letter is theirs: a complaint comes without its writer's name. */
export const showsWriter = (kind: LetterKind): boolean => kind !== 'complaint'
