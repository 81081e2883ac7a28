import type { TimerSchedule } from './cron'

/** First and last slot (epoch ms) of a run of slots of which each was fired. */
export type SlotRange = [first: number, last: number]

/** Whether the slot is among those fired. */
export const wasFired = (ranges: readonly SlotRange[], slot: number): boolean =>
  ranges.some(([first, last]) => first <= slot && slot <= last)

/**
 * The ranges with one more slot. Slots that follow one another are one range, so that nothing is ever forgotten and little is
 * kept: a new range begins only where slots were missed or the clock was set.
 */
export const withFired = (ranges: readonly SlotRange[], slot: number, schedule: TimerSchedule): SlotRange[] => {
  if (wasFired(ranges, slot)) return [...ranges]
  const before = ranges.find(([, last]) => last < slot && schedule.next(last) === slot)
  const following = schedule.next(slot)
  const after = ranges.find(([first]) => first === following)
  const grown: SlotRange = [before?.[0] ?? slot, after?.[1] ?? slot]
  return [...ranges.filter((range) => range !== before && range !== after), grown]
}
