import fc from 'fast-check'
import { expect, test } from 'vitest'
import { afterReading, beginReading, type Cursor, STILL_WRITING_MS } from '@/domain/handbook'

interface Batch {
  batch: string
  /** When its call began: its place in the order. */
  at: number
  /** When it became visible to readers. */
  visibleAt: number
}

/** One reading by the rules: a page of at most `size` batches after the cursor. */
function read(batches: readonly Batch[], cursor: Cursor | null, now: number, size: number) {
  const begun = beginReading(cursor, now)
  const rest = batches
    .filter(({ visibleAt }) => visibleAt <= now)
    .filter(({ at, batch }) => at > begun.at || (at === begun.at && batch > begun.batch))
    .sort((a, b) => a.at - b.at || (a.batch < b.batch ? -1 : 1))
  const page = rest.slice(0, size)
  const more = rest.length > size
  return { page, more, next: afterReading(begun, page[page.length - 1] ?? null, more) }
}

test('nothing is lost: same instants, late commits, pages broken off, any pace of reading', () => {
  const anyBatch = fc.record({ at: fc.integer({ min: 1, max: 2_000_000 }), late: fc.nat(STILL_WRITING_MS) })
  fc.assert(
    fc.property(
      fc.array(anyBatch, { maxLength: 40 }),
      fc.array(fc.nat(3_000_000), { maxLength: 30 }),
      fc.integer({ min: 1, max: 4 }),
      fc.boolean(),
      (made, times, size, coarse) => {
        // coarse: many in the same instant
        const batches = made.map(({ at, late }, i): Batch => {
          const instant = coarse ? Math.ceil(at / 500_000) * 500_000 : at
          return { batch: `batch-${i}`, at: instant, visibleAt: instant + late }
        })
        const seen = new Set<string>()
        let cursor: Cursor | null = null
        for (const now of [...times].sort((a, b) => a - b)) {
          const { page, next } = read(batches, cursor, now, size)
          for (const { batch } of page) seen.add(batch)
          cursor = next
        }
        // then, once everything is there, until there is no more: every reading goes on, so this ends
        for (let more = true, turns = 0; more; turns += 1) {
          const answer = read(batches, cursor, 5_000_000, size)
          for (const { batch } of answer.page) seen.add(batch)
          cursor = answer.next
          more = answer.more
          expect(turns).toBeLessThan(100)
        }
        const last = read(batches, cursor, 5_000_001, 100)
        for (const { batch } of last.page) seen.add(batch)
        expect([...seen].sort()).toEqual(batches.map(({ batch }) => batch).sort())
      },
    ),
    { numRuns: 1000 },
  )
})

test('at the end it goes back by the time that a call may still be writing, and no further', () => {
  const begun = beginReading(null, 10_000_000)
  expect(begun).toEqual({ since: 9_700_000, at: 0, batch: '' })
  const end = afterReading(begun, { at: 9_999_000, batch: 'batch-1' }, false)
  expect(end).toEqual({ since: 9_700_000, at: 9_700_000, batch: '' })
  expect(beginReading(end, 20_000_000)).toEqual({ since: 19_700_000, at: 9_700_000, batch: '' })
})

test('in the middle it goes on after the last batch and keeps to where it will go back', () => {
  const begun = beginReading(null, 10_000_000)
  const middle = afterReading(begun, { at: 9_999_000, batch: 'batch-1' }, true)
  expect(beginReading(middle, 99_000_000)).toEqual({ since: 9_700_000, at: 9_999_000, batch: 'batch-1' })
})
