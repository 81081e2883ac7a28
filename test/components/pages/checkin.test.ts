import { describe, expect, it } from 'vitest'
import { codeDigits, nextStepFor, stageOf, themeDayIn, tokenIn } from '../../../src/pages/checkin/checkin.shared'

const token = 'day-1.59412345.abcdefghijklmnopqrstuv'

describe('what a camera read', () => {
  it('is the token, or an address that carries it', () => {
    expect(tokenIn(token)).toBe(token)
    expect(tokenIn(` ${token}\n`)).toBe(token)
    expect(tokenIn(`http://127.0.0.1:8080/#/pages/checkin/index?token=${encodeURIComponent(token)}&x=1`)).toBe(token)
    expect(themeDayIn(token)).toBe('day-1')
  })

  it.each(['', 'https://example.com', '6901234567892', 'day-1.59412345.short', 'x?token=%E0%A4%A'])(
    '%j is no code of ours',
    (text) => {
      expect(tokenIn(text)).toBeNull()
    },
  )
})

describe('the short code', () => {
  it('is six digits, whatever else was typed', () => {
    expect(codeDigits('4 8 2 0 5 7')).toBe('482057')
    expect(codeDigits('48205799')).toBe('482057')
  })
})

describe('where a theme day stands', () => {
  it('is done once one has checked in, whatever its state', () => {
    expect(stageOf({ status: 'planned', checkedInAt: null })).toBe('before')
    expect(stageOf({ status: 'open', checkedInAt: null })).toBe('open')
    expect(stageOf({ status: 'closed', checkedInAt: null })).toBe('over')
    expect(stageOf({ status: 'closed', checkedInAt: 5 })).toBe('done')
  })
})

describe('a refusal', () => {
  it('leads to the next step', () => {
    expect(nextStepFor('CODE_EXPIRED')).toBe('rescan')
    expect(nextStepFor('CODE_WRONG')).toBe('retype')
    expect(nextStepFor('CHECKIN_NOT_OPEN')).toBe('refresh')
    expect(nextStepFor('NOT_EXPECTED')).toBe('none')
  })
})
