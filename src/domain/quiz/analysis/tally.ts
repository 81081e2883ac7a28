import { addTo, type Counts, joinCounts } from './counts'
import { addText, joinTexts, type TextCount } from './texts'

/** What was answered by those who chose something: how many, and the sum and the sum of squares of their marks on the rest of the paper. */
export type Choosers = readonly [count: number, rest: number, restSquared: number]

/** All that item analysis keeps of the answers to one question. */
export interface QuestionTally {
  /** How many papers had a mark on it together with a mark on the rest of the paper: `<mark>_<rest>`. */
  cells: Counts
  /** By option, in the stored order, whatever order a paper showed. */
  options: Choosers[]
  blank: Choosers
  /** Of a fill-in question: what was written and is not accepted. */
  texts: TextCount[]
}

/** How an article is known in one group: answers, points earned, and in how many branches there was an answer. */
export type Known = readonly [answers: number, earned: number, branches: number]

/**
 * What item analysis keeps of any number of papers. Everything is a whole number that adds up, so papers may be tallied in portions and in any order, and tallies
 * of portions joined: the statistics are worked out from the sums at the end, and come out exactly the same.
 */
export interface Tally {
  papers: number
  /** Papers of another length than the quiz deals now: their marks do not compare, so they are left out. */
  unlike: number
  /** How many papers had how many points. */
  totals: Counts
  questions: Record<string, QuestionTally>
  /** By group (`o:<organisation>`, `c:<category>`, `all`), by article (its number in the quiz). */
  known: Record<string, Record<string, Known>>
}

export const emptyTally = (): Tally => ({ papers: 0, unlike: 0, totals: {}, questions: {}, known: {} })

/** One question of a paper, marked. */
export interface TalliedAnswer {
  readonly questionId: string
  readonly earned: number
  /** How many options the question has. */
  readonly options: number
  /** Chosen options in the stored order. */
  readonly chosen: readonly number[]
  readonly blank: boolean
  /** What was written and is not accepted, in the form in which answers are compared; null: nothing such. */
  readonly wrongText: string | null
  /** The number of its article in the quiz. */
  readonly article: number
}

const none: Choosers = [0, 0, 0]
const add = (a: Choosers, b: Choosers): Choosers => [a[0] + b[0], a[1] + b[1], a[2] + b[2]]
const addKnown = (a: Known | undefined, b: Known): Known => [
  (a?.[0] ?? 0) + b[0],
  (a?.[1] ?? 0) + b[1],
  (a?.[2] ?? 0) + b[2],
]

/** Adds the papers of one branch, all of them at once: a branch counts once for each article of which it answered anything. */
export function tallyBranch(
  tally: Tally,
  papers: readonly (readonly TalliedAnswer[])[],
  groups: readonly string[],
): void {
  const ofBranch: Record<string, Known> = {}
  for (const paper of papers) {
    const total = paper.reduce((sum, { earned }) => sum + earned, 0)
    tally.papers += 1
    addTo(tally.totals, total)
    for (const answer of paper) {
      tallyAnswer(tally, answer, total - answer.earned)
      const before = ofBranch[answer.article]
      ofBranch[answer.article] = addKnown(before, [1, answer.earned, before ? 0 : 1])
    }
  }
  for (const group of groups) {
    const known = tally.known[group] ?? {}
    for (const [article, one] of Object.entries(ofBranch)) known[article] = addKnown(known[article], one)
    tally.known[group] = known
  }
}

const startOf = (options: number): QuestionTally => ({
  cells: {},
  options: Array.from({ length: options }, () => none),
  blank: none,
  texts: [],
})

function tallyAnswer(tally: Tally, answer: TalliedAnswer, rest: number): void {
  const { questionId, options, earned, chosen, blank, wrongText } = answer
  const question = tally.questions[questionId] ?? startOf(options)
  tally.questions[questionId] = question
  const one: Choosers = [1, rest, rest * rest]
  addTo(question.cells, `${earned}_${rest}`)
  for (const option of chosen) question.options[option] = add(question.options[option] ?? none, one)
  if (blank) question.blank = add(question.blank, one)
  if (wrongText !== null) question.texts = addText(question.texts, wrongText, rest)
}

const joinRecords = <T>(a: Record<string, T>, b: Record<string, T>, join: (x: T, y: T) => T): Record<string, T> => {
  const joined = { ...a }
  for (const [key, value] of Object.entries(b)) {
    const other = joined[key]
    joined[key] = other === undefined ? value : join(other, value)
  }
  return joined
}

const joinQuestions = (a: QuestionTally, b: QuestionTally): QuestionTally => ({
  cells: joinCounts(a.cells, b.cells),
  options: Array.from({ length: Math.max(a.options.length, b.options.length) }, (_, i) =>
    add(a.options[i] ?? none, b.options[i] ?? none),
  ),
  blank: add(a.blank, b.blank),
  texts: joinTexts(a.texts, b.texts),
})

/** The tally of both together; no branch may be in both, or it counts twice among the branches. */
export const joinTallies = (a: Tally, b: Tally): Tally => ({
  papers: a.papers + b.papers,
  unlike: a.unlike + b.unlike,
  totals: joinCounts(a.totals, b.totals),
  questions: joinRecords(a.questions, b.questions, joinQuestions),
  known: joinRecords(a.known, b.known, (x, y) => joinRecords(x, y, addKnown)),
})
