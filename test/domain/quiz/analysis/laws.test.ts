import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  emptyTally,
  itemStatistics,
  joinTallies,
  tallyBranch,
  testStatistics,
} from '../../../../src/domain/quiz/analysis'
import { alphaOfPlaces, naiveItem, permutations } from './naive'
import { answer, type Marks, questionOf, tallyOf } from './support'

const ids = ['a', 'b', 'c', 'd', 'e']
const mark = fc.integer({ min: 0, max: 4 })
/** Papers of three of the five questions. */
const dealt: fc.Arbitrary<Marks[]> = fc.array(
  fc
    .tuple(fc.shuffledSubarray(ids, { minLength: 3, maxLength: 3 }), mark, mark, mark)
    .map(([some, ...marks]) => Object.fromEntries(some.map((id, i) => [id, marks[i] ?? 0]))),
  { minLength: 2, maxLength: 25 },
)

const near = (a: number | null, b: number | null) => {
  if (a === null || b === null) expect(a).toBe(b)
  else expect(a).toBeCloseTo(b, 9)
}

test('each question’s statistics are those of a naive two-pass computation over the papers that had it', () => {
  fc.assert(
    fc.property(dealt, (papers) => {
      const tally = tallyOf(papers)
      for (const id of Object.keys(tally.questions)) {
        const [ours, theirs] = [itemStatistics(questionOf(tally, id), 4), naiveItem(papers, id, 4)]
        expect(ours.answers).toBe(theirs.answers)
        near(ours.facility, theirs.facility)
        near(ours.standardDeviation, theirs.standardDeviation)
        near(ours.discrimination, theirs.discrimination)
        near(ours.efficiency, theirs.efficiency)
      }
    }),
  )
})

describe('internal consistency', () => {
  test('of one paper for all it is Cronbach’s alpha, question by question', () => {
    const same = fc.array(fc.tuple(mark, mark, mark), { minLength: 3, maxLength: 12 })
    fc.assert(
      fc.property(same, (rows) => {
        const { sumOfVariances, total } = alphaOfPlaces(rows)
        const ours = testStatistics(tallyOf(rows.map(([a, b, c]) => ({ a, b, c }))), 3)
        near(ours.consistency, total < 1e-9 ? null : 1.5 * (1 - sumOfVariances / total))
      }),
    )
  })

  test('of papers that differ it is the mean over every order in which each of them could stand', () => {
    // three papers of three questions: 6³ orders, all of them tried
    const papers: Marks[] = [
      { a: 4, b: 1, c: 0 },
      { b: 3, c: 3, d: 2 },
      { a: 0, d: 1, e: 0 },
    ]
    const [first = [], second = [], third = []] = papers.map((paper) => permutations(Object.values(paper)))
    const sums: number[] = []
    let total = 0
    for (const one of first)
      for (const two of second)
        for (const three of third) {
          const of = alphaOfPlaces([one, two, three])
          sums.push(of.sumOfVariances)
          total = of.total
        }
    expect(sums).toHaveLength(216)
    const mean = sums.reduce((a, b) => a + b, 0) / sums.length
    const ours = testStatistics(tallyOf(papers), 3)
    expect(ours.samePaper).toBe(false)
    expect(ours.consistency).toBeCloseTo(1.5 * (1 - mean / total), 12)
  })
})

describe('a tally', () => {
  const given = fc.record({
    questionId: fc.constantFrom(...ids),
    earned: mark,
    chosen: fc.subarray([0, 1, 2, 3]),
    blank: fc.boolean(),
    wrongText: fc.option(fc.string({ maxLength: 3 })),
    article: fc.integer({ min: 0, max: 2 }),
  })
  const branches = fc.array(
    fc.record({
      groups: fc.subarray(['all', 'o:east', 'c:village']),
      papers: fc.array(fc.uniqueArray(given, { selector: ({ questionId }) => questionId, maxLength: 4 }), {
        maxLength: 4,
      }),
    }),
    { maxLength: 6 },
  )
  type Branches = typeof branches extends fc.Arbitrary<infer T> ? T : never
  const tallied = (some: Branches) => {
    const tally = emptyTally()
    for (const { papers, groups } of some)
      tallyBranch(
        tally,
        papers.map((paper) => paper.map(({ questionId, earned, ...rest }) => answer(questionId, earned, rest))),
        groups,
      )
    return tally
  }

  test('is the same in any order and in any portions', () => {
    fc.assert(
      fc.property(branches, fc.nat(6), (all, cut) => {
        const whole = tallied(all)
        expect(tallied([...all].reverse())).toEqual(whole)
        expect(joinTallies(tallied(all.slice(0, cut)), tallied(all.slice(cut)))).toEqual(whole)
        expect(joinTallies(tallied(all.slice(cut)), tallied(all.slice(0, cut)))).toEqual(whole)
      }),
    )
  })

  test('keeps what many wrote, with its exact count, also among more different texts than it keeps', () => {
    const of = (some: readonly string[]) => {
      const tally = emptyTally()
      tallyBranch(
        tally,
        some.map((wrongText) => [answer('a', 0, { wrongText })]),
        [],
      )
      return tally
    }
    // forty portions of a hundred texts: one in ten is 三十二学时, the others are each written once in all
    const portions = Array.from({ length: 40 }, (_, p) =>
      Array.from({ length: 100 }, (_text, i) => (i % 10 === 3 ? '三十二学时' : `答${p}之${i}`)),
    )
    const forwards = portions.map(of).reduce(joinTallies, emptyTally())
    const backwards = portions.map(of).reduceRight(joinTallies, emptyTally())
    for (const whole of [forwards, backwards]) {
      const { texts } = questionOf(whole, 'a')
      expect(texts).toHaveLength(100)
      expect(texts.filter(([, count]) => count > 1)).toEqual([['三十二学时', 400, 0]])
    }
  })
})
