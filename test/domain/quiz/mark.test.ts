import { describe, expect, it } from 'vitest'
import { markChoice, markFill } from '@/domain/quiz'

describe('markChoice, in proportion', () => {
  it.each([
    // chosen, key, points → verdict, earned
    [[0, 1, 3], [0, 1, 3], 5, 'right', 5],
    [[0], [0, 1, 3], 5, 'partial', 2], // 1.67
    [[0, 1], [0, 1, 3], 5, 'partial', 3], // 3.33
    [[0], [0, 1], 5, 'partial', 3], // 2.5, halves up
    [[0], [0, 1, 2, 3], 2, 'partial', 1], // 0.5, halves up
    [[0], [0, 1, 2, 3, 4], 2, 'partial', 0], // 0.4
    [[0], [0, 1], 1, 'partial', 0], // 0.5 would round to the full point
    [[0, 1, 2, 3], [0, 1, 2, 3, 4], 2, 'partial', 1], // 1.6 would round to full
    [[0, 2], [0, 1, 3], 5, 'wrong', 0],
    [[0, 1, 2, 3], [0, 1, 3], 5, 'wrong', 0],
    [[], [0, 1], 5, 'blank', 0],
  ] as const)('%j of %j for %i points is %s, %i', (chosen, key, points, verdict, earned) => {
    expect(markChoice(chosen, key, points, 'proportional')).toEqual({ verdict, earned })
  })
})

describe('markChoice, the other rules', () => {
  it.each([
    ['half', [0], [0, 1, 3], 5, 'partial', 2], // 2.5, down
    ['half', [0, 1], [0, 1, 3], 4, 'partial', 2],
    ['half', [0], [0, 1], 1, 'partial', 0],
    ['half', [0, 1, 3], [0, 1, 3], 5, 'right', 5],
    ['half', [0, 2], [0, 1, 3], 4, 'wrong', 0],
    ['none', [0, 1], [0, 1, 3], 5, 'partial', 0],
    ['none', [0, 1, 3], [0, 1, 3], 5, 'right', 5],
    ['none', [], [0, 1, 3], 5, 'blank', 0],
  ] as const)('%s: %j of %j for %i points is %s, %i', (rule, chosen, key, points, verdict, earned) => {
    expect(markChoice(chosen, key, points, rule)).toEqual({ verdict, earned })
  })
})

describe('markFill', () => {
  it('is all or nothing; blanks and signs alone are blank', () => {
    expect(markFill('两年', ['2年'], 5)).toEqual({ verdict: 'right', earned: 5 })
    expect(markFill('两', ['2年'], 5)).toEqual({ verdict: 'wrong', earned: 0 })
    expect(markFill(' “” ', ['2年'], 5)).toEqual({ verdict: 'blank', earned: 0 })
  })
})
