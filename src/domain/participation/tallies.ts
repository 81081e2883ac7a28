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

/** Calls `visit` with each span's organisation and how many bits it has. */
export function countBySpan({ firstWord, words }: Words, spans: Spans, visit: (owner: number, count: number) => void) {
  const base = firstWord * 32
  const end = base + words.length * 32
  for (let s = spans.firstAt(firstWord); s < spans.length && (spans.from[s] as number) < end; s++) {
    const from = Math.max((spans.from[s] as number) - base, 0)
    visit(spans.owner[s] as number, countBits(words, from, (spans.to[s] as number) - base))
  }
}
