import type { RosterChoice } from './block'
import type { Links } from './links'
import type { Chosen } from './sessions'
import type { Spans } from './spans'
import { hasSeat, type Words } from './words'

/** Which theme days, and whom of their rosters, is asked about. */
interface Asked {
  readonly chosen: readonly Chosen[]
  /** Seats of people who have had several. */
  readonly links: Links
  readonly mobileOnly: boolean
  /** Only these seats. */
  readonly among: Words | null
}

/**
 * Who came of those expected, and who was expected, of every owner of the spans, added up over activities. A block alone knows who
 * came within its month on the seat on which they were expected; whoever came in another month (a theme day on the last evening) or
 * counts on another seat (someone transferred since the roster was frozen) is added here.
 * @param elsewhere `cameElsewhere` of what is asked, when it is known: it is the same whatever the organisations
 */
export function countAttendance(
  asked: Asked,
  spans: Spans,
  elsewhere: readonly number[] = cameElsewhere(asked),
): { readonly actual: number; readonly expected: number }[] {
  const { chosen, mobileOnly, among } = asked
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
  for (const seat of elsewhere) {
    const owner = among && !hasSeat(among, seat) ? -1 : spans.ownerOf(seat)
    if (owner >= 0) came[owner] = (came[owner] as number) + 1
  }
  return Array.from(due, (expected, i) => ({ actual: came[i] as number, expected }))
}

/** An activity in one of the blocks. */
class Place {
  private lows: ReadonlySet<number> | null = null

  constructor(
    readonly chosen: Chosen,
    readonly activity: number,
  ) {}

  /** Whether someone came, on the selected days, on this seat. */
  came(seat: number): boolean {
    const { block, selection } = this.chosen
    if (seat >>> 16 !== block.segment.part) return false
    this.lows ??= block.peopleOf(this.activity, selection)
    return this.lows.has(seat & 0xffff)
  }
}

/** The places of activities that lie in several blocks, by number. */
function severalPlaces(chosen: readonly Chosen[]): ReadonlyMap<number, readonly Place[]> {
  const places = new Uint8Array(chosen[0]?.block.numbers.size ?? 0)
  for (const { block } of chosen) {
    for (const number of block.numberOf) places[number] = Math.min((places[number] as number) + 1, 2)
  }
  const several = new Map<number, Place[]>()
  for (const one of chosen) {
    one.block.numberOf.forEach((number, activity) => {
      if (places[number] === 1) return
      const list = several.get(number)
      if (list) list.push(new Place(one, activity))
      else several.set(number, [new Place(one, activity)])
    })
  }
  return several
}

/** Every seat, once for each activity, that was expected and did not come itself in its block, but whose person came, in the period. */
export function cameElsewhere({ chosen, links, mobileOnly }: Omit<Asked, 'among'>): number[] {
  const found: number[] = []
  const several = severalPlaces(chosen)
  if (several.size === 0 && links.end === 0) return found
  for (const here of chosen) {
    const { block, selection } = here
    const { at, lows } = mobileOnly ? block.segment.away : block.segment.expected
    for (let activity = 0; activity < block.numberOf.length; activity++) {
      const spread = several.get(block.numberOf[activity] as number)
      let own: Place | null = null
      for (let entry = block.firstOf[activity] as number; entry < (block.firstOf[activity + 1] as number); entry++) {
        if (at[entry] === at[entry + 1] || !block.isSelected(entry, selection)) continue
        for (let k = at[entry] as number; k < (at[entry + 1] as number); k++) {
          const seat = block.base + (lows[k] as number)
          const seats = links.seatsOf(seat)
          if (!spread && !seats) continue
          own ??= new Place(here, activity)
          if (own.came(seat)) continue
          const places = spread ?? [own]
          if ((seats ?? [seat]).some((one) => places.some((place) => place.came(one)))) found.push(seat)
        }
      }
    }
  }
  return found
}
