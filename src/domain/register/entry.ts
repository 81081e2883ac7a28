import type { PeriodKey } from '@/contracts/register'
import type { Scaled } from './decimal'

/** The paper on which a figure stands. */
export interface SourceDocument {
  readonly name: string
  /** As 示组发〔2026〕3号; empty: it has none. */
  readonly number: string
  /** Of the paper. */
  readonly day: string
}

/** What is reported. */
export interface Reported {
  readonly value: Scaled
  readonly document: SourceDocument
  /** The day on which the value was so. */
  readonly asOfDay: string
  readonly note: string
}

export interface Verdict {
  readonly accepted: boolean
  /** Why it was returned; empty when accepted. */
  readonly words: string
  readonly by: string
  /** Epoch ms. */
  readonly at: number
}

export interface Submission extends Reported {
  /** Of the call with which it came: sent again it is the same submission. */
  readonly key: string
  /** The person. */
  readonly by: string
  /** Epoch ms. */
  readonly at: number
  /** The last accepted value, when this one is ten times as much or a tenth; the submitter was asked, the judge sees it. null: no such jump. */
  readonly jumpFrom: Scaled | null
  /** null: nobody has judged it. One that was replaced before is never judged. */
  readonly verdict: Verdict | null
}

/** An entry as far as the rules go. */
export interface Entry {
  readonly revision: number
  readonly state: 'submitted' | 'accepted' | 'returned'
  readonly accepted: { readonly value: Scaled; readonly n: number } | null
  readonly submissions: readonly Submission[]
}

/** So often may one value be submitted: more would be no register any more, but a notepad. */
export const MOST_SUBMISSIONS = 30

export type Submitted =
  | { readonly kind: 'new'; readonly entry: Entry }
  /** It is there already: the call was sent again. */
  | { readonly kind: 'again' }
  | { readonly kind: 'refused'; readonly why: 'KEY_USED' | 'CHANGED_MEANWHILE' | 'ENTRY_FULL' }

const says = (a: Reported, b: Reported): boolean =>
  a.value === b.value &&
  a.asOfDay === b.asOfDay &&
  a.note === b.note &&
  a.document.name === b.document.name &&
  a.document.number === b.document.number &&
  a.document.day === b.document.day

/**
 * Puts a submission on top of an entry (null: of none). What was accepted stands until this one is accepted in its place; one that nobody has judged yet is
 * replaced by it, and both stay visible.
 * @param was the revision that the submitter saw; 0: no entry
 */
export function submit(entry: Entry | null, submission: Submission, was: number): Submitted {
  const same = entry?.submissions.find(({ key, by }) => key === submission.key && by === submission.by)
  if (same) return says(same, submission) ? { kind: 'again' } : { kind: 'refused', why: 'KEY_USED' }
  if ((entry?.revision ?? 0) !== was) return { kind: 'refused', why: 'CHANGED_MEANWHILE' }
  const submissions = [...(entry?.submissions ?? []), { ...submission, verdict: null }]
  if (submissions.length > MOST_SUBMISSIONS) return { kind: 'refused', why: 'ENTRY_FULL' }
  return {
    kind: 'new',
    entry: { revision: was + 1, state: 'submitted', accepted: entry?.accepted ?? null, submissions },
  }
}

export type Judged =
  | { readonly kind: 'new'; readonly entry: Entry }
  | { readonly kind: 'again' }
  | { readonly kind: 'refused'; readonly why: 'OWN_FIGURE' | 'CHANGED_MEANWHILE' }

/**
 * Accepts or returns the last submission of an entry. Nobody judges what they submitted themselves, whatever offices they hold.
 * @param n which submission the judge saw, from 1
 */
export function judge(entry: Entry, n: number, verdict: Verdict): Judged {
  const judged = entry.submissions[n - 1]
  if (judged?.by === verdict.by) return { kind: 'refused', why: 'OWN_FIGURE' }
  const { verdict: before } = judged ?? { verdict: null }
  if (before)
    return before.by === verdict.by && before.accepted === verdict.accepted && before.words === verdict.words
      ? { kind: 'again' }
      : { kind: 'refused', why: 'CHANGED_MEANWHILE' }
  // somebody has submitted another one since, or there is no such submission
  if (!judged || n !== entry.submissions.length) return { kind: 'refused', why: 'CHANGED_MEANWHILE' }
  return {
    kind: 'new',
    entry: {
      revision: entry.revision + 1,
      state: verdict.accepted ? 'accepted' : 'returned',
      accepted: verdict.accepted ? { value: judged.value, n } : entry.accepted,
      submissions: [...entry.submissions.slice(0, -1), { ...judged, verdict }],
    },
  }
}

/** The last accepted value before a period, or of the period itself when there is none before; null: nothing was accepted. */
export function lastAccepted(
  earlier: readonly { readonly periodEnd: string; readonly value: Scaled }[],
  own: Pick<Entry, 'accepted'> | null,
): Scaled | null {
  let last: { periodEnd: string; value: Scaled } | null = null
  for (const one of earlier) if (last === null || one.periodEnd > last.periodEnd) last = one
  return last?.value ?? own?.accepted?.value ?? null
}

export const entryId = (code: string, orgId: string, period: PeriodKey): string => `${code}.${orgId}.${period}`
