import type { Block, RosterChoice } from './block'
import { listAt } from './packed/low-lists'
import type { Chosen } from './sessions'
import type { Spans } from './spans'
import { hasSeat, type Words } from './words'

/**
 * Who came of those expected, and who was expected, of every owner of the spans, added up over activities. A block alone knows who
 * came within its month; whoever came to an activity of one month in another one (a theme day on the last evening) is added here.
 */
export function countAttendance(
  chosen: readonly Chosen[],
  spans: Spans,
  mobileOnly: boolean,
  among: Words | null,
): { readonly actual: number; readonly expected: number }[] {
  const count = (choice: RosterChoice): Uint32Array => {
    const totals = new Uint32Array(spans.owners)
    for (const { block, selection } of chosen) {
      const counters = block.rosterCounters(choice, selection)
      if (among) counters.addMaskedTo(totals, spans, among)
      else counters.addTo(totals, spans)
    }
    return totals
  }
  const due = count(mobileOnly ? 'dueMobile' : 'due')
  const came = count(mobileOnly ? 'cameMobile' : 'came')
  eachCameElsewhere(chosen, mobileOnly, (seat) => {
    const owner = among && !hasSeat(among, seat) ? -1 : spans.ownerOf(seat)
    if (owner >= 0) came[owner] = (came[owner] as number) + 1
  })
  return Array.from(due, (expected, i) => ({ actual: came[i] as number, expected }))
}

interface Place {
  readonly chosen: Chosen
  readonly activity: number
}

/** Activities that lie in several months of the same seats. */
function spreadOverMonths(chosen: readonly Chosen[]): Place[][] {
  const seen = new Map<number, Place[]>()
  const partOfSeats = (block: Block) => block.segment.part
  const places = new Uint8Array(chosen[0]?.block.numbers.size ?? 0)
  for (const { block } of chosen) {
    for (const number of block.numberOf) places[number] = Math.min((places[number] as number) + 1, 2)
  }
  for (const one of chosen) {
    one.block.numberOf.forEach((number, activity) => {
      if (places[number] === 1) return
      const list = seen.get(number)
      if (list) list.push({ chosen: one, activity })
      else seen.set(number, [{ chosen: one, activity }])
    })
  }
  return [...seen.values()].flatMap((list) => {
    const parts = new Set(list.map(({ chosen: { block } }) => partOfSeats(block)))
    return [...parts]
      .map((part) => list.filter(({ chosen: { block } }) => partOfSeats(block) === part))
      .filter((same) => same.length > 1)
  })
}

/** Calls `visit` with everyone who was expected in one month's block and came, in the period, only in another one's. */
function eachCameElsewhere(chosen: readonly Chosen[], mobileOnly: boolean, visit: (seat: number) => void): void {
  for (const list of spreadOverMonths(chosen)) {
    const cameIn = list.map(({ chosen: { block, selection }, activity }) => block.cameTo(activity, selection))
    list.forEach(({ chosen: { block, selection }, activity }, i) => {
      const due = mobileOnly ? block.segment.away : block.segment.expected
      for (let entry = block.firstOf[activity] as number; entry < (block.firstOf[activity + 1] as number); entry++) {
        if (!block.isSelected(entry, selection)) continue
        for (const low of listAt(due, entry)) {
          if (!cameIn[i]?.has(low) && cameIn.some((came) => came.has(low))) visit(block.base + low)
        }
      }
    })
  }
}
