import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { packTally, unpackTally } from '../../../cloudfunctions/_data/packed-tally'
import { getAnalysis, startAnalysis } from '../../../src/contracts/analysis'
import type { Tally } from '../../../src/domain/quiz/analysis'
import { HOUR, NOON } from '../../support/county/activities'
import { type County, startCounty } from '../../support/county/start-county'
import { keyed, paper, putCrowd, work } from './support'

let county: County
beforeAll(async () => {
  county = await startCounty()
  await county.cloud.put('quizzes', [keyed])
  await putCrowd(county, 60)
  await county.cloud.put('attempts', attempts)
})
afterAll(() => county.cloud.stop())

/**
 * 60 papers. Of question a the key is wrong: the 40 who know everything else choose 乙 (1), the 20 who know nothing else choose the key.
 * Points: 40 × 75, 20 × 25. Further attempts, and what was never handed in, do not count.
 */
const good = [1, 2, 2, 2]
const weak = [2, 0, 0, 0]
const chosenBy = (i: number) => (i < 40 ? good : weak)
const attempts = [
  ...Array.from({ length: 60 }, (_, i) => paper(`x${i}`, chosenBy(i))),
  paper('x50', [2, 2, 2, 2], { number: 2, receivedAt: NOON - HOUR / 2 }),
  { ...paper('x51', good, { number: 2 }), submission: null },
]

const analyse = async (personId: string, orgId: string) => {
  const { jobId } = await county.as(personId).ok(startAnalysis, { quizId: 'keyed', orgId })
  expect(await work(county, personId, jobId)).toBe('done')
  return county.as(personId).ok(getAnalysis, { quizId: 'keyed', orgId })
}

describe('item analysis of the county', () => {
  test('is not there before it was worked out', async () => {
    const none = await county.as('countyorg').ok(getAnalysis, { quizId: 'keyed', orgId: 'county' })
    expect(none).toMatchObject({ asOf: null, stale: true, papers: 0, tooFew: true, items: [], findings: [] })
  })

  test('says of each person the first paper: 60, mean (40 · 75 + 20 · 25) ÷ 60', async () => {
    const analysis = await analyse('countyorg', 'county')
    expect(analysis).toMatchObject({ stale: false, papers: 60, unlike: 0, which: 'first', tooFew: false })
    expect(analysis.asOf).toBeGreaterThanOrEqual(NOON)
    expect(analysis.test?.mean).toBeCloseTo(3500 / 60, 10)
    expect(analysis.test?.median).toBe(75)
    expect(analysis.spread).toEqual([0, 0, 20, 0, 0, 0, 0, 40, 0, 0])
  })

  test('facility 20 of 60 and 40 of 60; discrimination −1 of the wrong key and 1 of the others', async () => {
    const { items } = await county.as('countyorg').ok(getAnalysis, { quizId: 'keyed', orgId: 'county' })
    const [a, b] = items
    expect(a).toMatchObject({ number: 1, answers: 60, guess: 0.25, intendedWeight: 0.25, effectiveWeight: null })
    expect(a?.facility).toBeCloseTo(1 / 3, 10)
    // who is right on a has 0 of the rest, who is wrong all 75
    expect(a?.discrimination).toBeCloseTo(-1, 10)
    expect(b?.facility).toBeCloseTo(2 / 3, 10)
    // rest of b: 50 with it, 25 without: nothing else differs
    expect(b?.discrimination).toBeCloseTo(1, 10)
    expect(a?.detail?.options).toEqual([
      { text: 'q1甲', isKey: false, count: 0, rest: null },
      { text: 'q1乙', isKey: false, count: 40, rest: 1 },
      { text: 'q1丙', isKey: true, count: 20, rest: 0 },
      { text: 'q1丁', isKey: false, count: 0, rest: null },
    ])
  })

  test('finds the wrong key and nothing else', async () => {
    const { findings, mayCorrect } = await county.as('countyorg').ok(getAnalysis, { quizId: 'keyed', orgId: 'county' })
    expect(findings).toEqual([
      {
        finding: 'keySuspect',
        questionId: 'a',
        answers: 60,
        option: 1,
        chose: 40,
        rest: 1,
        choseKey: 20,
        restOfKey: 0,
      },
    ])
    expect(mayCorrect).toBe(true)
  })

  test('is stale once another paper came, and renewed by another job', async () => {
    await county.cloud.put('attempts', [paper('d0', good, { receivedAt: NOON + HOUR })])
    await county.cloud.clock(NOON + 2 * HOUR)
    const before = await county.as('countyorg').ok(getAnalysis, { quizId: 'keyed', orgId: 'county' })
    expect(before).toMatchObject({ papers: 60, stale: true })
    expect(await analyse('countyorg', 'county')).toMatchObject({ papers: 61, stale: false })
    await county.cloud.clock(NOON)
  })
})

