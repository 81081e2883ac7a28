import { describe, expect, it } from 'vitest'
import { Chaos } from '../../../local-cloud/chaos/chaos'
import { chaosFromText, chaosKinds, readChaosOptions } from '../../../local-cloud/chaos/options'

const decisions = (chaos: Chaos, n: number) => Array.from({ length: n }, () => chaos.strikes('dropAnswer'))

describe('chaos', () => {
  it('is off unless asked for: nothing strikes, nothing is late', () => {
    const chaos = new Chaos(null)
    for (const kind of chaosKinds) expect(chaos.strikes(kind)).toBe(false)
    expect(chaos.lateness('delayAnswer')).toBe(0)
    expect(chaos.killsBefore('x')).toBe(false)
    expect(chaos.report().options).toBeNull()
  })

  it('decides the same with the same seed, whatever else is asked in between', () => {
    const one = new Chaos(readChaosOptions({ seed: 7, dropAnswer: 0.5, timerTwice: 0.5 }))
    const other = new Chaos(readChaosOptions({ seed: 7, dropAnswer: 0.5, timerTwice: 0.9 }))
    const first = decisions(one, 200)
    const second = Array.from({ length: 200 }, () => {
      other.strikes('timerTwice')
      return other.strikes('dropAnswer')
    })
    expect(second).toEqual(first)
    expect(decisions(new Chaos(readChaosOptions({ seed: 8, dropAnswer: 0.5 })), 200)).not.toEqual(first)
  })

  it('strikes about as often as the probability says, always at 1, never at 0, and counts', () => {
    const chaos = new Chaos(readChaosOptions({ seed: 1, dropAnswer: 0.25, timerTwice: 1 }))
    const struck = decisions(chaos, 4000).filter(Boolean).length
    expect(struck).toBeGreaterThan(880)
    expect(struck).toBeLessThan(1120)
    for (let i = 0; i < 50; i++) {
      expect(chaos.strikes('timerTwice')).toBe(true)
      expect(chaos.strikes('killAfterWrite')).toBe(false)
    }
    const { done, chances } = chaos.report()
    expect(done).toMatchObject({ dropAnswer: struck, timerTwice: 50, killAfterWrite: 0 })
    expect(chances).toMatchObject({ dropAnswer: 4000, timerTwice: 50, killAfterWrite: 50 })
  })

  it('tells the first database request of an invocation from later ones', () => {
    const chaos = new Chaos(readChaosOptions({ killBeforeFirst: 1 }))
    expect([chaos.killsBefore('a'), chaos.killsBefore('a'), chaos.killsBefore('b')]).toEqual([true, false, true])
    chaos.set(readChaosOptions({ killBetween: 1 }))
    expect([chaos.killsBefore('a'), chaos.killsBefore('a'), chaos.killsBefore('b')]).toEqual([false, true, false])
  })

  it('is late by more than nothing and at most by what was set', () => {
    const chaos = new Chaos(readChaosOptions({ delayAnswer: 1, answerDelayMs: 40 }))
    const delays = Array.from({ length: 200 }, () => chaos.lateness('delayAnswer'))
    expect(Math.min(...delays)).toBeGreaterThanOrEqual(1)
    expect(Math.max(...delays)).toBeLessThanOrEqual(40)
    expect(new Set(delays).size).toBeGreaterThan(20)
  })

  it.each([
    [{ dropAnswers: 1 }, /no "dropAnswers"/],
    [{ dropAnswer: 1.1 }, /dropAnswer must be a number from 0 to 1/],
    [{ dropAnswer: '1' }, /dropAnswer/],
    [{ seed: -1 }, /seed/],
    [{ answerDelayMs: 1e9 }, /answerDelayMs/],
    [{ timerTwice: Number.NaN }, /timerTwice/],
  ])('refuses %o with a sentence', (options, words) => {
    expect(() => readChaosOptions(options)).toThrow(words)
  })

  it('is read from the environment', () => {
    expect(chaosFromText(undefined)).toBeNull()
    expect(chaosFromText(' ')).toBeNull()
    expect(chaosFromText('{"timerTwice":1}')).toMatchObject({ timerTwice: 1, dropAnswer: 0, seed: 1 })
    for (const text of ['yes', '[1]', 'null', '{"x":1}']) expect(() => chaosFromText(text)).toThrow(/CHAOS|chaos/)
  })
})
