import { describe, expect, it } from 'vitest'
import { errorWords } from '@/components/page/error-words.shared'
import { type ErrorCode, errorTable } from '@/contracts/errors'

describe('an error on a page', () => {
  it.each(Object.keys(errorTable) as ErrorCode[])('%s says what to do next in the words of the one table', (code) => {
    const words = errorWords({ code, message: errorTable[code].message })
    expect(words.hint).toBe(errorTable[code].message)
    expect(words.title.length).toBeGreaterThan(2)
  })

  it('without a network points to the network, and says that nothing is lost', () => {
    const words = errorWords({ code: 'OFFLINE', message: '' })
    expect(words.title).toBe('连不上网')
    expect(words.hint).toContain('重试')
    expect(words.hint).toContain('不会丢')
  })
})
