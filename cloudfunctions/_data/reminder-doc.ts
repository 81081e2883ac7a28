import type { ParticipationKind } from '@/contracts/common'
import type { MessageTemplate } from '@/contracts/me'
import type { ReminderCause } from '@/contracts/remind'
import type { Slice } from '@/contracts/stats'
import type { EntryPlace } from './register-entries'
import type { ReportPlace } from './report-doc'

/**
 * Something that a person was told. `_id` is `<person>.<day>` for what others remind of, so that nobody gets two on one day, and
 * `<person>.<cause>-<mark>.<activity>` for what one asked for oneself and for what one is told of something that happened; the mark says which time it is.
 */
export interface ReminderDoc {
  _id: string
  personId: string
  cause: ReminderCause
  kind: ParticipationKind | null
  /** Of WeChat's messages, if the person has allowed one; null: it lies in the inbox only. */
  template: MessageTemplate | null
  /** Which organisation reminds, as it was called then; null: one asked for it oneself. */
  fromOrgName: string | null
  /** Who ordered it; null: the person's own wish. */
  sentBy: string | null
  sendingId: string | null
  text: string
  /** What it opens, when it is about one activity; and until when that is, or when it begins. */
  activityId: string | null
  /** Of what is not reported (register), the entry. */
  entry?: EntryPlace
  /** The person's own paper (keyCorrected). */
  attemptId?: string
  /** The version of a report (reportStep). */
  report?: ReportPlace
  until: number | null
  /** Whoever has taken part in these days by the time when it goes out is not reminded. */
  from: string
  to: string
  dueAt: number
  /** sending: somebody is on it; whatever becomes of it, it does not go out a second time · dropped: no more needed. */
  state: 'waiting' | 'sending' | 'sent' | 'dropped'
  /** Whether there is something left to do; for the timer. */
  open: boolean
  /** When it reached the inbox; null: not yet. */
  sentAt: number | null
  via: 'message' | 'inbox' | null
  readAt: number | null
}

/** An order to remind people, carried out in steps. `_id` is a hash of who ordered it with which key; of a daily sweep its name. */
export interface SendingDoc {
  _id: string
  cause: ReminderCause
  /** Who ordered it; null: the timer. */
  personId: string | null
  /** The organisation whose people are meant; of a sweep ''. */
  orgId: string
  fromOrgName: string | null
  kind: ParticipationKind | null
  from: string
  to: string
  slice: Slice
  /** Which figure is not reported (register). */
  figure?: { code: string; period: string }
  /** Which version of a report went on by which revision (reportStep). */
  report?: ReportPlace & { revision: number }
  /** Only these people, or (holding, register) these organisations; null: all who are meant. */
  only: string[] | null
  createdAt: number
  /** Day on which the reminders go out, and when. */
  day: string
  dueAt: number
  /** Where the last step ended: a seat, or an id; null: not begun. */
  after: number | string | null
  /** Rises with every step: of two workers one writes it. */
  step: number
  open: boolean
  /** Who had one today already, so far. */
  already: number
  /** Branches without a secretary (holding), organisations with nobody who reports (register). */
  vacant: number
  /** What those concerned are told, when it is no reminder but something that happened (themeDayChanged, keyCorrected). */
  notice?: Notice
}

interface Notice {
  text: string
  /** A theme day, or a quiz. */
  activityId: string
  /** Which of several things that happened to it: when it was changed, or the corrected key. */
  mark: string
  /** Whoever did it need not be told. */
  by: string | null
  /** From when on it is of no use to anybody. */
  until: number | null
  /** Whether to say to those on leave that it stands. */
  keepsLeave: boolean
  template: MessageTemplate | null
}
