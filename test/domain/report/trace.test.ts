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

  it('of a figure that stands in the sentence are that figure only where they count the same, and once', () => {
    const own = [
      { text: '3', place: '{quiz.people}', unit: '名' },
      { text: '3', place: '{quiz.times}', unit: '人次' },
      { text: '3', place: '{themeday.sessions}', unit: '场次' },
      { text: '3', place: '{a|b}', unit: '个百分点' },
    ]
    const say = (typed: string) => traceNumbers(typed, own)
    expect(say('3个支部的3名党员答题，3名请假')).toBe('3个支部的{quiz.people}名党员答题，3名请假')
    expect(say('3人次，3 人')).toBe('{quiz.times}人次，{quiz.people} 人')
    expect(say('3场，相差3个百分点')).toBe('{themeday.sessions}场，相差{a|b}个百分点')
    expect(say('3次')).toBe('3次')
  })

  it('of a figure that was put in are it wherever they stand', () => {
    expect(traceNumbers('3个，3（3）', [{ text: '3', place: '{a}' }])).toBe('{a}个，{a}（{a}）')
  })

  it.each([
    ['三百多名党员参加', '三百多'],
    ['占百分之八十五', '百分之八十五'],
    ['共十二个支部', '十二'],
  ])('in characters are marked too: %s', (text, found) => {
    expect(markUntraced({ text }).filter(({ untraced }) => untraced)).toEqual([{ text: found, untraced: true }])
  })

  it.each(['三会一课', '第十一次会议', '百题手册', '一名党员', '二十大精神', '统一部署'])(
    '%s counts nothing',
    (text) => {
      expect(markUntraced({ text })).toEqual([{ text }])
    },
  )

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
