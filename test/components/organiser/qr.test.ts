import { describe, expect, it } from 'vitest'
import { darkPath, qrSvg, qrUri, quietZone } from '@/organiser/components/qr/qr.shared'

/** Reads the modules back from the path's strokes. */
function modulesOf(svg: string): { side: number; dark: Set<string> } {
  const side = Number(/viewBox="0 0 (\d+) \1"/.exec(svg)?.[1])
  const dark = new Set<string>()
  for (const [, x, y, w] of svg.matchAll(/M(\d+) (\d+)h(\d+)/g)) {
    for (let i = 0; i < Number(w); i += 1) dark.add(`${Number(x) + i},${y}`)
  }
  return { side, dark }
}

describe('the code on the board', () => {
  it('merges the dark modules of a row into runs', () => {
    const rows = ['110', '000', '101']
    expect(darkPath(3, (row, column) => rows[row]?.[column] === '1')).toBe('M0 0h2M0 2h1M2 2h1')
    expect(darkPath(1, () => true, 4)).toBe('M4 4h1')
  })

  const token = 'td-example-branch-2026-11.59840123.abcdefghijklmnopqrstuv'

  it('has a finder pattern in three corners and four modules of quiet around', () => {
    const { side, dark } = modulesOf(qrSvg(token))
    const size = side - 2 * quietZone
    // version v has 17 + 4v modules
    expect((size - 17) % 4).toBe(0)
    for (const [left, top] of [
      [0, 0],
      [size - 7, 0],
      [0, size - 7],
    ] as const) {
      const finder = Array.from({ length: 7 }, (_, y) =>
        Array.from({ length: 7 }, (_, x) =>
          dark.has(`${left + x + quietZone},${top + y + quietZone}`) ? '1' : '0',
        ).join(''),
      )
      expect(finder).toEqual(['1111111', '1000001', '1011101', '1011101', '1011101', '1000001', '1111111'])
    }
    const inQuiet = [...dark].filter((at) =>
      at.split(',').some((n) => Number(n) < quietZone || Number(n) >= size + quietZone),
    )
    expect(inQuiet).toEqual([])
  })

  it('is another code for another token, and the same for the same', () => {
    expect(qrSvg(token)).toBe(qrSvg(token))
    expect(qrSvg(token.replace('59840123', '59840124'))).not.toBe(qrSvg(token))
  })

  it('stays below ten kilobytes, so that a new code is a small message to the view', () => {
    const longest = `${'a'.repeat(48)}.123456789012.${'b'.repeat(32)}`
    expect(qrUri(longest).length).toBeLessThan(10_000)
    expect(qrUri(longest).length).toBeGreaterThan(qrUri(token).length)
  })
})
