import type { ThemeDay } from '@/contracts/themeday'
import { formNames } from '@/domain/themeday/forms'
import { dayOf } from '@/domain/time'

/** Digits only, at most six: what the field of the short code holds. */
export const codeDigits = (typed: string): string => typed.replace(/\D/g, '').slice(0, 6)

export type Stage =
  /** In, in whichever way. */
  | 'done'
  /** A late scan, which the secretary settles. */
  | 'late'
  | 'leave'
  | 'before'
  | 'open'
  | 'over'

type Day = Pick<ThemeDay, 'status' | 'checkedInAt' | 'leave' | 'lateScan'>

/** Where a theme day stands for the one who looks at it: what they did comes before what time it is. */
export function stageOf({ status, checkedInAt, leave, lateScan }: Day): Stage {
  if (checkedInAt !== null) return 'done'
  if (lateScan && lateScan.state !== 'declined') return 'late'
  if (leave) return 'leave'
  if (status === 'open') return 'open'
  return status === 'closed' ? 'over' : 'before'
}

/**
 * Whether to offer checking in on the spot: also to who has leave and comes after all. On its day it is offered before this phone knows of the opening,
 * which in a hall without a network it may never hear of: what is scanned there is kept, and the server knows whether it was open.
 */
export function canCheckIn(day: Day & Pick<ThemeDay, 'expected' | 'startsAt' | 'endsAt'>, now: number): boolean {
  const mayBeOpen = day.status === 'planned' && (dayOf(now) === dayOf(day.startsAt) || isOn(day, now))
  return day.expected && day.checkedInAt === null && (day.status === 'open' || mayBeOpen)
}

const isOn = ({ startsAt, endsAt }: Pick<ThemeDay, 'startsAt' | 'endsAt'>, now: number): boolean =>
  startsAt <= now && now < endsAt

/** Whether the caller can take part from afar now; the phone's clock only decides what is shown, the server decides. */
export const canTakePart = (day: Day & Pick<ThemeDay, 'remote'>, now: number): boolean =>
  day.checkedInAt === null && day.remote !== null && day.status !== 'planned' && now < day.remote.until

/** Whether leave can still be asked for or changed by the caller. */
export const canAskLeave = (day: Day & Pick<ThemeDay, 'expected'>): boolean =>
  day.status !== 'closed' && day.expected && day.checkedInAt === null

export const formsWords = (forms: ThemeDay['forms']): string => forms.map((form) => formNames[form]).join('、')
