import { describe, expect, test } from 'vitest'
import type { Review } from '@/contracts/handbook'
import { countMastery, historiesOf, isInWrongBook, masteryOf } from '@/domain/handbook'
import { on } from './reviews'

const given = (...reviews: Review[]) => historiesOf(reviews).get('q')

describe('mastery', () => {
  test('is a right answer that still was right a week later', () => {
    expect(masteryOf(undefined)).toBe('new')
    expect(masteryOf(given(on(1, 'good')))).toBe('learning')
    expect(masteryOf(given(on(1, 'good'), on(7, 'good')))).toBe('learning')
    expect(masteryOf(given(on(1, 'good'), on(8, 'good')))).toBe('mastered')
  })

  test('counts days of Shanghai, not hours', () => {
    expect(masteryOf(given(on(1, 'good', 23), on(8, 'good', 1)))).toBe('mastered')
    expect(masteryOf(given(on(1, 'good', 1), on(7, 'good', 23)))).toBe('learning')
  })

  test('begins anew with a wrong answer, also on the day on which it was put right', () => {
    expect(masteryOf(given(on(1, 'good'), on(8, 'good'), on(9, 'again')))).toBe('learning')
    expect(masteryOf(given(on(1, 'good'), on(8, 'again', 9), on(8, 'good', 10)))).toBe('learning')
    expect(masteryOf(given(on(1, 'again', 9), on(1, 'good', 10), on(8, 'good')))).toBe('mastered')
  })

  test('an unsure answer is right, but the last one must be sure', () => {
    expect(masteryOf(given(on(1, 'hard'), on(8, 'good')))).toBe('mastered')
    expect(masteryOf(given(on(1, 'good'), on(8, 'hard')))).toBe('learning')
  })

  test('an answer that was first kept as sure and then called unsure is unsure', () => {
    expect(masteryOf(given(on(1, 'good'), on(8, 'good'), on(8, 'hard')))).toBe('learning')
  })

  test('of a chapter: how many stand where', () => {
    const histories = historiesOf([on(1, 'good', 9, 'a'), on(8, 'good', 9, 'a'), on(8, 'again', 9, 'b')])
    expect(countMastery(['a', 'b', 'c', 'd'], histories)).toEqual({ mastered: 1, learning: 1, new: 2 })
  })
})

describe('the wrong-answer book', () => {
  test('has what was wrong at the last try', () => {
    expect(isInWrongBook(undefined)).toBe(false)
    expect(isInWrongBook(given(on(1, 'good')))).toBe(false)
    expect(isInWrongBook(given(on(1, 'again')))).toBe(true)
  })

  test('is left after right answers on two different days, sure or not', () => {
    expect(isInWrongBook(given(on(1, 'again'), on(2, 'good', 9), on(2, 'good', 20)))).toBe(true)
    expect(isInWrongBook(given(on(1, 'again'), on(2, 'good'), on(3, 'hard')))).toBe(false)
    expect(isInWrongBook(given(on(1, 'again', 9), on(1, 'good', 10), on(2, 'good')))).toBe(false)
  })

  test('takes back what is wrong again', () => {
    expect(isInWrongBook(given(on(1, 'again'), on(2, 'good'), on(3, 'good'), on(4, 'again')))).toBe(true)
  })
})
