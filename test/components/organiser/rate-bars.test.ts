import { describe, expect, it } from 'vitest'
import type { Figure, OrgNode } from '@/contracts/stats'
import { rateRows } from '@/organiser/components/rate-bars/rate-bars.shared'

const org = (id: string): OrgNode => ({ id, name: `示例${id}`, kind: 'branch', category: null })
const child = (id: string, value: number | null, state: Figure['state'] = 'ok') => ({
  org: org(id),
  members: 20,
  figures: [{ code: 'quiz.rate', value, state }],
})

describe('organisations drawn by a rate', () => {
  it('puts the strongest first and those without a rate last, in their order', () => {
    const rows = rateRows(
      [child('a', null, 'notDue'), child('b', 0), child('c', 0.9), child('d', null, 'noSource')],
      'quiz.rate',
    )
    expect(rows.map((row) => row.org.id)).toEqual(['c', 'b', 'a', 'd'])
  })

  it('gives zero a bar of no length, and no data no bar at all', () => {
    const rows = rateRows([child('a', 0), child('b', null, 'notDue')], 'quiz.rate')
    expect(rows.map((row) => row.width)).toEqual([0, null])
  })

  it('draws percent with one decimal, never beyond the track', () => {
    const rows = rateRows([child('a', 0.8344), child('b', 1.2)], 'quiz.rate')
    expect(rows.map((row) => row.width)).toEqual([100, 83.4])
  })

  it('deepens the colour every twenty points', () => {
    const rows = rateRows(
      [child('a', 0.8), child('b', 0.79), child('c', 0.4), child('d', 0.2), child('e', 0.1)],
      'quiz.rate',
    )
    expect(rows.map((row) => row.heat)).toEqual([5, 4, 3, 2, 1])
  })

  it('says that a figure that the answer lacks has no source', () => {
    const [row] = rateRows([{ org: org('a'), members: 1, figures: [] }], 'quiz.rate')
    expect(row?.figure).toEqual({ code: 'quiz.rate', value: null, state: 'noSource' })
  })

  it('puts the weakest first when asked to, and those without a rate last all the same', () => {
    const rows = rateRows([child('a', null, 'notDue'), child('b', 0), child('c', 0.9)], 'quiz.rate', 'low')
    expect(rows.map((row) => row.org.id)).toEqual(['b', 'c', 'a'])
  })
})
