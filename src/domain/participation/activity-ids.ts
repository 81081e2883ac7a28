import type { Id } from '@/contracts/common'
import type { Choice } from './block'
import type { Chosen } from './sessions'
import type { Spans } from './spans'
import { hasSeat, type Words } from './words'

/**
 * The ids of the activities in which at least one of the seats of the spans took part, each once however many blocks it lies in: those that
 * `Sessions` counts, by name.
 */
export function activityIds(chosen: readonly Chosen[], spans: Spans, choice: Choice, among: Words | null): Set<Id> {
  const ids = new Set<Id>()
  for (const { block, selection } of chosen) {
    const { activities, activityOf, dayOf } = block.segment
    const { at, lows } = block.segment[choice]
    const isOurs = (seat: number): boolean => spans.ownerOf(seat) >= 0 && (!among || hasSeat(among, seat))
    for (let entry = 0; entry < dayOf.length; entry++) {
      const id = activities[activityOf[entry] as number]
      if (id === undefined || ids.has(id) || !block.isSelected(entry, selection)) continue
      for (let i = at[entry] as number; i < (at[entry + 1] as number); i++) {
        if (!isOurs(block.base + (lows[i] as number))) continue
        ids.add(id)
        break
      }
    }
  }
  return ids
}
