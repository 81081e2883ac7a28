import type { ReportRun } from '@/contracts/report'
import { codesOf } from './fill'

/** What a person did to one sentence. It lies over the template's text, so that new figures do not undo it. */
export interface ReportEdit {
  /** The sentence; of an added one its own. */
  readonly id: string
  readonly kind: 'rewrite' | 'omit' | 'add'
  /** Where it belongs when the sentence before it is no more. */
  readonly section: string
  /** Of an added one: after which sentence it stands. */
  readonly after: string | null
  /** The words, with a place for each number that is a figure; null: left out. */
  readonly say: string | null
  /** What the template said then, as printed and as a say; null of an added one. */
  readonly base: string | null
  readonly baseSay: string | null
  readonly by: string
  readonly at: number
}

export const textOfRuns = (runs: readonly ReportRun[]): string => runs.map(({ text }) => text).join('')

/** The place that a run came out of, as it stands in a say. */
export function placeText({ text, figure, orgId, against }: ReportRun): string {
  if (figure === undefined) return text
  if (against !== undefined) return `{${against}|${figure}}`
  if (orgId !== undefined) return `{${figure}@${orgId}}`
  return text.endsWith('多') ? `{~${figure}}` : `{${figure}}`
}

/** Printed runs as a say again. */
export const sayOfRuns = (runs: readonly ReportRun[]): string => runs.map(placeText).join('')

/**
 * Whether a person should look at their sentence again: the template says something else than then, and that does not come along by itself, as it does when
 * only numbers changed and each of them stands as a figure in the person's words too.
 */
export function isOutdated({ kind, say, base, baseSay }: ReportEdit, now: readonly ReportRun[]): boolean {
  if (kind === 'add' || base === null || base === textOfRuns(now)) return false
  if (say === null || baseSay !== sayOfRuns(now)) return true
  const carried = new Set(codesOf(say))
  return codesOf(baseSay).some((code) => !carried.has(code))
}

/** The edit looked at: it stands for what the template says now. */
export const lookedAt = (edit: ReportEdit, now: readonly ReportRun[]): ReportEdit => ({
  ...edit,
  base: textOfRuns(now),
  baseSay: sayOfRuns(now),
})
