import type { ReportRun, ReportSentence } from '@/contracts/report'
import { isOutdated, type ReportEdit, textOfRuns } from './edit'
import { type Filling, fillSay, joinRuns } from './fill'
import { markUntraced } from './trace'

/** A sentence of the template that a person left out. */
export interface Omitted {
  readonly id: string
  readonly text: string
  readonly by: string
  readonly at: number
}

export interface Editing {
  /** What is said in a sentence's place: the template's runs or a person's, and after it what people added. */
  readonly write: (id: string, runs: readonly ReportRun[], section: string) => ReportSentence[]
  /** Added sentences of a section whose place is no more; null: of no section at all. */
  readonly rest: (section: string | null) => ReportSentence[]
  readonly omitted: () => readonly Omitted[]
}

/** What people changed, laid over the text as it is composed. */
export function editingOf(edits: readonly ReportEdit[], filling: Filling): Editing {
  const byId = new Map(edits.filter(({ kind }) => kind !== 'add').map((edit) => [edit.id, edit]))
  const waiting = edits.filter(({ kind }) => kind === 'add')
  const omitted: Omitted[] = []
  const manual = (edit: ReportEdit, now: readonly ReportRun[]): ReportSentence => {
    const { kind, id, say, by, at } = edit
    return {
      id,
      runs: joinRuns(
        fillSay(say ?? '', filling)
          .map(lacking)
          .flatMap(markUntraced),
      ),
      manual: {
        kind: kind === 'add' ? 'add' : 'rewrite',
        by,
        at,
        conflict: isOutdated(edit, now),
        instead: kind === 'add' ? null : textOfRuns(now) || null,
      },
    }
  }
  const take = (isMeant: (edit: ReportEdit) => boolean): ReportEdit[] => {
    const taken = waiting.filter(isMeant)
    for (const edit of taken) waiting.splice(waiting.indexOf(edit), 1)
    return taken
  }
  const added = (after: string): ReportSentence[] =>
    take((edit) => edit.after === after).flatMap((edit) => [manual(edit, []), ...added(edit.id)])
  const own = (id: string, runs: readonly ReportRun[]): ReportSentence[] => {
    const edit = byId.get(id)
    if (edit?.kind === 'omit') {
      if (runs.length > 0) omitted.push({ id, text: textOfRuns(runs), by: edit.by, at: edit.at })
      return []
    }
    if (edit) return [manual(edit, runs)]
    return runs.length > 0 ? [{ id, runs: [...runs] }] : []
  }
  return {
    write: (id, runs) => [...own(id, runs), ...added(id)],
    rest: (section) =>
      take((edit) => section === null || edit.section === section).flatMap((edit) => [
        manual(edit, []),
        ...added(edit.id),
      ]),
    omitted: () => omitted,
  }
}

/** A person may have put in a figure that has no value now: the words that stand for it are no number. */
const lacking = (run: ReportRun): ReportRun =>
  run.figure !== undefined && !/\d/.test(run.text) ? { ...run, missing: true } : run
