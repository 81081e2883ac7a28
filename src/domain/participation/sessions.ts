import type { Block, Choice, Selection } from './block'
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
  private hit = false

  constructor(
    private readonly spans: Spans,
    private readonly choice: Choice,
    private readonly among: Words | null,
  ) {
    this.each = new Uint32Array(spans.owners)
    this.last = new Int32Array(spans.owners)
  }

  count(chosen: readonly Chosen[]): this {
    const places = placesOf(chosen)
    const several = new Map<number, { chosen: Chosen; activity: number }[]>()
    for (const one of chosen) {
      const { numberOf } = one.block
      for (let activity = 0; activity < numberOf.length; activity++) {
        const number = numberOf[activity] as number
        if (places[number] === 1) {
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

  private begin(): void {
    this.stamp++
    this.hit = false
  }

  private visit({ block, selection }: Chosen, activity: number): void {
    const { at, lows } = block.segment[this.choice]
    const end = block.firstOf[activity + 1] as number
    for (let entry = block.firstOf[activity] as number; entry < end; entry++) {
      const from = at[entry] as number
      const to = at[entry + 1] as number
      if (from === to || !block.isSelected(entry, selection)) continue
      if (this.among) this.markSome(block.base, lows, from, to, this.among)
      else this.markAll(block.base, lows, from, to)
    }
  }

  private mark(owner: number): void {
    if (this.last[owner] === this.stamp) return
    this.last[owner] = this.stamp
    this.each[owner] = (this.each[owner] as number) + 1
    if (this.hit) return
    this.hit = true
    this.all++
  }

  /** Marks the owners of seats that ascend: from span to span, not from seat to seat. */
  private markAll(base: number, lows: Uint16Array, first: number, end: number): void {
    const { spans } = this
    const { from, to, owner } = spans
    const last = base + (lows[end - 1] as number)
    let k = first
    let s = spans.firstAt((base + (lows[k] as number)) >>> 5)
    for (; s < from.length && (from[s] as number) <= last; s++) {
      // an owner that has the activity already needs no look at the seats
      if (this.last[owner[s] as number] === this.stamp) continue
      const low = (from[s] as number) - base
      if ((lows[k] as number) < low) k = seek(lows, k, end, low)
      if (k === end) return
      const seat = base + (lows[k] as number)
      if (seat < (to[s] as number)) this.mark(owner[s] as number)
      // the next seat may be many spans away
      else s = Math.max(s, spans.firstAt(seat >>> 5) - 1)
    }
  }

  private markSome(base: number, lows: Uint16Array, first: number, end: number, among: Words): void {
    for (let k = first; k < end; k++) {
      const seat = base + (lows[k] as number)
      if (!hasSeat(among, seat)) continue
      const owner = this.spans.ownerOf(seat)
      if (owner >= 0) this.mark(owner)
    }
  }
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
