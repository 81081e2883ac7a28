import { describe, expect, it } from 'vitest'
import { codesOf, fillSay, joinRuns } from '@/domain/report/fill'

const filling = {
  word: (place: string) => `<${place}>`,
  figure: (code: string) => `#${code}`,
}

describe('filling a say', () => {
  it('makes each figure a run that carries its code', () => {
    expect(joinRuns(fillSay('{$scope}有{quiz.people}名党员', filling))).toEqual([
      { text: '<$scope>有' },
      { text: '#quiz.people', figure: 'quiz.people' },
      { text: '名党员' },
    ])
  })

  it('knows the figures of a say, not its words', () => {
    expect(codesOf('{$org}有{a.b}名、{c}次，{a.b}')).toEqual(['a.b', 'c', 'a.b'])
    expect(codesOf('没有数字')).toEqual([])
  })

  it('joins words with words only, and drops what is empty', () => {
    expect(
      joinRuns([
        { text: '' },
        { text: '甲' },
        { text: '乙' },
        { text: '丙', missing: true },
        { text: '丁', missing: true },
        { text: '1', figure: 'a' },
        { text: '2', figure: 'b' },
      ]),
    ).toEqual([
      { text: '甲乙' },
      { text: '丙丁', missing: true },
      { text: '1', figure: 'a' },
      { text: '2', figure: 'b' },
    ])
  })
})
