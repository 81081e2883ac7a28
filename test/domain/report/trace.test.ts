import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fillSay } from '@/domain/report/fill'
import { markUntraced, traceNumbers } from '@/domain/report/trace'

const people = { text: '2,847', place: '{quiz.people}' }
const roughly = { text: '2800多', place: '{~quiz.people}' }
const rate = { text: '79.1%', place: '{quiz.rate}' }

describe('numbers that a person types', () => {
  it.each([
    ['全县2,847名党员参加，占79.1%', '全县{quiz.people}名党员参加，占{quiz.rate}'],
    ['全县2847名党员参加', '全县{quiz.people}名党员参加'],
    ['全县２８４７名党员参加', '全县{quiz.people}名党员参加'],
    ['2800多名党员参加', '{~quiz.people}名党员参加'],
    // another number is nobody's figure
    ['2,848名', '2,848名'],
    ['79.1名', '79.1名'],
    ['12,847名', '12,847名'],
  ])('%s', (typed, say) => {
    expect(traceNumbers(typed, [people, rate, roughly])).toBe(say)
  })

  it('are dealt in order when several figures print the same', () => {
    const [a, b] = [
      { text: '3', place: '{a}' },
      { text: '3', place: '{b}' },
    ]
    expect(traceNumbers('3名、3次、3场', [a, b])).toBe('{a}名、{b}次、{a}场')
  })

  it('of the calendar and of order count nothing', () => {
    expect(markUntraced({ text: '2026年11月2日第3次会议' })).toEqual([{ text: '2026年11月2日第3次会议' }])
  })

  it('that lead to no figure are marked', () => {
    expect(markUntraced({ text: '请假12人，占3.5%' })).toEqual([
      { text: '请假' },
      { text: '12', untraced: true },
      { text: '人，占' },
      { text: '3.5%', untraced: true },
    ])
    expect(markUntraced({ text: '12', figure: 'a' })).toEqual([{ text: '12', figure: 'a' }])
  })

  it('lose no character, whatever is typed', () => {
    const text = fc.string({
      unit: fc.constantFrom('字', '1', '2', ',', '.', '%', '年', '第', '多', '万', '。'),
      maxLength: 30,
    })
    fc.assert(
      fc.property(text, (typed) => {
        const said = fillSay(traceNumbers(typed, []), { word: () => '', figure: () => '' }).flatMap(markUntraced)
        expect(said.map((run) => run.text).join('')).toBe(typed)
      }),
    )
  })
})
