/** What WeChat's check says of a text: shown as it is; a person should look at it first; not taken. */
export type TextVerdict = 'pass' | 'review' | 'refused'

/** Labels that are no reason to refuse a text here, whatever the check suggests: current politics, and "other". */
const POLITICS = 20001
const OTHER = 21000

/**
 * The verdict on a text of a Party organisation's member: what a check calls current politics is what members write about as a matter of
 * course, so a person reads it. Source: WeChat, security.msgSecCheck version 2, `result.suggest` and `result.label`.
 * @param result null: the check gave no answer, so a person looks
 */
export function textVerdict(result: { readonly suggest: string; readonly label: number } | null): TextVerdict {
  if (result === null) return 'review'
  if (result.suggest === 'pass') return 'pass'
  return result.suggest === 'risky' && result.label !== POLITICS && result.label !== OTHER ? 'refused' : 'review'
}

/** The verdict on a text that was checked in pieces: the hardest. */
export function hardest(verdicts: readonly TextVerdict[]): TextVerdict {
  if (verdicts.includes('refused')) return 'refused'
  return verdicts.includes('review') ? 'review' : 'pass'
}
