import type { ParticipationKind } from '../../../src/contracts/common'
import { createFamily, evaluateAll, liveCodes } from '../../../src/domain/metrics'
import {
  Bitmap,
  Block,
  type Fact,
  foldFacts,
  makeFact,
  ParticipationIndex,
  planFold,
} from '../../../src/domain/participation'
import { type Period, startOfDay } from '../../../src/domain/time'
import { county, FIRST, LAST, type Made, makeSegments, weeklyQuiz, yearOfAllKinds } from './county'

/** Prints tables of what the index takes for a county of 100,000 members and 5 million facts. Run by participation.bench.ts. */

const RUNS = 25

type Row = Record<string, string | number>

/** Milliseconds: the first run, then the median and the best of the others (the best is what a busy machine disturbs least). */
function row(question: string, work: () => unknown, runs = RUNS): Row {
  const times = Array.from({ length: runs + 1 }, () => {
    const start = performance.now()
    work()
    return performance.now() - start
  })
  const [first = 0, ...rest] = times
  rest.sort((a, b) => a - b)
  const shown = (ms: number | undefined) => (ms ?? 0).toFixed(2)
  return { question, 'first ms': shown(first), 'median ms': shown(rest[runs >> 1]), 'best ms': shown(rest[0]) }
}

function sizes(made: Made): void {
  const bytes = made.segments.flatMap(({ entries }) =>
    entries.flatMap(({ people, mobile, expected }) => [people, mobile, expected ?? '']),
  )
  const people = made.segments.flatMap(({ entries }) => entries.map((entry) => entry.people))
  const decoded = (texts: readonly string[]) => texts.reduce((sum, text) => sum + (text.length * 3) / 4, 0)
  const documents = made.segments.map((segment) => JSON.stringify(segment).length)
  console.table({
    facts: made.facts,
    entries: people.length,
    segments: made.segments.length,
    'bytes per fact, bitmaps of who took part': (decoded(people) / made.facts).toFixed(2),
    'bytes per fact, all bitmaps': (decoded(bytes) / made.facts).toFixed(2),
    'bytes per fact, whole documents as JSON': (documents.reduce((sum, n) => sum + n, 0) / made.facts).toFixed(2),
    'largest document, KB': (Math.max(...documents) / 1000).toFixed(0),
  })
}

const year = { from: FIRST, to: LAST }
const days100 = { from: '2026-03-11', to: '2026-06-18' }

function questions(made: Made, kind: ParticipationKind): void {
  const { tree, roster } = county
  const committees = tree.walk.filter(({ kind: of }) => of === 'committee' || of === 'generalBranch')
  const lists = committees.map(({ ranges }) => ranges)
  const branch = tree.walk.find((node) => node.kind === 'branch' && node.order > 2000) ?? tree.walk[0]
  const all = tree.roots[0]?.ranges ?? []
  let blocks: Block[] = []
  const decode = row(
    'decode a year of segments',
    () => {
      blocks = made.segments.filter((segment) => segment.kind === kind).map((segment) => new Block(segment))
    },
    5,
  )
  const assemble = row('index of decoded segments', () => new ParticipationIndex(blocks))
  const index = new ParticipationIndex(blocks)
  const query = { kind, ...year }
  console.table([
    decode,
    assemble,
    row(`year, people and times of ${lists.length} committees`, () => index.byChildren(query, lists)),
    row(`100 days, people and times of ${lists.length} committees`, () =>
      index.byChildren({ kind, ...days100 }, lists),
    ),
    row('year, the county', () => index.tally(query, all)),
    row('year, one branch', () => index.tally(query, branch?.ranges ?? [])),
    row(`year, mobile only, ${lists.length} committees`, () => index.byChildren({ ...query, mobileOnly: true }, lists)),
    row('November, who is missing in the county', () =>
      index.missing({ kind, from: '2026-11-01', to: '2026-11-30' }, roster.members, all),
    ),
    row('year in weeks, the county', () => index.weekly(query, all)),
  ])
}

{
  console.log('one kind: 52 weekly quizzes, 5 million facts in 365 days')
  const made = makeSegments(weeklyQuiz)
  sizes(made)
  questions(made, 'quiz')
}

{
  console.log('all kinds: quizzes, lessons and theme days, 5 million facts')
  const made = makeSegments(yearOfAllKinds)
  sizes(made)
  for (const kind of ['quiz', 'lesson', 'themeday'] as const) {
    console.log(kind)
    questions(made, kind)
  }
  console.log('a request')
  const { tree, roster } = county
  const root = tree.roots[0]
  if (!root) throw new Error('no county')
  const blocks = made.segments.map((segment) => new Block(segment))
  const fact = (activityId: string, i: number): Fact => {
    const at = startOfDay(LAST)
    const seat = (i * 2_654_435_761) % 110_000
    const person = { id: `p${i}`, seat, orgId: 'x', mobile: i % 12 === 0 }
    return makeFact({ kind: 'quiz', activityId, person, occurredAt: at, recordedAt: at, channel: 'self' })
  }
  const tail = Array.from({ length: 500 }, (_, i) => fact('quiz52', i))
  const many = Array.from({ length: 50_000 }, (_, i) => fact(`quiz${i % 3}`, i))
  const dashboard = (index: ParticipationIndex, slice: 'all' | 'mobile', period: Period) => {
    const { own, children } = createFamily({ index, roster, slice, ...period }, root)
    return [own, ...children].map((context) => evaluateAll(liveCodes, context))
  }
  const index = new ParticipationIndex(blocks, tail)
  const month = { from: '2026-11-01', to: '2026-11-30' }
  const about = `${liveCodes.length} figures of the county and its ${root.children.length} children`
  console.table([
    row('index of decoded segments and a tail of 500 facts', () => new ParticipationIndex(blocks, tail)),
    row(`${about}, a year`, () => dashboard(index, 'all', year)),
    row('the same, mobile members', () => dashboard(index, 'mobile', year)),
    row('the same, a month', () => dashboard(index, 'all', month)),
    row('index and dashboard of a year, together', () => dashboard(new ParticipationIndex(blocks, tail), 'all', year)),
    row('fold 50,000 facts', () =>
      planFold(many, () => null).map((step) => foldFacts(step.key, null, step.facts, () => null)),
    ),
    row('a roster of 100,000 to base64 and back', () => Bitmap.fromBase64(roster.members.toBase64())),
  ])
}
