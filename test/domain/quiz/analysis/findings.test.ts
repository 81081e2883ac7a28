import { describe, expect, test } from 'vitest'
import type { Finding } from '../../../../src/contracts/analysis'
import {
  type AnalysedQuestion,
  articleFacilities,
  type Choosers,
  EVERYONE,
  findingsOf,
  lessKnown,
  type QuestionTally,
} from '../../../../src/domain/quiz/analysis'

const question = (kind: AnalysedQuestion['kind'], extra: Partial<AnalysedQuestion> = {}): AnalysedQuestion => ({
  id: 'q',
  kind,
  stem: '题干',
  options: kind === 'fill' ? [] : kind === 'judge' ? ['正确', '错误'] : ['甲', '乙', '丙', '丁'],
  key: kind === 'fill' ? [] : [0],
  accepted: kind === 'fill' ? ['32'] : [],
  difficulty: 1,
  source: { document: '示例章程', article: '第一条' },
  ...extra,
})
/** So many chose it, each with the same mark on the rest, give or take 5. */
const choosers = (count: number, rest: number): Choosers => [count, count * rest, count * (rest * rest + 25)]
const nobody: Choosers = [0, 0, 0]
const tally = (extra: Partial<QuestionTally>): QuestionTally => ({
  cells: {},
  options: [],
  blank: nobody,
  texts: [],
  ...extra,
})
/** 5 points; the rest of the paper 95. */
const find = (one: AnalysedQuestion, of: Partial<QuestionTally>): Finding[] =>
  findingsOf([one], { q: tally(of) }, 5, 95)
const names = (findings: readonly Finding[]) => findings.map(({ finding }) => finding)

describe('a wrong key', () => {
  // the key is option 0 and 10 chose it, weak ones; 40 chose option 1, who are good on the rest
  const cells = { '5_40': 5, '5_50': 5, '0_85': 20, '0_75': 20 }

  test('is suspected when those who are better elsewhere chose another option', () => {
    const options = [choosers(10, 45), choosers(40, 80), nobody, nobody]
    expect(find(question('single'), { cells, options })).toEqual([
      {
        finding: 'keySuspect',
        questionId: 'q',
        answers: 50,
        option: 1,
        chose: 40,
        rest: 80 / 95,
        choseKey: 10,
        restOfKey: 45 / 95,
      },
    ])
  })

  test('is suspected when hardly anybody chose it, and of fewer than five nothing is told', () => {
    const options = [choosers(2, 90), choosers(48, 80), nobody, nobody]
    const [found] = find(question('single'), { cells: { '5_90': 2, '0_80': 48 }, options })
    expect(found).toMatchObject({ finding: 'keySuspect', option: 1, chose: 48, choseKey: 2, restOfKey: null })
  })

  test('is not suspected of a hard question: the others are worse elsewhere', () => {
    const hard = { '5_90': 12, '0_60': 38 }
    const options = [choosers(12, 90), choosers(38, 60), nobody, nobody]
    expect(find(question('single'), { cells: hard, options })).toEqual([])
  })

  test('is not suspected for a difference that may be chance, nor for few', () => {
    // 45 against 46: less than three standard errors
    const level = { '5_45': 25, '0_46': 25 }
    expect(
      names(find(question('single'), { cells: level, options: [choosers(25, 45), choosers(25, 46), nobody, nobody] })),
    ).not.toContain('keySuspect')
    const few = [choosers(41, 45), choosers(9, 80), nobody, nobody]
    expect(names(find(question('single'), { cells: { '5_45': 41, '0_80': 9 }, options: few }))).not.toContain(
      'keySuspect',
    )
  })
})

test('nothing is said of 29 answers, nor of a question that gives everybody the points', () => {
  const options = [choosers(9, 45), choosers(20, 80), nobody, nobody]
  const cells = { '5_45': 9, '0_80': 20 }
  expect(find(question('single'), { cells, options })).toEqual([])
  const many = { cells: { '5_45': 10, '0_80': 40 }, options: [choosers(10, 45), choosers(40, 80), nobody, nobody] }
  expect(find(question('single'), many)).toHaveLength(1)
  expect(find(question('single', { full: true }), many)).toEqual([])
})

