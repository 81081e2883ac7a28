import type {
  BelowFigures,
  ReportDocument,
  ReportIndicator,
  ReportProblem,
  ReportRun,
  ReportSentence,
} from '@/contracts/report'
import type { Figure } from '@/contracts/stats'
import { textOfRuns } from './edit'
import { lintFigures } from './lint-figures'
import { foreignPlaces, type Places } from './places'
import type { MetricLookup } from './registry'
import { sentencesOf, textOfBlock } from './text'

/** Reports of this kind are generally at most 4,000 characters. */
export const MOST_CHARACTERS = 4000

/** What a template or another county's text leaves behind when it was not filled in. */
const leftover =
  /[{}]|\$[a-z]|\b(?:undefined|null|NaN|Infinity)\b|\[object|[Xx×＊*_＿]{2,}|某某|（此处|请填写|待填|待补充|\?{2,}|？{2,}/

export interface LintInput {
  readonly document: ReportDocument
  readonly figures: readonly Figure[]
  readonly below?: readonly BelowFigures[]
  readonly metric: MetricLookup
  /** Indicators of the register: what they may be was asked when they were reported (some may be below zero). */
  readonly indicators?: readonly ReportIndicator[]
  /** Names of organisations; without them places are not looked at. */
  readonly places?: Places
}

/** Characters of the text, title and headings included. */
export function countCharacters(document: ReportDocument): number {
  return [document.title, ...document.blocks.map(textOfBlock)].reduce((sum, text) => sum + [...text].length, 0)
}

/** What is wrong (errors: it must not be handed on) or to be looked at (warnings), in the order of the text. */
export function lintReport(input: LintInput): ReportProblem[] {
  const { document, figures, indicators = [] } = input
  const reported = new Set(indicators.map(({ code }) => code))
  const characters = countCharacters(document)
  const errors: ReportProblem[] = [
    ...(characters > MOST_CHARACTERS
      ? [
          problem(
            'tooLong',
            `全文${characters}字，超过${MOST_CHARACTERS}字，请删减${characters - MOST_CHARACTERS}字以上。`,
          ),
        ]
      : []),
    ...lintFrame(document),
    ...document.blocks.flatMap((block) => sentencesOf(block).flatMap((sentence) => lintSentence(sentence, input))),
    ...lintFigures(figures, input.metric, reported),
  ]
  return errors
}

export const isFaulty = (problems: readonly ReportProblem[]): boolean => problems.some(({ level }) => level === 'error')

const warnings: readonly ReportProblem['rule'][] = ['untraced', 'foreignPlace', 'conflict']

export const problem = (rule: ReportProblem['rule'], say: string, sentence?: string): ReportProblem => ({
  rule,
  level: warnings.includes(rule) ? 'warning' : 'error',
  say,
  ...(sentence !== undefined && { sentence }),
})

const excerpt = (text: string): string => ([...text].length > 24 ? `${[...text].slice(0, 24).join('')}…` : text)

/** Title, signature, headings, and paragraphs without a word. */
function lintFrame({ title, signature, blocks }: ReportDocument): ReportProblem[] {
  const texts = [title, signature, ...blocks.map(textOfBlock)]
  const headings = [title, signature, ...blocks.flatMap((block) => (block.type === 'heading' ? [block.text] : []))]
  return [
    ...(texts.some((text) => text.trim() === '') ? [problem('empty', '有一处标题或段落是空的，请补上或删去。')] : []),
    ...headings
      .filter((text) => leftover.test(text))
      .map((text) => problem('leftover', `标题里有没填好的内容：“${excerpt(text)}”。`)),
  ]
}

function lintSentence(
  { id, runs, manual }: ReportSentence,
  { figures, below = [], places }: LintInput,
): ReportProblem[] {
  const text = textOfRuns(runs)
  const said = excerpt(text)
  const words = runs.filter(({ figure }) => figure === undefined).map((run) => run.text)
  return [
    ...(words.some((word) => leftover.test(word)) ? [problem('leftover', `有没填好的内容：“${said}”。`, id)] : []),
    ...runs.flatMap((run) => lintRun(run, id, figures, below)),
    ...(manual ? lintManual(text, runs, id) : []),
    ...(manual?.conflict ? [problem('conflict', `数据已经更新，手写的这句可能要改：“${said}”。`, id)] : []),
    ...(manual && places
      ? foreignPlaces(text, places).map((name) =>
          problem('foreignPlace', `“${name}”不在本组织范围内，请核对：“${said}”。`, id),
        )
      : []),
  ]
}

/** A run that says it is a figure must be one of the figures, and must not print a number that nobody has. */
function lintRun(
  run: ReportRun,
  id: string,
  figures: readonly Figure[],
  below: readonly BelowFigures[],
): ReportProblem[] {
  const { figure: code, orgId, text, missing } = run
  if (code === undefined) return []
  const list = orgId === undefined ? figures : (below.find(({ org }) => org.id === orgId)?.figures ?? [])
  const figure = list.find((one) => one.code === code)
  if (!figure) return [problem('unknownFigure', `引用的数字“${code}”已经没有了，请改写这句。`, id)]
  const printsNumber = /\d/.test(text) && !missing
  return figure.value === null && printsNumber
    ? [problem('missingAsNumber', `“${text}”没有数据来源，不能写成数字。`, id)]
    : []
}

const peopleAndTimes = /(\d[\d,]*(?:\.\d+)?)(万?)多?(?:名|人)(?!次)[^。；]*?(\d[\d,]*(?:\.\d+)?)(万?)多?人次/

/** Numbers that a person typed lead nowhere, and may contradict each other. */
function lintManual(text: string, runs: readonly ReportRun[], id: string): ReportProblem[] {
  const typed = runs.filter(({ untraced }) => untraced).map((run) => run.text)
  const amount = (digits = '', wan = '') => Number(digits.replace(/,/g, '')) * (wan ? 10_000 : 1)
  const [, people, peopleWan, times, timesWan] = peopleAndTimes.exec(text) ?? []
  const turned = people !== undefined && amount(people, peopleWan) > amount(times, timesWan)
  return [
    ...(turned ? [problem('peopleOverTimes', `人数比人次还多，请核对：“${excerpt(text)}”。`, id)] : []),
    ...(typed.length > 0 ? [problem('untraced', `手写的数字${typed.join('、')}查不到来源，请核对。`, id)] : []),
  ]
}
