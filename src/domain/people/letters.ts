import type { Id } from '@/contracts/common'
import type { LetterKind } from '@/contracts/me'
import { type Caller, canAnswerLetters } from './scope'

/**
 * To which organisation a letter goes. A complaint must not be answered by those whom it may be about, so it goes past the writer's own branch to the
 * organisation above it; from the top of the tree there is nowhere further.
 * @param orgPath ids from the top of the tree down to the writer's own organisation
 */
export function letterGoesTo(kind: LetterKind, orgPath: readonly Id[]): Id {
  const own = orgPath[orgPath.length - 1]
  if (own === undefined) throw new RangeError('a letter needs a writer who belongs somewhere')
  return kind === 'complaint' ? (orgPath[orgPath.length - 2] ?? own) : own
}

/** What these rules need of a letter. */
export interface LetterState {
  readonly kind: LetterKind
  readonly fromOrgId: Id
}

/** Offices that a complaint about a branch may be about: those who lead it. */
const leading: readonly string[] = ['secretary', 'organiser', 'administrator']

/** Whether a letter may be about the caller: a complaint from an organisation in which they hold an office themselves. */
export const isAbout = ({ roles }: Caller, { kind, fromOrgId }: LetterState): boolean =>
  kind === 'complaint' && roles.some(({ role, orgId }) => orgId === fromOrgId && leading.includes(role))

/** May read and answer this letter to the organisation with this path. */
export const canAnswerLetter = (caller: Caller, letter: LetterState, toOrgPath: readonly Id[]): boolean =>
  canAnswerLetters(caller, toOrgPath) && !isAbout(caller, letter)

/** Who reads that a letter is theirs: a complaint comes without its writer's name. */
export const showsWriter = (kind: LetterKind): boolean => kind !== 'complaint'
