import type { Slice } from '@/contracts/stats'
import { rangesOf } from '@/domain/metrics'
import { normaliseRanges, type OrgNode, type Range, type Ranges } from '@/domain/participation'

/** What of ascending, separate ranges lies outside others of the same kind. */
function without(ranges: Ranges, others: Ranges): Range[] {
  const left: Range[] = []
  for (const [from, to] of ranges) {
    let at = from
    for (const [a, b] of others) {
      if (b <= at || a >= to) continue
      if (a > at) left.push([at, a])
      at = Math.max(at, b)
    }
    if (at < to) left.push([at, to])
  }
  return left
}

/** The seats of a slice that belong to none of the organisations below. */
export const ownSeats = (node: OrgNode, slice: Slice): Ranges =>
  without(rangesOf(node, slice), normaliseRanges(node.children.flatMap((child) => rangesOf(child, slice))))
