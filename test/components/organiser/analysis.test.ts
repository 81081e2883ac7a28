import { describe, expect, test } from 'vitest'
import type { AnalysedItem } from '../../../src/contracts/analysis'
import {
  choiceLines,
  consistencyWords,
  discriminationWords,
  findingWords,
  littleKnownWords,
  papersWords,
  sortItems,
} from '../../../src/organiser/pages/analysis/analysis.shared'
import { changeOf, draftOf, impactLines, keyWords, toggled } from '../../../src/organiser/pages/analysis/correct.shared'

const item = (number: number, facility: number | null, discrimination: number | null): AnalysedItem => ({
  questionId: `q${number}`,
  number,
  kind: 'single',
  stem: '题干',
  source: { document: '示例章程', article: '第一条' },
  answers: 60,
  facility,
  standardDeviation: null,
  discrimination,
  efficiency: null,
  guess: 0.25,
  intendedWeight: 0.25,
  effectiveWeight: null,
  detail: {
    options: [
      { text: '甲', isKey: true, count: 20, rest: 0.4 },
      { text: '乙', isKey: false, count: 36, rest: 0.8 },
    ],
    blank: { count: 4, rest: null },
    accepted: [],
    texts: [],
    full: false,
  },
})

describe('what is wrong, in words', () => {
  test('a suspect key names both options with what their choosers did elsewhere', () => {
    const finding = {
      finding: 'keySuspect' as const,
      questionId: 'q7',
      answers: 60,
      option: 1,
      chose: 40,
      rest: 0.85,
      choseKey: 12,
      restOfKey: 0.4,
    }
    expect(findingWords(finding, item(7, 0.2, -0.5))).toEqual({
      title: '第 7 题的答案可能有误',
      note: '选 B 的 40 份，其余题平均得 85%；选现在答案的 12 份，其余题平均得 40%。请对照条文核对。',
    })
    expect(findingWords({ ...finding, choseKey: 2, restOfKey: null }, item(7, 0.2, null)).note).toContain(
      '选现在答案的 2 份。请',
    )
  })
  test('a place and an article', () => {
    expect(
      littleKnownWords({
        source: { document: '示例章程', article: '第一条' },
        where: { by: 'organisation', id: 'town', name: '示例镇党委' },
        facility: 0.4,
        elsewhere: 0.7,
        answers: 100,
        branches: 8,
      }),
    ).toEqual({
      title: '示例镇党委对《示例章程》第一条还不熟',
      note: '得分率 40%，别处 70%（8 个支部，100 次作答）。',
    })
  })
  test('consistency and discrimination by their bands', () => {
    expect([null, 0.8, 0.75, 0.7, 0.5].map((value) => consistencyWords(value).replace(/：.*/, ''))).toEqual([
      '答卷太少，还看不出各题是否一致。',
      '内部一致性 80%',
      '内部一致性 75%',
      '内部一致性 70%',
      '内部一致性 50%',
    ])
    expect(consistencyWords(0.7)).toContain('还可以')
    expect(consistencyWords(0.5)).toContain('偏低')
    expect([null, 0.5, 0.3, 0.2, 0, -0.1].map(discriminationWords)).toEqual([
      '还看不出',
      '很好',
      '较好',
      '偏弱',
      '很弱',
      '相反',
    ])
  })
  test('which papers', () => {
    expect(papersWords({ papers: 60, which: 'first', unlike: 0 })).toBe('60 份答卷，每人只算先送达的一份')
    expect(papersWords({ papers: 60, which: 'all', unlike: 2 })).toBe('60 份答卷，每天的都算，题数不同的 2 份没有算')
  })
})

test('questions are sorted by what is low, the unknown last, equal ones by number', () => {
  const items = [item(1, 0.9, 0.1), item(2, null, null), item(3, 0.2, 0.6), item(4, 0.2, -0.3)]
  const order = (by: 'hard' | 'weak' | 'paper') => sortItems(items, by).map(({ number }) => number)
  expect([order('hard'), order('weak'), order('paper')]).toEqual([
    [3, 4, 1, 2],
    [4, 1, 3, 2],
    [1, 2, 3, 4],
  ])
})

test('the lines of the choices: options with letters, and who left it empty', () => {
  const { detail } = item(1, 0.5, 0.5)
  if (!detail) throw new Error('no detail')
  expect(choiceLines(detail, 60).map(({ letter, text, share }) => [letter, text, share])).toEqual([
    ['A', '甲', 20 / 60],
    ['B', '乙', 36 / 60],
    ['', '没有答', 4 / 60],
  ])
})

describe('correcting', () => {
  test('begins from the key that holds, and says what is meant', () => {
    const draft = draftOf(item(1, 0.5, 0.5))
    expect(draft).toMatchObject({ options: [0], full: false })
    expect(toggled([0], 1)).toEqual([0, 1])
    expect(toggled([0, 1], 0)).toEqual([1])
    expect(changeOf('single', { ...draft, options: [1] })).toEqual({ to: 'key', key: [1] })
    expect(changeOf('single', { ...draft, options: [] })).toBeNull()
    expect(changeOf('single', { ...draft, full: true })).toEqual({ to: 'full' })
    expect(changeOf('fill', { ...draft, texts: ' 32 \n\n32学时；三十二' })).toEqual({
      to: 'accepted',
      accepted: ['32', '32学时', '三十二'],
    })
    expect(changeOf('fill', { ...draft, texts: ' \n' })).toBeNull()
  })
  test('keys in words', () => {
    expect(keyWords({ options: [0, 2], accepted: [], full: false })).toBe('答案 A、C')
    expect(keyWords({ options: [], accepted: ['32', '三十二'], full: false })).toBe('填“32”“三十二”')
    expect(keyWords({ options: [0], accepted: [], full: true })).toBe('全员得分')
  })
  test('what it does, only what there is', () => {
    const nothing = { papers: 60, touched: 0, rise: 0, fall: 0, nowPass: 0, keptPass: 0 }
    expect(impactLines(nothing)).toHaveLength(1)
    expect(impactLines({ ...nothing, touched: 60 })).toEqual(['60 份答卷里，60 份有这道题', '分数都不变'])
    expect(impactLines({ ...nothing, touched: 60, rise: 40, fall: 12, nowPass: 9, keptPass: 2 })).toEqual([
      '60 份答卷里，60 份有这道题',
      '40 份分数升高',
      '12 份分数降低',
      '9 份由未通过变为通过',
      '2 份低于通过分数，但已经告诉本人通过，仍算通过',
    ])
  })
})
