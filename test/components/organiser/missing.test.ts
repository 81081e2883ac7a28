import { describe, expect, it } from 'vitest'
import {
  branchBars,
  groupByBranch,
  joinPages,
  type MissingPage,
  takenShare,
} from '@/organiser/pages/missing/missing.shared'

const org = (id: string, name: string) => ({ id, name, kind: 'branch' as const, category: null })
const person = (id: string, orgName: string) => ({ id, name: `测试${id}`, orgName, mobile: false })
const page = (more: Partial<MissingPage>): MissingPage => ({
  org: org('county', '示例县'),
  asOf: 0,
  members: 40,
  missing: 3,
  missingMobile: 1,
  canRemind: true,
  branches: [],
  people: [],
  next: null,
  ...more,
})

describe('who has not taken part', () => {
  it('stands under the branches in the order of the answer, also when a branch is split over two pages', () => {
    const first = page({ people: [person('1', '甲支部'), person('2', '乙支部')], next: 2 })
    const second = page({ people: [person('3', '乙支部')], next: null })
    const joined = joinPages(first, second)
    expect(joined.next).toBeNull()
    expect(groupByBranch(joined.people ?? []).map((g) => [g.orgName, g.people.map((p) => p.id)])).toEqual([
      ['甲支部', ['1']],
      ['乙支部', ['2', '3']],
    ])
  })

  it('is shown once when pages overlap', () => {
    const joined = joinPages(
      page({ people: [person('1', '甲')] }),
      page({ people: [person('1', '甲'), person('2', '甲')] }),
    )
    expect(joined.people?.map((p) => p.id)).toEqual(['1', '2'])
  })

  it('stays without names when the answer has none', () => {
    expect(joinPages(page({ people: null }), page({ people: null })).people).toBeNull()
  })

  it('is drawn per branch as a share of its members', () => {
    const bars = branchBars([
      { org: org('a', '甲'), members: 24, missing: 9 },
      { org: org('b', '乙'), members: 0, missing: 0 },
    ])
    // 9 of 24
    expect(bars.map((bar) => [bar.name, bar.share])).toEqual([
      ['甲', 0.375],
      ['乙', 0],
    ])
  })

  it('leaves the share of those who took part; none without members', () => {
    // 37 of 40
    expect(takenShare(page({}))).toBe(0.925)
    expect(takenShare(page({ members: 0, missing: 0 }))).toBeNull()
  })
})
