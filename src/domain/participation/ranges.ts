/** Sets of seats as ranges [from, toExclusive): sorted, disjoint, not touching, none empty. What `normaliseRanges` returns. */
export type Range = readonly [from: number, toExclusive: number]
export type Ranges = readonly Range[]

/** Ranges in any order, overlapping or empty, as the least list of sorted disjoint ones. */
export function normaliseRanges(ranges: Iterable<Range>): Ranges {
  const sorted = [...ranges].filter(([from, to]) => from < to).sort((a, b) => a[0] - b[0])
  const result: [number, number][] = []
  for (const [from, to] of sorted) {
    const last = result[result.length - 1]
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else result.push([from, to])
  }
  return result
}

/** How many seats there are in the ranges, taken or not. */
export const sizeOfRanges = (ranges: Ranges): number => ranges.reduce((sum, [from, to]) => sum + to - from, 0)

/** Whether a seat lies in the ranges. */
export function inRanges(ranges: Ranges, seat: number): boolean {
  let low = 0
  let high = ranges.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((ranges[middle] as Range)[1] <= seat) low = middle + 1
    else high = middle
  }
  return low < ranges.length && (ranges[low] as Range)[0] <= seat
}