describe('below the county', () => {
  test('a branch has its own answers: 30 in east, where they sat when they were dealt theirs', async () => {
    const east = await analyse('e0', 'east')
    expect(east).toMatchObject({ papers: 30, mayCorrect: false, org: { id: 'east', name: '东村支部' } })
  })

  test('who moved counts once, where they were', async () => {
    const moved = (await county.cloud.all<{ _id: string }>('people')).find(({ _id }) => _id === 'x0')
    const seatings = [
      { seat: 100, orgId: 'east', from: null, until: '2026-11-10' },
      { seat: 199, orgId: 'west', from: '2026-11-10', until: null },
    ]
    await county.cloud.put('people', [{ ...moved, orgId: 'west', seat: 199, seatings }])
    // answered on the 10th, after the move
    expect(await analyse('townorg', 'town')).toMatchObject({ papers: 60 })
    expect(await analyse('townorg', 'east')).toMatchObject({ papers: 29 })
    expect(await analyse('townorg', 'west')).toMatchObject({ papers: 31 })
  })

  test('an inspector sees figures, but neither options nor suspects while papers can come in', async () => {
    const { items, findings, mayCorrect, corrections } = await analyse('inspector', 'county')
    expect(items[0]?.facility).not.toBeNull()
    expect(items.map(({ detail }) => detail)).toEqual([null, null, null, null])
    expect([findings, corrections, mayCorrect]).toEqual([[], [], false])
    await county.cloud.clock(keyed.closesAt)
    const after = await county.as('inspector').ok(getAnalysis, { quizId: 'keyed', orgId: 'county' })
    expect(after.items[0]?.detail?.options[2]?.isKey).toBe(true)
    expect(after.findings).toHaveLength(1)
    await county.cloud.put('quizzes', [{ ...keyed, release: 'never' }])
    const never = await county.as('inspector').ok(getAnalysis, { quizId: 'keyed', orgId: 'county' })
    expect(never.items[0]?.detail).toBeNull()
    await county.cloud.put('quizzes', [keyed])
    await county.cloud.clock(NOON)
  })

  test('of fewer than five papers nothing is shown: it could be told whose they are', async () => {
    // in the office only d0 answered
    const office = await analyse('countyorg', 'office')
    expect(office).toMatchObject({ papers: 1, tooFew: true, test: null, spread: [], items: [], articles: [] })
  })

  test('a quiz of elsewhere is not found', async () => {
    const input = { quizId: 'officeonly', orgId: 'east' }
    expect(await county.as('e0').code(getAnalysis, input)).toBe('NOT_FOUND')
    expect(await county.as('e0').code(startAnalysis, input)).toBe('NOT_FOUND')
    expect(await county.as('e0').code(getAnalysis, { quizId: 'nothing', orgId: 'east' })).toBe('NOT_FOUND')
    // from above it is seen, as far as it goes
    expect(await county.as('countyorg').ok(getAnalysis, { quizId: 'officeonly', orgId: 'county' })).toMatchObject({
      org: { id: 'office' },
    })
  })
})

test('the sums of a county of a hundred thousand fit a request, and come back as they were', () => {
  const many = <T>(size: number, one: (i: number) => T) =>
    Object.fromEntries(Array.from({ length: size }, (_, i) => [`n${i}`, one(i)]))
  const tally: Tally = {
    papers: 100_000,
    unlike: 3,
    totals: many(100, (i) => i * 7919),
    questions: many(120, (q) => ({
      cells: many(190, (i) => (i * 7919 + q * 104_729) % 4001),
      options: Array.from({ length: 4 }, (_, i) => [i * 4001, q * 331_777, i * 15_485_863] as const),
      blank: [q, q * 37, q * 37 * 37] as const,
      texts: Array.from({ length: q % 4 === 0 ? 100 : 0 }, (_, i) => [`第${q}题的第${i}种写法`, i, i * 71] as const),
    })),
    known: many(240, (g) =>
      many(110, (a) => [(g * a * 7919) % 3001, (g * a * 104_729) % 15_001, (g + a) % 60] as const),
    ),
  }
  const packed = packTally(tally)
  // a request may have 1 MB
  expect(packed.length).toBeLessThan(600_000)
  expect(unpackTally(packed)).toEqual(tally)
})

test('asking again before it has ended finds the same job', async () => {
  await county.cloud.put('quizzes', [{ ...keyed, _id: 'again' }])
  const input = { quizId: 'again', orgId: 'east' }
  const [one, two] = [await county.as('e0').ok(startAnalysis, input), await county.as('e0').ok(startAnalysis, input)]
  expect(two).toEqual(one)
  expect(await work(county, 'e0', one.jobId)).toBe('done')
})
