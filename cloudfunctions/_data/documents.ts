import type { SourceRef } from '@/contracts/common'
import type { Review } from '@/contracts/handbook'
import type { Category, OrganisationKind, RoleName } from '@/contracts/identity'
import type { LessonBlock, Track } from '@/contracts/lesson'
import type { LetterKind, MessageTemplate } from '@/contracts/me'
import type { LeaveReason, MoveKind } from '@/contracts/organise'
import type { Answer, Draft, KeyRelease, PartialRule, QuestionKind, QuizMode } from '@/contracts/quiz'
import type { ThemeDayForm, ThemeDayStatus } from '@/contracts/themeday'
import type { Pen, ReflectionAbout, WritingState } from '@/contracts/writing'
import type { LessonMedia, NoteSide } from '@/domain/lesson'
import type { Fact } from '@/domain/participation/fact'
import type { RosterBlock } from '@/domain/participation/roster'
import type { SegmentKey } from '@/domain/participation/segment'
import type { Membership, Seating, Spell } from '@/domain/people/membership'
import type { LateScan } from '@/domain/themeday/late-scan'
import type { TakenBack } from '@/domain/themeday/leave'
import type { Leave } from '@/domain/themeday/part'
import type { ThemeDayRoster } from '@/domain/themeday/roster'
import type { QuizKeys } from './key-doc'
import type { LessonPublication, QuizPublication, ThemeDayPlan } from './plan-doc'

/**
 * The shapes of the stored documents, one per collection of collections.ts. Instants are epoch ms, days Asia/Shanghai days. This file is full: the shapes of a
 * new area stand in a file of their own beside it and are passed on here.
 */
export type { JobDoc, JobPartDoc } from './job-doc'
export type { AnalysisDoc, KeyCorrectionDoc } from './key-doc'
export type { QuizDraftDoc } from './plan-doc'
export type { IndicatorDoc, RegisterEntryDoc } from './register-doc'
export type { ReminderDoc, SendingDoc } from './reminder-doc'
export type { ReportDoc, ReportFileDoc, ReportInputsDoc } from './report-doc'

export interface OrganisationDoc {
  _id: string
  name: string
  kind: OrganisationKind
  category: Category | null
  parentId: string | null
  /** Ids from the top of the tree down to this organisation itself. */
  path: string[]
  /** Position in a depth-first walk of the tree. */
  order: number
  /** The seats of the members who belong to this organisation itself (not its children): [first, after the last]. */
  seats: [number, number][]
  /** How many of these seats have been dealt, in order; a seat is never dealt twice. */
  dealt: number
  /** The first day on which it stood; null or absent: since before the records began. */
  foundedOn?: string | null
  /** The first day on which it is no more (merged, split, dissolved): it keeps its past. null: it stands. */
  endedOn: string | null
  /** The organisations that went on in its place. */
  successors: string[]
}

export interface PersonDoc extends Membership {
  _id: string
  name: string
  /** The branch to which the person belongs, or last belonged, and their seat in it: the last of `seatings`. */
  orgId: string
  seat: number
  /** 流动党员: away for six months or more. Now; `mobileSpells` has the past. */
  mobile: boolean
  bornYear: number
  seatings: Seating[]
  mobileSpells: Spell[]
  fullFrom: string | null
  /** Rises with every change of the membership. */
  revision: number
  /** Roles beyond that of a member, each within the subtree of an organisation. */
  roles: { role: RoleName; orgId: string }[]
}

export interface BindingDoc {
  /** The openid. */
  _id: string
  personId: string
  boundAt: number
  /** What the person agreed to, and when; absent only in invented data. */
  consent?: { version: string; at: number }
  /** It was put in the place of another WeChat identity's by an invitation. */
  replaced?: true
}

/** A consent given or withdrawn, for the record: without the WeChat identity. */
export interface ConsentDoc {
  /** `<person>.<instant>.<event>`: of a withdrawal the instant of the binding that it ended, so that a repeat is the same. */
  _id: string
  personId: string
  event: 'given' | 'withdrawn'
  version: string
  at: number
  /** Of a withdrawal: whether one's own writings were to go with it. */
  deleted?: boolean
}

export interface InvitationDoc {
  /** The hash of the code; the code itself is kept nowhere. */
  _id: string
  personId: string
  issuedBy: string
  issuedAt: number
  expiresAt: number
  /** Ended before its time: another one was issued, or the person withdrew. */
  revokedAt: number | null
  /** The one openid that used it; null once it has ended: nothing then keeps who it was. */
  usedBy: string | null
  usedAt: number | null
}

/** A person's phone number, so that it can be matched but not read out. */
export interface PhoneDoc {
  /** The person. */
  _id: string
  /** Keyed hash of the number (decision 6). */
  mac: string
}

/** How often someone tried, in the slot of time of the last try (domain/people/tries). */
export interface TriesDoc {
  /** `<kind>.<openid or activity>` */
  _id: string
  slot: number
  count: number
}