describe('a gap', () => {
  test('a text that one in ten wrote should perhaps be accepted', () => {
    const found = find(question('fill'), {
      cells: { '5_80': 60, '0_80': 40 },
      texts: [
        // many more wrote this, who are weaker on the rest: 60 against 80 on average
        ['不清楚', 25, 25 * 60],
        ['32小时', 12, 12 * 80],
        ['40', 3, 3 * 80],
      ],
    })
    expect(found).toEqual([{ finding: 'textSuspect', questionId: 'q', answers: 100, text: '32小时', wrote: 12 }])
  })
  test('nine, or fewer than a tenth, are no reason', () => {
    expect(find(question('fill'), { cells: { '5_80': 30, '0_70': 10 }, texts: [['32小时', 9, 720]] })).toEqual([])
    expect(find(question('fill'), { cells: { '5_80': 300, '0_70': 100 }, texts: [['32小时', 12, 960]] })).toEqual([])
  })
})

describe('by its numbers a question', () => {
  const several = question('multiple', { key: [0, 1] })
  test('is negative when who is right is clearly worse elsewhere: −0.9 of 50, three errors are 0.42', () => {
    expect(names(find(several, { cells: { '5_40': 25, '0_80': 24, '0_40': 1 } }))).toEqual(['negative'])
  })
  test('is below guessing: 2 of 60 right where one in four would guess it', () => {
    // three standard errors of 25 % are 16.8 points: 8.2 % is the border
    const cells = { '5_70': 2, '0_70': 29, '0_71': 29 }
    expect(names(find(question('single'), { cells, options: [nobody, nobody, nobody, nobody] }))).toEqual([
      'belowGuess',
    ])
  })
  test('is known by nobody: under 5 %', () => {
    expect(names(find(several, { cells: { '5_70': 1, '0_70': 39 } }))).toEqual(['nobody'])
  })
  test('hardly tells who knows: discrimination 0 of 400 answers, three errors are 0.15', () => {
    const flat = { '5_70': 100, '5_80': 100, '0_70': 100, '0_80': 100 }
    expect(names(find(several, { cells: flat }))).toEqual(['weak'])
    // of 40 answers that may be chance
    expect(find(several, { cells: { '5_70': 10, '5_80': 10, '0_70': 10, '0_80': 10 } })).toEqual([])
  })
  test('need not discriminate when nearly all are right', () => {
    expect(find(several, { cells: { '5_70': 190, '5_80': 190, '0_70': 10, '0_80': 10 } })).toEqual([])
  })
})

describe('an article', () => {
  /** 5 points an answer. */
  const known = (here: [number, number, number], all: [number, number, number]) => ({
    [EVERYONE]: { '0': all },
    'c:village': { '0': here },
  })

  test('is little known where its share of the points is clearly lower', () => {
    // villages 100 answers, 40 %; elsewhere 200 answers, 70 %; p = 60 %, three errors of the difference are 18 points
    const found = lessKnown(known([100, 200, 8], [300, 900, 20]), 5)
    expect(found).toEqual([
      { group: 'c:village', article: 0, facility: 0.4, elsewhere: 0.7, answers: 100, branches: 8 },
    ])
  })
  test('nothing is said of four branches, of 19 answers, of a small or a chance difference', () => {
    expect(lessKnown(known([100, 200, 4], [300, 900, 20]), 5)).toEqual([])
    expect(lessKnown(known([19, 38, 8], [300, 900, 20]), 5)).toEqual([])
    expect(lessKnown(known([281, 700, 8], [300, 900, 20]), 5)).toEqual([])
    // 58 % against 70 %
    expect(lessKnown(known([1000, 2900, 80], [3000, 9900, 200]), 5)).toEqual([])
    // 40 % against 60 % of 20 answers each: three errors are 47 points
    expect(lessKnown(known([20, 40, 8], [40, 100, 20]), 5)).toEqual([])
  })
  test('the least known come first, those with 20 answers or more', () => {
    const articles = { [EVERYONE]: { '0': [20, 80, 3], '1': [40, 60, 3], '2': [19, 0, 3] } as const }
    expect(articleFacilities(articles, 5)).toEqual([
      { article: 1, answers: 40, facility: 0.3 },
      { article: 0, answers: 20, facility: 0.8 },
    ])
  })
})
