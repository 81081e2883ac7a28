import { describe, expect, it } from 'vitest'
import { questions } from '../../content'
import { isBalanced, keyPlaces, lengthGiveaway, lengthRatio } from './support/balance'
import type { Asked } from './support/wording'

const asked = (kind: Asked['kind'], options: string[], key: number[]): Asked => ({
  kind,
  options,
  key,
  stem: '示例？',
  explanation: '示例说明。',
})
const telling = asked('single', ['短的', '短的', '这个选项说得又全又细', '短'], [2])
const silent = asked('single', ['一样长', '同样长', '都很长', '不更长'], [0])

describe('places of the keys', () => {
  it('counts and compares the places', () => {
    expect(keyPlaces([telling, silent, telling], 'single', 4)).toEqual([1, 0, 2, 0])
    expect(isBalanced([4, 4, 4, 4], 0.25)).toBe(true)
    expect(isBalanced([3, 5, 4, 4], 0.25)).toBe(true)
    expect(isBalanced([2, 5, 5, 4], 0.25)).toBe(false)
    expect(isBalanced([0, 0, 0, 0], 0.25)).toBe(false)
  })

  it('are even among the singles and among the multiples', () => {
    expect(keyPlaces(questions, 'single', 4)).toSatisfy((counts: number[]) => isBalanced(counts, 0.2))
    expect(keyPlaces(questions, 'multiple', 4)).toSatisfy((counts: number[]) => isBalanced(counts, 0.2))
    expect(keyPlaces(questions, 'multiple', 5)).toSatisfy((counts: number[]) => isBalanced(counts, 0.3))
  })

  it('make about half of the judgements right', () => {
    expect(keyPlaces(questions, 'judge', 2)).toSatisfy((counts: number[]) => isBalanced(counts, 0.1))
  })

  it('differ in number among the multiples, so that the number cannot be guessed', () => {
    for (const places of [4, 5]) {
      const multiples = questions.filter((one) => one.kind === 'multiple' && one.options.length === places)
      for (const number of new Set(multiples.map((one) => one.key.length))) {
        const same = multiples.filter((one) => one.key.length === number)
        expect(same.length / multiples.length, `${number} of ${places}`).toBeLessThanOrEqual(0.7)
      }
    }
  })
})

describe('length of the options', () => {
  it('measures what the length gives away', () => {
    expect(lengthGiveaway([telling, silent], 'longest')).toBe(0.5)
    expect(lengthGiveaway([telling, silent], 'shortest')).toBe(0)
    expect(lengthGiveaway([asked('single', ['短', '长一些', '长一点', '长多了'], [0])], 'shortest')).toBe(1)
    expect(lengthRatio([asked('multiple', ['四个字呀', '两字', '四个字啊', '两个'], [0, 2])])).toBe(2)
  })

  it('does not tell the right option: marking the longest or the shortest does no better than chance', () => {
    expect(lengthGiveaway(questions, 'longest')).toBeLessThanOrEqual(0.25)
    expect(lengthGiveaway(questions, 'shortest')).toBeLessThanOrEqual(0.25)
    expect(lengthRatio(questions)).toBeGreaterThan(0.85)
    expect(lengthRatio(questions)).toBeLessThan(1.15)
  })
})
