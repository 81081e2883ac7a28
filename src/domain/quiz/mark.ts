import type { PartialRule, Verdict } from '@/contracts/quiz'
import { normaliseFill, sameFill } from './fill'

export interface Mark {
  verdict: Verdict
  /** Points given, whole. */
  earned: number
}

/**
 * What a part of the right options earns; always below the full points, which only a complete answer earns.
 * none: nothing. half: half the points, rounded down (half of 5 is 2). proportional: points × right ÷ key size, halves up.
 */
function partOf(rule: PartialRule, points: number, right: number, keySize: number): number {
  if (rule === 'none') return 0
  if (rule === 'half') return Math.floor(points / 2)
  const rounded = Math.floor((2 * points * right + keySize) / (2 * keySize))
  return Math.max(0, Math.min(rounded, points - 1))
}

/** Marks a choice of one (single and judge): all or nothing. The key has one option, or after a correction several, each of which is right by itself. */
export function markOne(chosen: readonly number[], key: readonly number[], points: number): Mark {
  if (chosen.length === 0) return { verdict: 'blank', earned: 0 }
  const right = chosen.every((index) => key.includes(index))
  return right ? { verdict: 'right', earned: points } : { verdict: 'wrong', earned: 0 }
}

/**
 * Marks a choice of several, as usual in 多选题: any wrong option gives 0, all right ones the full points, some of them (漏选) what the rule says. Nothing
 * chosen is `blank`, 0. Some of the right options are `partial` under every rule: what they earn is another matter.
 */
export function markChoice(chosen: readonly number[], key: readonly number[], points: number, rule: PartialRule): Mark {
  if (chosen.length === 0) return { verdict: 'blank', earned: 0 }
  if (!chosen.every((index) => key.includes(index))) return { verdict: 'wrong', earned: 0 }
  if (chosen.length === key.length) return { verdict: 'right', earned: points }
  return { verdict: 'partial', earned: partOf(rule, points, chosen.length, key.length) }
}

/** Marks what was written into a gap: all or nothing. Nothing but blanks and signs is `blank`. */
export function markFill(text: string, accepted: readonly string[], points: number): Mark {
  if (normaliseFill(text) === '') return { verdict: 'blank', earned: 0 }
  return sameFill(text, accepted) ? { verdict: 'right', earned: points } : { verdict: 'wrong', earned: 0 }
}
