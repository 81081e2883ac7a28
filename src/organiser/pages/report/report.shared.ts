import type { OutputOf } from '@/contracts/action'
import type {
  buildReport,
  compareVersions,
  ReportBlock,
  ReportDocument,
  ReportProblem,
  ReportRun,
  ReportSentence,
  ReportState,
  ReportStep,
  ReportView,
  reproduceReport,
} from '@/contracts/report'
import type { Figure } from '@/contracts/stats'

export type { ReportProblem, ReportSentence, ReportStep, ReportView }
export type BuiltReport = OutputOf<typeof buildReport>
export type Compared = OutputOf<typeof compareVersions>
export type Reproduced = OutputOf<typeof reproduceReport>
export type Paragraph = Extract<ReportBlock, { type: 'paragraph' }>

/** A piece of a sentence as the page draws it; `at` is its place in the sentence. */
export type Piece = { readonly at: number } & PieceKind
type PieceKind =
  | { readonly type: 'words'; readonly text: string }
  | { readonly type: 'untraced'; readonly text: string }
  | { readonly type: 'figure'; readonly text: string; readonly code: string; readonly orgId?: string }
  | { readonly type: 'missing'; readonly text: string; readonly code: string | null }

const kindOf = ({ text, figure, orgId, missing, untraced }: ReportRun): PieceKind => {
  if (missing === true) return { type: 'missing', text, code: figure ?? null }
  if (figure !== undefined) return { type: 'figure', text, code: figure, ...(orgId !== undefined && { orgId }) }
  return { type: untraced ? 'untraced' : 'words', text }
}

export const piecesOf = ({ runs }: ReportSentence): Piece[] => runs.map((run, at) => ({ at, ...kindOf(run) }))

/** What the title says of every report, in the words between which it may break. */
const TITLE_WORDS = ['主题教育', '督导情况报告'] as const

/** The title in the parts that stay together: whose report it is, and the words of what it is. */
export function titleParts({ title, signature }: Pick<ReportDocument, 'title' | 'signature'>): string[] {
  const rest = title.startsWith(signature) ? title.slice(signature.length) : ''
  if (rest === '') return [title]
  return [signature, ...(rest === TITLE_WORDS.join('') ? TITLE_WORDS : [rest])]
}

/** A source is missing in it: it is set apart as a note, and no reader takes it for a finding. */
export const isLacking = ({ runs, manual }: ReportSentence): boolean =>
  manual === undefined && runs.some(({ missing }) => missing)

export const textOf = ({ runs }: ReportSentence): string => runs.map(({ text }) => text).join('')

/** The block's place in the report, for a list's keys. */
export const placed = (blocks: readonly ReportBlock[]) => blocks.map((block, at) => ({ at, block }))

export function findSentence(blocks: readonly ReportBlock[], id: string): ReportSentence | null {
  for (const block of blocks) {
    const found = block.type === 'paragraph' ? block.sentences.find((sentence) => sentence.id === id) : undefined
    if (found) return found
  }
  return null
}

/** The codes of the figures that the text uses, in the order of their first appearance. */
export function codesInText(blocks: readonly ReportBlock[]): string[] {
  const runs = blocks.flatMap((block) => (block.type === 'paragraph' ? block.sentences.flatMap((one) => one.runs) : []))
  return [...new Set(runs.flatMap(({ figure }) => figure ?? []))]
}

/** The figures of the text for a list: those that have a value first, each group in the order of the text. */
export function listedFigures({ document, figures }: Pick<ReportView, 'document' | 'figures'>): Figure[] {
  const inText = codesInText(document.blocks).flatMap((code) => figures.find((figure) => figure.code === code) ?? [])
  return [...inText.filter((figure) => figure.value !== null), ...inText.filter((figure) => figure.value === null)]
}

export const stateWords: Readonly<Record<ReportState, string>> = {
  draft: '草稿',
  submitted: '待复核',
  reviewed: '待签发',
  issued: '已签发',
}
export const stateTones = { draft: 'wait', submitted: 'gold', reviewed: 'gold', issued: 'ok' } as const

/** What was done, in the list of what happened. */
export const doneWords: Readonly<Record<ReportStep, string>> = {
  open: '开始起草',
  edit: '改写',
  refresh: '更新数据',
  submit: '送复核',
  recall: '撤回',
  accept: '复核通过',
  return: '退回修改',
  issue: '签发',
  renew: '开始新版',
}

/** What came of computing it anew, in a sentence. */
export function reproducedWords({ equal, compared, differences }: Reproduced): string {
  if (equal) return `${compared} 项数字与原始记录重新算出的完全一致。`
  if (compared === 0) return '定稿或算数时保存的数据损坏了，没法重新核算。'
  if (differences.length === 0) return '数字都对得上，但算数时保存的组织和名册被改动过。'
  return `${differences.length} 项数字与原始记录对不上。`
}

/** For whom it waits, where somebody else must take the next step; null: it waits for nobody else. */
export function waitsFor({ state, may }: Pick<ReportView, 'state' | 'may'>): string | null {
  if (state === 'submitted' && !may.includes('accept'))
    return may.includes('recall') ? '等另一位同志复核，自己写的不能自己复核' : '等另一位同志复核'
  if (state === 'reviewed' && !may.includes('issue'))
    return may.includes('return') ? '您已经复核，要由另一位同志签发' : '已经复核，等另一位同志签发'
  return null
}

/** `18 KB`, `1.2 MB` */
export function sizeText(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`
}

/** A key for a sentence that is added: random enough that no two phones choose the same. */
export const newKey = (random: () => number): string =>
  Array.from({ length: 12 }, () => Math.floor(random() * 36).toString(36)).join('')
