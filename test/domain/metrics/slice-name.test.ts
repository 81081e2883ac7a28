import { describe, expect, it } from 'vitest'
import { sliceName, sliceOf, sliceWords } from '../../../src/domain/metrics/slice-name'

describe('a slice in one word', () => {
  it('goes into an address and comes back', () => {
    for (const slice of [
      {},
      { mobile: true },
      { probationary: true },
      { age: 'from61', category: 'village' },
      { mobile: true, probationary: true, age: 'to35', category: 'newOrganisation' },
    ] as const) {
      expect(sliceOf(sliceName(slice))).toEqual(slice)
    }
    expect(sliceName({})).toBe('all')
    expect(sliceName({ mobile: true, age: 'from61', category: 'village' })).toBe('mobile.from61.village')
  })

  it('takes what it does not know for everybody', () => {
    for (const name of [undefined, '', 'all', 'nobody', '__proto__', 'constructor', '<b>']) {
      expect(sliceOf(name)).toEqual({})
    }
    expect(sliceOf('nobody.mobile')).toEqual({ mobile: true })
  })

  it('is said in words', () => {
    expect(sliceWords({})).toBe('全体党员')
    expect(sliceWords({ mobile: true })).toBe('流动党员')
    expect(sliceWords({ age: 'from61', category: 'village' })).toBe('61 岁及以上\u00a0· 农村')
  })
})
