import { describe, expect, it } from 'vitest'
import type { OrgNode } from '@/contracts/stats'
import { cellWords, heatRows, heatSvg, meanRate, rowWords } from '@/organiser/components/heat-map/heat-map.shared'

const org = (id: string): OrgNode => ({ id, name: `示例${id}`, kind: 'committee', category: null })

describe('the map of the months', () => {
  it('draws a rate by its depth, zero pale with a point in it, and no data as an outline', () => {
    const svg = heatSvg([[9, 10], [1, 10], [0, 10], null])
    expect(svg).toContain('viewBox="0 0 97 20"')
    expect(svg.match(/<rect[^>]*fill="#9c2820"/g)).toHaveLength(1)
    // one tenth and zero are the palest; only zero has the point
    expect(svg.match(/<rect[^>]*fill="#f6e3e0"/g)).toHaveLength(2)
    expect(svg.match(/<circle cx="61"/g)).toHaveLength(1)
    expect(svg.match(/stroke-dasharray/g)).toHaveLength(1)
    expect(svg).toMatch(/<rect x="75.75"[^>]*fill="#ffffff"[^>]*stroke-dasharray/)
  })

  it('puts the strongest over all months first, or the weakest, and those without data last', () => {
    const rows = [
      { org: org('none'), cells: [null, null] },
      { org: org('half'), cells: [[10, 10] as [number, number], [0, 10] as [number, number]] },
      { org: org('late'), cells: [null, [9, 10] as [number, number]] },
    ]
    expect(heatRows(rows, 'high').map((row) => row.org.id)).toEqual(['late', 'half', 'none'])
    expect(heatRows(rows, 'low').map((row) => row.org.id)).toEqual(['half', 'late', 'none'])
    expect(meanRate([null, null])).toBeNull()
    // divided last: 10 of 10 and 0 of 90
    expect(
      meanRate([
        [10, 10],
        [0, 90],
      ]),
    ).toBe(0.1)
  })

  it('is told to who does not see it', () => {
    const months = ['2026-09', '2026-10', '2026-11']
    expect(rowWords({ cells: [null, [1, 4], [3, 4]] }, months)).toBe('11 月 75%，最低是 10 月 25%，1 个月没有数据')
    expect(rowWords({ cells: [null, null, null] }, months)).toBe('这十二个月都没有数据')
    expect(cellWords(null)).toBe('无数据')
    expect(cellWords([0, 12])).toBe('0%')
    expect(cellWords([0, 0])).toBe('无数据')
  })
})
