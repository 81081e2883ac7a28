import { describe, expect, test } from 'vitest'
import {
  type Entry,
  isTenfold,
  judge,
  lastAccepted,
  MOST_SUBMISSIONS,
  type Submission,
  submit,
  type Verdict,
} from '../../../src/domain/register'

const submission = (key: string, value: number, by = 'writer'): Submission => ({
  key,
  value,
  document: { name: '示例通报', number: '', day: '2026-10-08' },
  asOfDay: '2026-09-30',
  note: '',
  by,
  at: 1,
  jumpFrom: null,
  verdict: null,
})
const yes = (by = 'judge'): Verdict => ({ accepted: true, words: '', by, at: 2 })
const no = (words = '请核对单位', by = 'judge'): Verdict => ({ accepted: false, words, by, at: 2 })

const submitted = (entry: Entry | null, one: Submission): Entry => {
  const result = submit(entry, one, entry?.revision ?? 0)
  if (result.kind !== 'new') throw new Error(JSON.stringify(result))
  return result.entry
}
const judged = (entry: Entry, n: number, verdict: Verdict): Entry => {
  const result = judge(entry, n, verdict)
  if (result.kind !== 'new') throw new Error(JSON.stringify(result))
  return result.entry
}
const refused = (why: string) => ({ kind: 'refused', why })

describe('an entry', () => {
  test('is submitted, returned with words, submitted again and accepted; all of it stays visible', () => {
    const first = submitted(null, submission('key-one', 10))
    expect(first).toMatchObject({ revision: 1, state: 'submitted', accepted: null })
    const returned = judged(first, 1, no())
    expect(returned).toMatchObject({ revision: 2, state: 'returned', accepted: null })
    const again = submitted(returned, submission('key-two', 12))
    const done = judged(again, 2, yes())
    expect(done).toMatchObject({ revision: 4, state: 'accepted', accepted: { value: 12, n: 2 } })
    expect(done.submissions.map(({ value, verdict }) => [value, verdict?.accepted, verdict?.words])).toEqual([
      [10, false, '请核对单位'],
      [12, true, ''],
    ])
  })

  test('stands while its correction waits, and when that is returned', () => {
    const stands = judged(submitted(null, submission('key-one', 10)), 1, yes())
    const corrected = submitted(stands, submission('key-two', 11))
    expect(corrected).toMatchObject({ state: 'submitted', accepted: { value: 10, n: 1 } })
    expect(judged(corrected, 2, no())).toMatchObject({ state: 'returned', accepted: { value: 10, n: 1 } })
    expect(judged(corrected, 2, yes())).toMatchObject({ state: 'accepted', accepted: { value: 11, n: 2 } })
  })

  test('sent again is the same; with the same key and other words it is refused', () => {
    const first = submitted(null, submission('key-one', 10))
    expect(submit(first, submission('key-one', 10), 0)).toEqual({ kind: 'again' })
    expect(submit(judged(first, 1, yes()), submission('key-one', 10), 0)).toEqual({ kind: 'again' })
    expect(submit(first, submission('key-one', 11), 0)).toEqual(refused('KEY_USED'))
    // another person's key is another key
    expect(submit(first, submission('key-one', 10, 'other'), 0)).toEqual(refused('CHANGED_MEANWHILE'))
  })

  test('is not written over by a phone that has not seen it', () => {
    const first = submitted(null, submission('key-one', 10))
    expect(submit(first, submission('key-two', 11), 0)).toEqual(refused('CHANGED_MEANWHILE'))
    expect(submit(null, submission('key-two', 11), 3)).toEqual(refused('CHANGED_MEANWHILE'))
  })

  test('is never judged by who submitted it', () => {
    const own = submitted(null, submission('key-one', 10, 'both'))
    expect(judge(own, 1, yes('both'))).toEqual(refused('OWN_FIGURE'))
    expect(judge(own, 1, no('不对', 'both'))).toEqual(refused('OWN_FIGURE'))
  })

  test('a verdict is on what the judge saw', () => {
    const first = submitted(null, submission('key-one', 10))
    const replaced = submitted(first, submission('key-two', 1000))
    expect(judge(replaced, 1, yes())).toEqual(refused('CHANGED_MEANWHILE'))
    expect(judge(replaced, 3, yes())).toEqual(refused('CHANGED_MEANWHILE'))
    expect(judge(replaced, 0, yes())).toEqual(refused('CHANGED_MEANWHILE'))
  })

  test('is judged once: again by the same is the same, by another or otherwise it is refused', () => {
    const done = judged(submitted(null, submission('key-one', 10)), 1, yes())
    expect(judge(done, 1, yes())).toEqual({ kind: 'again' })
    expect(judge(done, 1, no())).toEqual(refused('CHANGED_MEANWHILE'))
    expect(judge(done, 1, yes('second'))).toEqual(refused('CHANGED_MEANWHILE'))
  })

  test('takes so many submissions, and says when it is full', () => {
    let entry: Entry | null = null
    for (let i = 0; i < MOST_SUBMISSIONS; i++) entry = submitted(entry, submission(`key-${i}`, i))
    expect(submit(entry, submission('one-more', 1), entry?.revision ?? 0)).toEqual(refused('ENTRY_FULL'))
  })
})

describe('a jump', () => {
  test.each([
    [100, 10, true],
    [99, 10, false],
    [1, 10, true],
    [2, 11, false],
    [-100, 10, true],
    [5, null, false],
    [5, 0, false],
    // from ten whole units down to nothing
    [0, 10, true],
    [0, 9, false],
    // and up from it
    [10, 0, true],
    [-10, 0, true],
    [9, 0, false],
    [0, 0, false],
    // the size counts, not the sign
    [-10, 10, false],
    [-1, -10, true],
  ])('%i after %s: %s', (value, last, asked) => {
    expect(isTenfold(value, last, 0)).toBe(asked)
  })

  test('counts whole units for what falls to nothing', () => {
    expect(isTenfold(0, 999, 2)).toBe(false)
    expect(isTenfold(0, 1000, 2)).toBe(true)
    expect(isTenfold(999, 0, 2)).toBe(false)
    expect(isTenfold(1000, 0, 2)).toBe(true)
    // 0.5 after 0.05
    expect(isTenfold(50, 5, 2)).toBe(true)
  })

  test('is measured against the last period before, and else against what stood for the same one', () => {
    const earlier = [
      { periodEnd: '2026-03-31', value: 3 },
      { periodEnd: '2026-06-30', value: 6 },
    ]
    expect(lastAccepted(earlier, { accepted: { value: 9, n: 1 } })).toBe(6)
    expect(lastAccepted([...earlier].reverse(), null)).toBe(6)
    expect(lastAccepted([], { accepted: { value: 9, n: 1 } })).toBe(9)
    expect(lastAccepted([], null)).toBeNull()
  })
})
