import { countBits } from './bitmap/popcount'
import type { Spans } from './spans'
import type { Words } from './words'

/** 人数, 人次 and activities of one organisation. */
export interface Tally {
  /** 人数: distinct members. */
  readonly people: number
  /** 人次: member × activity. */
  readonly times: number
  /** Distinct activities with at least one of the members. */
  readonly sessions: number
}

/** Counters of many organisations, filled in one walk. */
export class Tallies {
  readonly people: Uint32Array
  readonly times: Uint32Array
  readonly sessions: Uint32Array
  /** The last activity that was counted for an organisation. */
  private readonly last: Int32Array
  private activity = -1
  private lastOfAll = -1
  private timesOfAll = 0
  private sessionsOfAll = 0

  constructor(owners: number) {
    this.people = new Uint32Array(owners)
    this.times = new Uint32Array(owners)
    this.sessions = new Uint32Array(owners)
    this.last = new Int32Array(owners).fill(-1)
  }

  /** What is added from here on belongs to this activity; all of an activity is added before the next begins. */
  begin(activity: number): void {
    this.activity = activity
  }

  /** Members of an organisation who took part in the activity; none of them twice. */
  add(owner: number, count: number): void {
    if (count === 0) return
    this.times[owner] = (this.times[owner] as number) + count
    this.timesOfAll += count
    if (this.lastOfAll !== this.activity) {
      this.lastOfAll = this.activity
      this.sessionsOfAll++
    }
    if (this.last[owner] === this.activity) return
    this.last[owner] = this.activity
    this.sessions[owner] = (this.sessions[owner] as number) + 1
  }

  /** Of all organisations together: nobody is in two of them, but an activity may be. */
  all(): Tally {
    const people = this.people.reduce((sum, count) => sum + count, 0)
    return { people, times: this.timesOfAll, sessions: this.sessionsOfAll }
  }

  /** Of each organisation. */
  each(): Tally[] {
    return Array.from(this.people, (people, i) => ({
      people,
      times: this.times[i] as number,
      sessions: this.sessions[i] as number,
    }))
  }
}

/** Calls `visit` with each span's organisation and how many bits it has. */
export function countBySpan({ firstWord, words }: Words, spans: Spans, visit: (owner: number, count: number) => void) {
  const base = firstWord * 32
  const end = base + words.length * 32
  for (let s = spans.firstAt(firstWord); s < spans.length && (spans.from[s] as number) < end; s++) {
    const from = Math.max((spans.from[s] as number) - base, 0)
    visit(spans.owner[s] as number, countBits(words, from, (spans.to[s] as number) - base))
  }
}
