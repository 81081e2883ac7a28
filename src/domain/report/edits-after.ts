import type { ReportDocument, ReportEditInput, ReportRun, ReportSentence } from '@/contracts/report'
import type { Figure } from '@/contracts/stats'
import { formatFigure, roundDownDuo } from '../metrics'
import { lookedAt, placeText, type ReportEdit, sayOfRuns, textOfRuns } from './edit'
import type { MetricLookup } from './registry'
import { sentencesOf } from './text'
import { type Candidate, traceNumbers } from './trace'

interface Before {
  /** The text without edits, and as it reads now. */
  readonly plain: ReportDocument
  readonly current: ReportDocument
  readonly figures: readonly Figure[]
  readonly metric: MetricLookup
  readonly by: string
  readonly at: number
}

interface Found {
  readonly section: string
  readonly sentence: ReportSentence
}

function findSentence({ blocks }: ReportDocument, id: string): Found | null {
  for (const block of blocks) {
    const sentence = sentencesOf(block).find((one) => one.id === id)
    if (sentence && block.type === 'paragraph') return { section: block.section, sentence }
  }
  return null
}

/**
 * The edits after one more. Numbers in the words that are printed for a figure of the sentence, or for one that was put in, become that figure.
 * @returns null: there is no such sentence
 */
export function editsAfter(
  edits: readonly ReportEdit[],
  input: ReportEditInput,
  before: Before,
): readonly ReportEdit[] | null {
  const { plain, current, by, at } = before
  const without = (id: string) => edits.filter((edit) => edit.id !== id)
  if (input.kind === 'add') {
    const anchor = findSentence(current, input.after)
    if (!anchor) return null
    const id = `added.${input.key}`
    const say = traceNumbers(input.text, candidatesOf(input.figures, [], before))
    const { section } = anchor
    const added: ReportEdit = { id, kind: 'add', section, after: input.after, say, base: null, baseSay: null, by, at }
    return [...without(id), added]
  }
  const known = edits.find(({ id }) => id === input.sentence)
  const own = findSentence(plain, input.sentence)
  if (input.kind === 'restore') return known ? rehung(without(known.id), known) : own ? edits : null
  if (input.kind === 'keep') {
    return known ? edits.map((edit) => (edit === known ? lookedAt(edit, own?.sentence.runs ?? []) : edit)) : null
  }
  const shown = findSentence(current, input.sentence) ?? own
  if (!shown && !known) return null
  const now = own?.sentence.runs ?? []
  const section = known?.section ?? shown?.section ?? ''
  const frame = { id: input.sentence, section, after: null, base: textOfRuns(now), baseSay: sayOfRuns(now), by, at }
  if (input.kind === 'omit') {
    // one's own addition is not left out but taken away
    return known?.kind === 'add'
      ? rehung(without(known.id), known)
      : [...without(frame.id), { ...frame, kind: 'omit', say: null }]
  }
  const say = traceNumbers(input.text, candidatesOf(input.figures, [now, shown?.sentence.runs ?? []], before))
  if (known?.kind === 'add') return edits.map((edit) => (edit === known ? { ...edit, say, by, at } : edit))
  return [...without(frame.id), { ...frame, kind: 'rewrite', say }]
}

/** What stood after a sentence that was taken away stands after the one before it. */
const rehung = (edits: readonly ReportEdit[], gone: ReportEdit): ReportEdit[] =>
  edits.map((edit) => (edit.after === gone.id && gone.kind === 'add' ? { ...edit, after: gone.after } : edit))

/** What a number in the words may stand for: first the sentence's own figures, as the template says them and as it reads now, then those that were put in. */
function candidatesOf(
  codes: readonly string[],
  sentences: readonly (readonly ReportRun[])[],
  { figures, metric }: Before,
): Candidate[] {
  const own = sentences.map((runs) =>
    runs.flatMap((run): Candidate[] => {
      const { figure: code, text, against, missing } = run
      if (code === undefined || missing) return []
      return [{ text, place: placeText(run), unit: against === undefined ? metric(code).unit : '个百分点' }]
    }),
  )
  const [said = [], shown = []] = own
  const more = shown.filter(({ place }) => !said.some((one) => one.place === place))
  const chosen = codes.flatMap((code): Candidate[] => {
    const figure = figures.find((one) => one.code === code)
    if (figure?.state !== 'ok' || figure.value === null) return []
    const exact = { text: formatFigure(figure, metric(code)), place: `{${code}}` }
    const isCount = Number.isInteger(figure.value) && figure.value >= 0 && metric(code).kind !== 'ratio'
    return isCount ? [exact, { text: roundDownDuo(figure.value), place: `{~${code}}` }] : [exact]
  })
  return [...said, ...more, ...chosen]
}
