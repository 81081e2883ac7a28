import { describe, expect, test } from 'vitest'
import { historiesOf, type Memory, nextDueDays, portionOf, reviewDay } from '@/domain/handbook'
import { on } from './reviews'

/** A rule that one can work out in one's head: wrong comes back after 1 day, unsure after 2, sure after twice the time since the last answer, at least 3. */
const rule = (memory: Memory | null, day: number, grade: 'again' | 'hard' | 'good'): Memory => {
  const interval = grade === 'again' ? 1 : grade === 'hard' ? 2 : Math.max(3, memory ? 2 * (day - memory.lastDay) : 3)
  return { stability: interval, difficulty: 5, lastDay: day, dueDay: day + interval }
}
const dayOfNov = (day: number) => reviewDay(on(day, 'good').at)
const book = Array.from({ length: 30 }, (_, i) => `q${i}`)

describe('today’s portion', () => {
  test('of an untouched book: five new questions, nothing due', () => {
    expect(portionOf(book, new Map(), rule, dayOfNov(10))).toEqual({
      due: [],
      dueInAll: 0,
      fresh: ['q0', 'q1', 'q2', 'q3', 'q4'],
    })
  })

  test('what is due by the end of the day, longest due first', () => {
    // q0 sure on 1 Nov: due on the 4th; q1 wrong on the 9th: due on the 10th; q2 sure on the 8th: due on the 11th
    const histories = historiesOf([on(1, 'good', 9, 'q0'), on(9, 'again', 9, 'q1'), on(8, 'good', 9, 'q2')])
    expect(portionOf(['q1', 'q0', 'q2'], histories, rule, dayOfNov(10)).due).toEqual(['q0', 'q1'])
    expect(portionOf(['q1', 'q0', 'q2'], histories, rule, dayOfNov(11)).due).toEqual(['q0', 'q1', 'q2'])
  })

  test('holds ten, and what is done today is taken off it, right or wrong', () => {
    const log = book.slice(0, 15).map((id) => on(1, 'again', 9, id))
    const before = portionOf(book, historiesOf(log), rule, dayOfNov(10))
    expect([before.due.length, before.dueInAll]).toEqual([10, 15])
    const done = [on(10, 'good', 9, 'q0'), on(10, 'again', 9, 'q1'), on(10, 'hard', 9, 'q12')]
    const after = portionOf(book, historiesOf([...log, ...done]), rule, dayOfNov(10))
    expect(after.due).toEqual(['q2', 'q3', 'q4', 'q5', 'q6', 'q7', 'q8'])
    expect(after.dueInAll).toBe(12)
    // the next day brings q1 again, after those that wait longer, and a new ten
    const tomorrow = portionOf(book, historiesOf([...log, ...done]), rule, dayOfNov(11))
    expect([tomorrow.due.length, tomorrow.dueInAll]).toEqual([10, 13])
  })

  test('new ones begun today count, also those that were wrong', () => {
    const histories = historiesOf([on(10, 'again', 9, 'q0'), on(10, 'good', 9, 'q7')])
    expect(portionOf(book, histories, rule, dayOfNov(10)).fresh).toEqual(['q1', 'q2', 'q3'])
    expect(portionOf(book, histories, rule, dayOfNov(11)).fresh).toHaveLength(5)
  })

  test('leaves out what is no longer in the book', () => {
    const histories = historiesOf([on(1, 'again', 9, 'gone')])
    expect(portionOf(book, histories, rule, dayOfNov(10)).dueInAll).toBe(0)
  })
})

test('the days on which the next ones come due tell a later day’s number', () => {
  const histories = historiesOf([on(1, 'good', 9, 'q0'), on(9, 'again', 9, 'q1'), on(8, 'hard', 9, 'gone')])
  expect(nextDueDays(book, histories, rule)).toEqual([dayOfNov(4), dayOfNov(10)])
})
