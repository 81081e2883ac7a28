import { describe, expect, it } from 'vitest'
import { askedProblems } from './support/wording'

describe('gaps', () => {
  const gap = {
    kind: 'fill' as const,
    stem: '示例大会每____年举行一次。',
    options: [],
    key: [],
    accepted: ['五', '五年'],
    explanation: '示例大会五年一次，由示例委员会召集，必要时可以提前举行。',
  }

  it.each([
    [{ stem: '示例大会五年一次。' }, 'exactly one gap of four underscores'],
    [{ stem: '示例大会每____年举行____次。' }, 'exactly one gap of four underscores'],
    [{ stem: '示例大会每___年举行一次。' }, 'exactly one gap of four underscores'],
    [{ options: ['五', '三', '四'], key: [0] }, 'a gap has no options'],
    [{ accepted: undefined }, 'nothing is accepted'],
    [{ accepted: [] }, 'nothing is accepted'],
    [{ accepted: ['五年左右开一次'] }, 'a phrase is no answer'],
    [{ accepted: ['五', '五年', '5'] }, 'an accepted form is empty or listed twice'],
    [{ accepted: ['五', '五年', ' 五 年。'] }, 'an accepted form is empty or listed twice'],
    [{ accepted: ['五', '五年', '。'] }, 'an accepted form is empty or listed twice'],
    [{ stem: '示例大会五年一次，也就是每____年举行。' }, 'the stem answers the gap'],
    [{ stem: '示例同志之间一律称____。', accepted: ['同志'] }, 'the stem answers the gap'],
    [{ accepted: ['五'] }, 'who writes the unit again is wrong'],
    [{ stem: '示例大会每几年举行一次？____' }, 'judge and fill state, the others ask'],
  ])('finds the fault in %o', (change, problem) => {
    expect(askedProblems(gap)).toEqual([])
    expect(askedProblems({ ...gap, ...change })).toContain(problem)
  })

  it('does not take a sign that also stands in another word for the answer', () => {
    expect(askedProblems({ ...gap, stem: '示例处分一般应当在____个月内宣布。', accepted: ['一', '一个'] })).toEqual([])
  })
})
