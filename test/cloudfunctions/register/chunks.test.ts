import { expect, test } from 'vitest'
import { chunksOf } from '../../../cloudfunctions/_data/register-values'

const asked = (chunks: ReturnType<typeof chunksOf>) =>
  chunks.map((chunk) => [...chunk].map(([code, keys]) => `${code}: ${keys.join(' ')}`))

test('what fits into one answer is one request', () => {
  const wanted = [
    { code: 'a', keys: ['2026-01', '2026-02'], reporters: 3 },
    { code: 'b', keys: ['2026-Q1'], reporters: 4 },
    { code: 'nobody', keys: ['2026'], reporters: 0 },
  ]
  expect(asked(chunksOf(wanted, 10))).toEqual([['a: 2026-01 2026-02', 'b: 2026-Q1']])
  expect(asked(chunksOf(wanted, 9))).toEqual([['a: 2026-01 2026-02'], ['b: 2026-Q1']])
  expect(asked(chunksOf(wanted, 5))).toEqual([['a: 2026-01'], ['a: 2026-02'], ['b: 2026-Q1']])
})

test('one that is too large by itself is asked for by itself; nothing is asked for nobody', () => {
  expect(asked(chunksOf([{ code: 'a', keys: ['2026-01', '2026-02'], reporters: 50 }], 10))).toEqual([
    ['a: 2026-01'],
    ['a: 2026-02'],
  ])
  expect(chunksOf([{ code: 'a', keys: ['2026-01'], reporters: 0 }])).toEqual([])
  expect(chunksOf([])).toEqual([])
})

test('many small groups are shared out before an answer has more than a thousand rows', () => {
  const wanted = Array.from({ length: 1000 }, (_, i) => ({ code: `c${i}`, keys: ['2026'], reporters: 1 }))
  expect(chunksOf(wanted).map((chunk) => chunk.size)).toEqual([900, 100])
})
