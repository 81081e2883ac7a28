import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { palette, svgUri } from '@/organiser/palette'

describe('colours of drawings', () => {
  it('are those of the tokens, which an image cannot read', () => {
    const tokens = readFileSync(path.join(import.meta.dirname, '../../../src/styles/tokens.scss'), 'utf8')
    const token = (name: string) => {
      const value = new RegExp(`--${name}: (#[0-9a-f]+);`).exec(tokens)?.[1] ?? ''
      return value.length === 4 ? value.replace(/[0-9a-f]/g, '$&$&') : value
    }
    for (const [name, value] of Object.entries(palette)) expect([name, token(name)]).toEqual([name, value])
  })

  it('survive being put into an address', () => {
    const svg = '<svg fill="#b3261e"/>'
    expect(decodeURIComponent(svgUri(svg).replace('data:image/svg+xml,', ''))).toBe(svg)
  })
})