/** A key that the functions made for themselves. */
export interface SecretDoc {
  _id: string
  /** 32 random bytes, base64url. */
  key: string
  /** Fingerprint of the part of the key that the environment supplies; null: it supplies none. */
  pepper: string | null
}

export interface QuizQuestion {
  id: string
  kind: QuestionKind
  stem: string
  options: string[]
  /** Indices into `options`, ascending; none for fill. */
  key: number[]
  /** Of a fill-in question: what fills the gap, the usual form first; none for the others. */
  accepted: string[]
  explanation: string
  source: SourceRef
  tags: string[]
  /** 1 easy … 3 hard. */
  difficulty: 1 | 2 | 3
  /** Everybody who was dealt it is given its points: it was at fault. Absent: no. */
  full?: true
}

export interface QuizDoc extends QuizPublication, QuizKeys {
  _id: string
  title: string
  mode: QuizMode
  /** Members of this organisation's subtree take it. */
  orgId: string
  opensAt: number
  closesAt: number
  /** Time for one paper; 0: until the quiz closes. */
  minutes: number
  /** Of a daily series: how many days it has, since each has one paper. */
  attemptsAllowed: number
  partial: PartialRule
  release: KeyRelease
  /** How many hours after its deadline a paper that was answered in time without a network may still arrive; 0: not at all. */
  graceHours: number
  /** How many questions a paper has; dealt from `questions`. */
  deal: number
  pointsEach: number
  passMark: number
  questions: QuizQuestion[]
}

export interface AttemptDoc {
  _id: string
  quizId: string
  personId: string
  /** `<quiz>.<person>`: whose attempt at what. The WeChat identity is not kept: a person may change it. */
  owner: string
  number: number
  /** From which the paper was shuffled; with the quiz's questions it gives the same paper again. */
  seed: number
  dealtAt: number
  deadlineAt: number
  /** The paper as dealt: question ids and, for each, the original option indices in the order shown. */
  dealt: { questionId: string; order: number[] }[]
  /** Taken along sealed, to be answered without a network. */
  along: boolean
  /** For one paper, when it was dealt; 0: until its deadline. */
  minutes: number
  /** Of one taken along: when it was opened first, as far as phones with a network have told; null: none has. */
  openedAt: number | null
  /** What was answered so far, for another phone to go on with; null: nothing was kept, or the paper was handed in by a person. */
  draft: StoredDraft | null
  /** null until handed in: the paper that counts, the first that came. */
  submission: Submission | null
  /** Different papers of this attempt that came later from another phone: kept, not counted; at most 5. */
  others: Submission[]
}

/** A draft as it is stored: every save raises its revision, so that of two phones at once neither undoes the other's. */
export interface StoredDraft extends Draft {
  revision: number
}

/** A paper as it came, in shown indices. */
export interface Submission {
  /** When it counts as handed in. */
  at: number
  /** When the server got it. */
  receivedAt: number
  /** The phone's claims, cut to what can be: not before the paper was dealt, not in the future; null: it made none. */
  openedAt: number | null
  answeredAt: number | null
  answers: Answer[]
  /** The quiz's `keyVersion` by which its bearer was told the marks; absent: no key had been corrected. */
  keyVersion?: number
}

/** A block of a lesson as it is stored: with the file of its sound or film. */
export type StoredBlock =
  | Exclude<LessonBlock, { type: 'audio' | 'video' }>
  | (Extract<LessonBlock, { type: 'audio' | 'video' }> & { fileId: string })

/** A lesson as every list and hot action reads it, a kilobyte or two; what is read in it is a document of its own. */
export interface LessonDoc extends LessonPublication {
  _id: string
  title: string
  orgId: string
  track: Track
  minutes: number
  publishedAt: number
  /** What it has besides text. */
  media: LessonMedia[]
  /** Ids of the handbook's questions that it helps with, and the chapter in which most of them stand; null: it has none. */
  questions: string[]
  chapter: string | null
  check: {
    kind: QuestionKind
    stem: string
    options: string[]
    key: number[]
    explanation: string
    source: SourceRef
    /** Place of the block that helps whoever answers wrong; null: none. */
    helps: number | null
  }
}

/** What is read in a lesson: with its drawings up to 200 KB. */
export interface LessonBodyDoc {
  /** The lesson. */
  _id: string
  blocks: StoredBlock[]
}

export interface ThemeDayDoc extends ThemeDayPlan {
  _id: string
  orgId: string
  title: string
  place: string
  forms: ThemeDayForm[]
  agenda: string[]
  startsAt: number
  endsAt: number
  /** Whether mobile members may take part from afar. */
  remote: boolean
  status: ThemeDayStatus
  /** When the check-in was ended by hand: what was scanned before it still counts when it arrives later. */
  closedAt: number | null
  /** Of the check-in codes; never leaves the server. */
  secret: string
  /** Frozen when the check-in is opened; null before. */
  roster: ThemeDayRoster | null
  /** Whether the index still lacks the roster; false until it is frozen. */
  rosterUnfolded: boolean
}

