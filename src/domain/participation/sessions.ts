import { type Block, type Choice, SEVERAL, type Selection, WHOLE } from './block'
import { PART_SEATS } from './seating'
import type { Spans } from './spans'
import { hasSeat, type Words } from './words'

/** A block with the entries of it that are asked about. */
export interface Chosen {
  readonly block: Block
  readonly selection: Selection
}

/**
 * Distinct activities with at least one participant, of every owner of the spans, and of all of them together. An activity that
 * lies in several blocks (parts of the seats, months) counts once.
 */
export class Sessions {
  readonly each: Uint32Array
  all = 0
  /** The last activity that was counted for an owner. */
  private readonly last: Int32Array
  private stamp = 0
  private readonly spanOf: Int32Array
  /** Owners that have the activity. */
  private marked = 0
  /** Owners with seats in the block that do not have it yet. */
  private pending = 0
  private readonly ownersByBase = new Map<number, readonly number[]>()

  constructor(
    private readonly spans: Spans,
    private readonly choice: Choice,
    private readonly among: Words | null,
  ) {
    this.each = new Uint32Array(spans.owners)
    this.last = new Int32Array(spans.owners)
    this.spanOf = spans.spanOf
  }

  count(chosen: readonly Chosen[]): this {
    const places = placesOf(chosen)
    const several = new Map<number, { chosen: Chosen; activity: number }[]>()
    for (const one of chosen) {
      const { numberOf } = one.block
      const isSimple = one.selection === WHOLE && !this.among
      const { first, last } = one.block.edges(this.choice)
      for (let activity = 0; activity < numberOf.length; activity++) {
        const number = numberOf[activity] as number
        if (places[number] === 1) {
          if (isSimple && this.countOwn(first[activity] as number, last[activity] as number)) continue
          this.begin()
          this.visit(one, activity)
        } else {
          const list = several.get(number)
          if (list) list.push({ chosen: one, activity })
          else several.set(number, [{ chosen: one, activity }])
        }
      }
    }
    for (const list of several.values()) {
      this.begin()
      for (const { chosen: one, activity } of list) this.visit(one, activity)
    }
    return this
  }

  /** Nearly all activities are a branch's own: whose first and last seat are in one span needs no look at the others. */
  private countOwn(first: number, last: number): boolean {
    if (first === SEVERAL) return false
    const span = this.spanOf[first] ?? -1
    if (first >= 0 && (span < 0 || this.spanOf[last] !== span)) return false
    if (first < 0) return true
    const owner = this.spans.owner[span] as number
    this.each[owner] = (this.each[owner] as number) + 1
    this.all++
    return true
  }

  /** Owners with seats in the part that begins with a seat. */
  private ownersIn(base: number): readonly number[] {
    let owners = this.ownersByBase.get(base)
    if (!owners) {
      const { spans } = this
      const set = new Set<number>()
      for (let s = spans.firstAt(base >>> 5); s < spans.length && (spans.from[s] as number) < base + PART_SEATS; s++) {
        if ((spans.to[s] as number) > base) set.add(spans.owner[s] as number)
      }
      owners = [...set]
      this.ownersByBase.set(base, owners)
    }
    return owners
  }

  private begin(): void {
    this.stamp++
    this.marked = 0
  }

  private visit({ block, selection }: Chosen, activity: number): void {
    const { at, lows } = block.segment[this.choice]
    const isWhole = selection === WHOLE
    this.pending = 0
    for (const owner of this.ownersIn(block.base)) if (this.last[owner] !== this.stamp) this.pending++
    const end = block.firstOf[activity + 1] as number
    for (let entry = block.firstOf[activity] as number; entry < end; entry++) {
      const from = at[entry] as number
      const to = at[entry + 1] as number
      // further days of an activity that all who sit here have already tell nothing new
      if (this.pending === 0) return
      if (from === to || !(isWhole || block.isSelected(entry, selection))) continue
      this.markAll(block.base, lows, from, to)
    }
  }

  private mark(owner: number): void {
    if (this.last[owner] === this.stamp) return
    this.last[owner] = this.stamp
    this.each[owner] = (this.each[owner] as number) + 1
    this.pending--
    if (this.marked++ === 0) this.all++
  }

  /** Marks the owners of seats that ascend: from span to span, not from seat to seat. */
  private markAll(base: number, lows: Uint16Array, first: number, end: number): void {
    const { spans, among, spanOf } = this
    const { from, to, owner } = spans
    const last = base + (lows[end - 1] as number)
    const only = spanOf[base + (lows[first] as number)] ?? -1
    if (only >= 0 && spanOf[last] === only) {
      if (hasSome(base, lows, first, end, among)) this.mark(owner[only] as number)
      return
    }
    let k = first
    let s = spans.firstAt((base + (lows[k] as number)) >>> 5)
    for (; s < from.length && (from[s] as number) <= last; s++) {
      // an owner that has the activity already needs no look at the seats
      if (this.last[owner[s] as number] === this.stamp) continue
      const low = (from[s] as number) - base
      if ((lows[k] as number) < low) k = seek(lows, k, end, low)
      if (k === end) return
      let seat = base + (lows[k] as number)
      if (seat >= (to[s] as number)) {
        // the next seat may be many spans away
        s = Math.max(s, spans.firstAt(seat >>> 5) - 1)
        continue
      }
      if (among) {
        while (seat < (to[s] as number) && !hasSeat(among, seat)) {
          if (++k === end) return
          seat = base + (lows[k] as number)
        }
      }
      if (seat < (to[s] as number)) this.mark(owner[s] as number)
    }
  }
}

/** Whether one of the seats is among some; any is, when all are meant. */
function hasSome(base: number, lows: Uint16Array, from: number, end: number, among: Words | null): boolean {
  if (!among) return true
  for (let k = from; k < end; k++) if (hasSeat(among, base + (lows[k] as number))) return true
  return false
}

/** Per number of an activity: in how many of the blocks it occurs. */
function placesOf(chosen: readonly Chosen[]): Uint8Array {
  const places = new Uint8Array(chosen[0]?.block.numbers.size ?? 0)
  for (const { block } of chosen) {
    for (const number of block.numberOf) places[number] = Math.min((places[number] as number) + 1, 2)
  }
  return places
}

/** The first of the items [from, end) that is at least `low`; looks near `from` first, for the next span is near. */
function seek(lows: Uint16Array, from: number, end: number, low: number): number {
  let start = from
  let step = 1
  while (start + step <= end && (lows[start + step - 1] as number) < low) {
    start += step
    step *= 2
  }
  let high = Math.min(start + step - 1, end)
  while (start < high) {
    const middle = (start + high) >>> 1
    if ((lows[middle] as number) < low) start = middle + 1
    else high = middle
  }
  return start
}
