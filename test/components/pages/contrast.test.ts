import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { contrast, pairs } from '../../../src/pages/components/contrast.shared'

const tokens = readFileSync(path.resolve(import.meta.dirname, '../../../src/styles/tokens.scss'), 'utf8')
const tokenValue = (name: string): string => {
  const value = new RegExp(`--${name}: (#[0-9a-f]{3,6});`).exec(tokens)?.[1] ?? ''
  return value.length === 4 ? value.replace(/[0-9a-f]/g, '$&$&') : value
}

describe('contrast', () => {
  it('is what WCAG defines: 21 for black on white, 1 for a colour on itself, 4.54 for #767676 on white', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
    expect(contrast('#b3261e', '#b3261e')).toBe(1)
    expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2)
    expect(contrast('#ffffff', '#767676')).toBeCloseTo(4.54, 2)
  })

  it.each(pairs)('of $name is at least 4.5, with the values of the tokens', ({ name, text, ground }) => {
    const [textToken = '', groundToken = ''] = name.split(' / ')
    expect([text, ground]).toEqual([tokenValue(textToken), tokenValue(groundToken)])
    expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5)
  })
})
