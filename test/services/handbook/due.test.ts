import { expect, it } from 'vitest'
import { dueOn } from '@/services/handbook/due.shared'

it('what is due on a later day is known without the schedule', () => {
  const note = { day: 100, left: 3, next: [98, 101, 101, 104] }
  expect(dueOn(note, 100)).toBe(3)
  expect(dueOn(note, 101)).toBe(3)
  expect(dueOn(note, 103)).toBe(3)
  expect(dueOn(note, 104)).toBe(4)
  // a clock that was put back
  expect(dueOn(note, 99)).toBe(1)
})
