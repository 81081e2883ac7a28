import type { ReportBlock, ReportRun, ReportSentence } from '@/contracts/report'
import { textOfRuns } from './edit'

/** The sentences of a block; a heading has none. */
export const sentencesOf = (block: ReportBlock): readonly ReportSentence[] =>
  block.type === 'paragraph' ? block.sentences : []

/** All runs of a block, in order. */
export const runsOfBlock = (block: ReportBlock): readonly ReportRun[] => sentencesOf(block).flatMap(({ runs }) => runs)

/** What is printed of a block. */
export const textOfBlock = (block: ReportBlock): string =>
  block.type === 'heading' ? block.text : (block.number ?? '') + textOfRuns(runsOfBlock(block))
