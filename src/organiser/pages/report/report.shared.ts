import type { OutputOf } from '@/contracts/action'
import type { buildReport, previewReport, ReportBlock, ReportRun } from '@/contracts/report'
import type { Figure } from '@/contracts/stats'

export type Report = OutputOf<typeof previewReport>
export type BuiltReport = OutputOf<typeof buildReport>

/** A piece of a paragraph as the page draws it; `at` is its place in the paragraph. */
export type Piece = { readonly at: number } & PieceKind
type PieceKind =
  | { readonly type: 'words'; readonly text: string }
  | { readonly type: 'figure'; readonly text: string; readonly code: string }
  | { readonly type: 'missing'; readonly text: string; readonly code: string | null }

const kindOf = ({ text, figure, missing }: ReportRun): PieceKind => {
  if (missing === true) return { type: 'missing', text, code: figure ?? null }
  return figure === undefined ? { type: 'words', text } : { type: 'figure', text, code: figure }
}

export interface SentencePieces {
  readonly pieces: readonly Piece[]
  /** A source is missing in it. */
  readonly missing: boolean
}

/**
 * Breaks a paragraph into sentences (each ends with 。or ；) and says of each whether a source is missing in it: such a sentence is set
 * apart as a note, and no reader takes it for a finding.
 */
export function sentencesOf(runs: readonly ReportRun[]): SentencePieces[] {
  const sentences: Piece[][] = [[]]
  let at = 0
  for (const run of runs) {
    const parts = run.figure === undefined ? (run.text.match(/[^。；]*[。；]|[^。；]+$/g) ?? []) : [run.text]
    for (const text of parts) {
      sentences[sentences.length - 1]?.push({ at, ...kindOf({ ...run, text }) })
      at += 1
      if (/[。；]$/.test(text)) sentences.push([])
    }
  }
  return sentences
    .filter((pieces) => pieces.length > 0)
    .map((pieces) => ({ pieces, missing: pieces.some((piece) => piece.type === 'missing') }))
}

/** A block of the report with its place in it. */
export const placed = (blocks: readonly ReportBlock[]) => blocks.map((block, at) => ({ at, block }))

/** The codes of the figures that the text uses, in the order of their first appearance. */
export function codesInText(blocks: readonly ReportBlock[]): string[] {
  const codes = blocks.flatMap((block) =>
    block.type === 'paragraph' ? block.runs.flatMap((run) => (run.figure === undefined ? [] : [run.figure])) : [],
  )
  return [...new Set(codes)]
}

/** The figures of the text for a list: those that have a value first, each group in the order of the text. */
export function listedFigures({ document, figures }: Pick<Report, 'document' | 'figures'>): Figure[] {
  const inText = codesInText(document.blocks).flatMap((code) => figures.find((figure) => figure.code === code) ?? [])
  return [...inText.filter((figure) => figure.value !== null), ...inText.filter((figure) => figure.value === null)]
}

/** `18 KB`, `1.2 MB` */
export function sizeText(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`
}
