import { describe, expect, test } from 'vitest'
import type { Figure } from '@/contracts/stats'
import type { Heat, HeatCell } from '@/organiser/components/heat-map/heat-map.shared'
import { kindView } from '@/organiser/kinds'
import type { Overview } from '@/organiser/pages/figures/figures.shared'
import { asOffered } from '@/organiser/pages/figures/offered.shared'

const node = (id: string) => ({ id, name: id, kind: 'branch' as const })
const rate = (code: string, numerator: number, denominator = 10): Figure => ({
  code,
  value: numerator / denominator,
  state: 'ok',
  numerator,
  denominator,
})
const undue = (code: string): Figure => ({ code, value: null, state: 'notDue' })
/** By 15 November; only what the rule looks at. */
const overview = (from: string, to: string, took: number) =>
  ({
    from,
    to,
    asOf: Date.UTC(2026, 10, 15),
    figures: [
      rate('quiz.rate', took),
      rate('imbalance.quiz.village', 0),
      rate('imbalance.lesson.village', 0),
      rate('lesson.rate', 0),
    ],
    children: [
      { org: node('a'), members: 5, figures: [rate('quiz.rate', took, 5)] },
      { org: node('b'), members: 5, figures: [rate('quiz.rate', 0, 5)] },
    ],
  }) as unknown as Overview
const heat = (cells: HeatCell[], a: HeatCell[], b: HeatCell[]) =>
  ({
    months: ['2026-09', '2026-10', '2026-11'],
    cells,
    children: [
      { org: node('a'), cells: a },
      { org: node('b'), cells: b },
    ],
  }) as unknown as Heat
const quiz = kindView('quiz')
const nothing = [null, null, null]

describe('a period in which nothing was offered', () => {
  test('has no rate, of the whole, of its categories and of those below; another kind keeps its zero', () => {
    const drawn = asOffered(overview('2026-10-01', '2026-11-30', 0), quiz, heat(nothing, nothing, nothing))
    expect(drawn.figures).toEqual([
      undue('quiz.rate'),
      undue('imbalance.quiz.village'),
      rate('imbalance.lesson.village', 0),
      rate('lesson.rate', 0),
    ])
    expect(drawn.children.map(({ figures }) => figures)).toEqual([[undue('quiz.rate')], [undue('quiz.rate')]])
  })

  test('of one organisation below says so of that one only', () => {
    const some: HeatCell[] = [null, [0, 5], null]
    const drawn = asOffered(overview('2026-10-01', '2026-10-31', 0), quiz, heat(some, some, nothing))
    expect(drawn.figures[0]).toEqual(rate('quiz.rate', 0))
    expect(drawn.children.map(({ figures }) => figures[0])).toEqual([rate('quiz.rate', 0, 5), undue('quiz.rate')])
  })
})

test('a zero that was counted stays a zero, and whoever took part is never taken away', () => {
  const counted: HeatCell[] = [null, null, [0, 10]]
  const zero = overview('2026-11-01', '2026-11-30', 0)
  expect(asOffered(zero, quiz, heat(counted, counted, counted)).figures).toEqual(zero.figures)
  const took = overview('2026-11-01', '2026-11-30', 3)
  expect(asOffered(took, quiz, heat(nothing, nothing, nothing)).figures[0]).toEqual(rate('quiz.rate', 3))
})

test('without the months, or for days that they do not have, the figures stay as they came', () => {
  const zero = overview('2026-10-01', '2026-11-30', 0)
  expect(asOffered(zero, quiz, null)).toBe(zero)
  const long = overview('2025-01-01', '2026-11-30', 0)
  expect(asOffered(long, quiz, heat(nothing, nothing, nothing))).toBe(long)
})
