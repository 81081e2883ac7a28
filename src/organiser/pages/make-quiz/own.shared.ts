import type { OwnQuestion } from '@/contracts/plan'
import { JUDGE_OPTIONS } from '@/domain/quiz/making'

/** As many options as a question is offered to be written with. */
const ROOM = 4

const hasOptions = ({ kind }: Pick<OwnQuestion, 'kind'>): boolean => kind === 'single' || kind === 'multiple'

/** Options, keys and texts that a question of another kind begins with. */
export function asKind(question: OwnQuestion, kind: OwnQuestion['kind']): OwnQuestion {
  const clean = { ...question, kind, key: [], accepted: [] }
  if (kind === 'fill') return { ...clean, options: [], accepted: [''] }
  if (kind === 'judge') return { ...clean, options: [...JUDGE_OPTIONS] }
  return padded({ ...clean, options: hasOptions(question) ? question.options : [] })
}

/** With room to write further options: those that were empty were left out when it was kept. */
export function padded(question: OwnQuestion): OwnQuestion {
  if (!hasOptions(question)) return question
  const lacking = Math.max(0, ROOM - question.options.length)
  return { ...question, options: [...question.options, ...Array<string>(lacking).fill('')] }
}

/** Whether nothing of it was written: then nothing is lost with it. */
export const isBlank = ({ kind, stem, options, accepted, explanation, source }: OwnQuestion): boolean =>
  [stem, explanation, source.document, source.article, ...accepted, ...(kind === 'judge' ? [] : options)].every(
    (text) => text.trim() === '',
  )