/** What is known of a person and a theme day besides the fact that they took part. `_id` is `<theme day>.<person>`. */
export interface AttendanceDoc {
  _id: string
  themeDayId: string
  personId: string
  leave: Leave | null
  /** The leave that its member took back last; left out: none. */
  takenBack?: TakenBack
  /** A scan that came too late to count by itself. */
  lateScan: LateScan | null
}

/** A chapter of the handbook: the questions of one document. */
export interface HandbookDoc {
  _id: string
  title: string
  order: number
  /** Rises when an item changes. */
  version: number
  items: QuizQuestion[]
}

/** What was practised, as one phone sent it. Appended to, never changed. `_id` is `<person>.<key of the batch>`. */
export interface ReviewBatchDoc {
  _id: string
  personId: string
  keptAt: number
  reviews: Review[]
}

/** A member's own note on a lesson. `_id` is `<lesson>.<person>`. */
export interface NoteDoc {
  _id: string
  personId: string
  lessonId: string
  /** Empty: it was removed. */
  text: string
  /** Rises with every change. */
  updatedAt: number
  /** Which phone wrote it, and when by its clock; null: it was put together from two. */
  pen: Pen | null
  /** What it was put together from, in order; left out: one phone wrote it. */
  sides?: NoteSide[]
}

/** A member's reflection on a lesson or theme day. `_id` is `<kind>.<id>.<person>`. */
export interface ReflectionDoc {
  _id: string
  personId: string
  /** The branch to which the writer belonged then, and which reads it. */
  orgId: string
  about: ReflectionAbout
  title: string
  text: string
  /** Rises with every change of the text. */
  writtenAt: number
  /** Which phone wrote it, and when by its clock; null: it came with something else, such as a check-in. */
  pen: Pen | null
  state: WritingState
  returned: string | null
  judgedBy: string | null
  /** It came with taking part from afar, which counts then; kept until the end, so that a participation whose entry was not written is found. */
  takesPart?: { occurredAt: number; receivedAt: number }
}

/** A suggestion, complaint or request for correction. `_id` is a hash of the writer and the key (`letterId`). */
export interface LetterDoc {
  _id: string
  personId: string
  kind: LetterKind
  text: string
  sentAt: number
  /** The organisation to which the writer belonged. */
  fromOrgId: string
  /** Those that answer for it, the nearest first (`letterWay`). */
  toOrgIds: string[]
  /** The first of them. */
  toOrgId: string
  /** Those that a complaint may be about; none of other letters. */
  aboutOrgIds: string[]
  /** WeChat's check was not sure, or could not be asked. */
  unchecked: boolean
  answered: boolean
  /** `orgId`: for which of them it was given. */
  answer: { text: string; at: number; by: string; orgId: string } | null
}

/** How many messages of a kind a person has allowed. `_id` is `<person>.<template>`. */
export interface SubscriptionDoc {
  _id: string
  personId: string
  template: MessageTemplate
  count: number
  /** Of the last consents, so that one sent again counts once; at most 20. */
  keys: string[]
}

/** The ledger's entry: the domain's own shape. */
export type FactDoc = Fact

/** A piece of the participation index. */
export interface SegmentDoc extends SegmentKey {
  /** Rises with every write. */
  version: number
  /** How many participations it has, and how long `data` is: what a reader wants to know before reading it. */
  facts: number
  size: number
  /** The domain's packed segment, deflated (zlib, which carries a checksum), base64. */
  data: string
}

/** The roster of a block of seats over time: the domain's own shape. */
export type RosterDoc = RosterBlock

/** A change of the roster, as it was entered. Only `settled` ever changes. */
export interface MoveDoc {
  _id: string
  kind: MoveKind
  personId: string
  /** Where the person belonged before; null: nowhere. */
  from: string | null
  /** Where they belong after it; null: nowhere. */
  to: string | null
  /** From which day on it is so. */
  day: string
  reason: LeaveReason | null
  /** Offices that ended with it. */
  rolesEnded: PersonDoc['roles']
  recorder: string
  recordedAt: number
  /** Whether everything that the person took part in since that day stands where it belongs. */
  settled: boolean
}

/** An order to merge or split branches: written first, so that it is carried out to the end whatever dies in between. */
export interface ReorganisationDoc {
  _id: string
  kind: 'merge' | 'split'
  from: string[]
  /** The branches that go on, with their members where those were chosen (split). */
  into: { orgId: string; members: string[] | null }[]
  day: string
  recorder: string
  recordedAt: number
  done: boolean
}

export interface AuditDoc {
  _id: string
  actor: string
  action: string
  /** The id of what was changed. */
  object: string
  at: number
  requestId: string
}

export interface CounterDoc {
  _id: string
  next: number
}
