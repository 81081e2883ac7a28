import { describe, expect, it } from 'vitest'
import { labelledPoints, trendPoints, trendSvg } from '@/organiser/components/trend/trend.shared'

describe('the trend of a period', () => {
  it('places values over a baseline of zero, the highest at the top', () => {
    // box 320 × 72, 16 free at the sides, 10 above, 4 below: the scale is 58 units high
    expect(trendPoints([0, 10, 5])).toEqual([
      { x: 16, y: 68, value: 0 },
      { x: 160, y: 10, value: 10 },
      { x: 304, y: 39, value: 5 },
    ])
  })

  it('lies on the baseline when nobody took part', () => {
    expect(trendPoints([0, 0]).map((p) => p.y)).toEqual([68, 68])
  })

  it('puts a single week in the middle', () => {
    expect(trendPoints([4])).toEqual([{ x: 160, y: 10, value: 4 }])
  })

  it('draws whole weeks with a solid line and filled points', () => {
    const svg = trendSvg([0, 10, 5], [false, false, false])
    expect(svg).toContain('<path d="M16 68L160 10"/><path d="M160 10L304 39"/>')
    expect(svg).not.toContain('dasharray')
    expect(svg.match(/<circle[^>]*fill="#b3261e"/g)).toHaveLength(3)
  })

  it('dashes the way to a week that is not whole in the period, and leaves its point hollow', () => {
    const svg = trendSvg([0, 10, 5], [false, false, true])
    expect(svg).toContain('<path d="M16 68L160 10"/>')
    expect(svg).toMatch(/<path d="M160 10L304 39" stroke-dasharray="[\d ]+"\/>/)
    expect(svg).toMatch(/cx="304" cy="39" r="4" fill="#ffffff"/)
    expect(svg.match(/fill="#ffffff"/g)).toHaveLength(1)
  })

  it('draws the period before as a thin line on the same scale, its weeks under ours', () => {
    const svg = trendSvg([0, 10, 5], [false, false, false], [20, 0])
    // 20 touches the top; 10 is half as high, and the third week had none before
    expect(svg).toContain('<path d="M16 10L160 68" fill="none" stroke="#746c63"')
    expect(svg).toContain('<path d="M16 68L160 39"/><path d="M160 39L304 53.5"/>')
    // more weeks before than now are left off
    expect(trendSvg([1, 1], [false, false], [1, 1, 9])).toContain(
      '<path d="M16 10L304 10" fill="none" stroke="#746c63"',
    )
    expect(trendSvg([0, 10], [false, false], [3])).not.toContain('#746c63')
  })

  it('draws nothing for no weeks', () => {
    expect(trendSvg([], [])).toBe('')
  })

  it('labels every point up to five weeks', () => {
    expect(labelledPoints([3, 1, 2, 9, 4])).toEqual([0, 1, 2, 3, 4])
  })

  it('labels the ends and the highest of many weeks, and only the ends when the highest is beside one', () => {
    expect(labelledPoints([1, 2, 3, 4, 9, 4, 3, 2, 1, 1])).toEqual([0, 4, 9])
    expect(labelledPoints([1, 9, 3, 4, 2, 4, 3, 2, 1, 1])).toEqual([0, 9])
  })
})
