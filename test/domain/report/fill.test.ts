import { describe, expect, it } from 'vitest'
import { codesOf, type FigurePlace, fillSay, joinRuns } from '@/domain/report/fill'

const filling = {
  word: (place: string) => `<${place}>`,
  figure: ({ figure, roughly }: FigurePlace) => `${roughly ? '~' : ''}#${figure}`,
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

  it('reads figures rounded down, of other organisations, and how far two lie apart', () => {
    expect(fillSay('{~a.b}{a.b@town}{low|high}', filling).filter(({ text }) => text !== '')).toEqual([
      { text: '~#a.b', figure: 'a.b' },
      { text: '#a.b', figure: 'a.b', orgId: 'town' },
      { text: '#high', figure: 'high', against: 'low' },
    ])
    // what belongs to another organisation is none of the report's own figures
    expect(codesOf('{~a.b}{c.d@town}{low|high}{$org}')).toEqual(['a.b', 'low', 'high'])
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
