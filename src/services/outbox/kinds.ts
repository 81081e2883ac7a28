import type * as v from 'valibot'
import type { ActionContract, OutputOf } from '@/contracts/action'
import { syncReviews } from '@/contracts/handbook'
import { completeLesson } from '@/contracts/lesson'
import { sendLetter } from '@/contracts/me'
import { submitPaper } from '@/contracts/quiz'
import { askLeave, checkIn, checkInRemotely, recordAbsence, recordProxy, withdrawLeave } from '@/contracts/themeday'
import { keepNote, submitReflection } from '@/contracts/writing'

type InputOf<A extends ActionContract> = v.InferInput<A['input']>

/** A kind of thing that may wait in the outbox: one entry in the table below. */
export interface Kind<A extends ActionContract> {
  readonly contract: A
  /** What it is about, within its kind: a later parcel about the same thing takes the place of the one that waits. */
  readonly about: (input: InputOf<A>) => string
  /** Kinds with the same `family` take each other's place: asking for leave, and taking it back. */
  readonly family?: string
  /** As in '1 份答卷待上传'; null: not counted there, because nobody needs to know that it waits. */
  readonly unit: string | null
  /** Keys (`<kind or family>:<about>`) of what must arrive before it. */
  readonly after?: (input: InputOf<A>) => readonly string[]
  /** Whether it is good for minutes only: then it does not wait until there are tries again, and the person hears so at once. */
  readonly fleeting?: (input: InputOf<A>) => boolean
  /** Why an answer that came late, after the person had been told to wait, is bad news; null when it is none. */
  readonly badNews?: (data: OutputOf<A>) => { readonly code: string; readonly message: string } | null
}

const kind = <A extends ActionContract>(entry: Kind<A>): Kind<A> => entry

const WRONG_CHECK = '检查题没有答对，微党课还没有完成。请打开再看一遍，重新作答。'

/**
 * What may wait in the outbox. To let another action wait: one entry here; what its answer means for what the phone keeps goes into
 * settle.ts, if anything. The action must be safe to repeat.
 */
export const kinds = {
  submitPaper: kind({ contract: submitPaper, about: ({ attemptId }) => attemptId, unit: '份答卷' }),
  completeLesson: kind({
    contract: completeLesson,
    about: ({ lessonId }) => lessonId,
    unit: '道检查题',
    badNews: (answer) => (answer.correct ? null : { code: 'ANSWER_WRONG', message: WRONG_CHECK }),
  }),
  checkIn: kind({
    contract: checkIn,
    about: (input) => ('token' in input ? (input.token.split('.')[0] ?? '') : input.themeDayId),
    // a typed code is renewed long before one may type again; what was scanned counts as of the scan
    fleeting: (input) => 'code' in input,
    unit: '次签到',
  }),
  checkInRemotely: kind({ contract: checkInRemotely, about: ({ themeDayId }) => themeDayId, unit: '次线上参加' }),
  askLeave: kind({ contract: askLeave, about: ({ themeDayId }) => themeDayId, family: 'leave', unit: '次请假' }),
  withdrawLeave: kind({
    contract: withdrawLeave,
    about: ({ themeDayId }) => themeDayId,
    family: 'leave',
    unit: '次销假',
  }),
  recordProxy: kind({
    contract: recordProxy,
    about: ({ themeDayId, personId }) => `${themeDayId}.${personId}`,
    family: 'attendance',
    unit: '次代录',
  }),
  recordAbsence: kind({
    contract: recordAbsence,
    about: ({ themeDayId, personId }) => `${themeDayId}.${personId}`,
    family: 'attendance',
    unit: '次代请假',
  }),
  keepNote: kind({ contract: keepNote, about: ({ lessonId }) => lessonId, unit: '条笔记' }),
  submitReflection: kind({
    contract: submitReflection,
    about: ({ about }) => `${about.kind}.${about.id}`,
    unit: '篇心得',
    after: ({ about }) =>
      about.kind === 'lesson' ? [`completeLesson:${about.id}`] : [`checkIn:${about.id}`, `checkInRemotely:${about.id}`],
  }),
  sendLetter: kind({ contract: sendLetter, about: ({ key }) => key, unit: '封来信' }),
  syncReviews: kind({ contract: syncReviews, about: ({ batch }) => batch?.key ?? 'read', unit: null }),
} as const

export type Kinds = typeof kinds
export type ParcelKind = keyof Kinds
export type InputOfKind<K extends ParcelKind> = InputOf<Kinds[K]['contract']>
export type OutputOfKind<K extends ParcelKind> = OutputOf<Kinds[K]['contract']>

/** An entry with its types put aside, for code that handles any kind. Undefined: a kind of another version, which waits for that version. */
export const kindOf = (name: string): Kind<ActionContract> | undefined =>
  (kinds as unknown as Readonly<Record<string, Kind<ActionContract>>>)[name]

/** A parcel's key: `<kind or family>:<about>`. */
export const keyOf = <K extends ParcelKind>(name: K, input: InputOfKind<K>): string => {
  const entry = kindOf(name)
  return `${entry?.family ?? name}:${entry?.about(input) ?? ''}`
}
