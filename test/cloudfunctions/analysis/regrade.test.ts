import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { JobDoc, QuizDoc } from '../../../cloudfunctions/_data/documents'
import { applyKey, getAnalysis, getCorrection, type KeyChange, proposeKey } from '../../../src/contracts/analysis'
import { getJob } from '../../../src/contracts/jobs'
import { dealPaper, getResult, listAttempts, submitPaper } from '../../../src/contracts/quiz'
import { HOUR, NOON } from '../../support/county/activities'
import { type County, startCounty } from '../../support/county/start-county'
import { keyed, paper, work } from './support'

let county: County
beforeAll(async () => {
  county = await startCounty()
})
afterAll(() => county.cloud.stop())

/** e1 gains by 乙 being right of a and passes, e2 loses and keeps the pass, w0 loses and passes anyway, w1 has not changed. */
const papers = [
  paper('e1', [1, 2, 2, 0]),
  paper('e2', [2, 2, 2, 0]),
  paper('w0', [2, 2, 2, 2]),
  paper('w1', [0, 2, 0, 0]),
]
beforeEach(async () => {
  await county.cloud.clock(NOON)
  const { corrections: _none, keyVersion: _zero, ...fresh } = keyed as QuizDoc
  await county.cloud.put('quizzes', [fresh])
  await county.cloud.put('attempts', papers)
})

const who = () => county.as('countyorg')
let keys = 0
const order = (change: KeyChange, extra: object = {}) => {
  keys += 1
  return {
    key: `test-key-${keys}`,
    quizId: 'keyed',
    questionId: 'a',
    version: 0,
    change,
    reason: '条文已经修改',
    ...extra,
  }
}
const toOne = (key: number): KeyChange => ({ to: 'key', key: [key] })

const propose = async (change: KeyChange, extra: object = {}) => {
  const { correctionId, jobId } = await who().ok(proposeKey, order(change, extra))
  expect(await work(county, 'countyorg', jobId)).toBe('done')
  return correctionId
}
const apply = async (correctionId: string) => {
  const { jobId } = await who().ok(applyKey, { correctionId })
  return work(county, 'countyorg', jobId)
}
const result = (personId: string, number = 1) =>
  county.as(personId).ok(getResult, { attemptId: `keyed.${personId}.${number}` })

describe('a corrected key', () => {
  test('is first only tried: what it would do is told, and nobody’s marks change', async () => {
    const correctionId = await propose(toOne(1))
    expect(await who().ok(getCorrection, { correctionId })).toMatchObject({
      state: 'checked',
      jobId: null,
      before: { options: [2], full: false },
      after: { options: [1], full: false },
      impact: { papers: 4, touched: 4, rise: 1, fall: 2, nowPass: 1, keptPass: 1 },
    })
    expect(await result('e1')).toMatchObject({ score: 50, passed: false })
    expect((await county.cloud.all<QuizDoc>('quizzes')).find(({ _id }) => _id === 'keyed')?.keyVersion).toBeUndefined()
  })

  test('changes everybody’s result at once, with why; a pass that was told stays', async () => {
    const correctionId = await propose(toOne(1))
    await county.cloud.clock(NOON + 60_000)
    expect(await apply(correctionId)).toBe('done')
    const at = expect.any(Number)
    const questions = [{ number: 1, reason: '条文已经修改', at, full: false }]
    expect(await result('e1')).toMatchObject({
      score: 75,
      passed: true,
      regraded: { before: 50, keptPass: false, at, questions },
    })
    expect(await result('e2')).toMatchObject({ score: 50, passed: true, regraded: { before: 75, keptPass: true } })
    expect(await result('w0')).toMatchObject({ score: 75, passed: true, regraded: { before: 100, keptPass: false } })
    const { rows } = await county.as('e2').ok(listAttempts, { before: null })
    expect(rows.find(({ quizId }) => quizId === 'keyed')).toMatchObject({ score: 50, passed: true })
    expect(await who().ok(getCorrection, { correctionId })).toMatchObject({
      state: 'applied',
      impact: { rise: 1, fall: 2 },
    })
    const { corrections, quiz } = await who().ok(getAnalysis, { quizId: 'keyed', orgId: 'county' })
    expect(quiz.keyVersion).toBe(1)
    expect(corrections).toMatchObject([{ correctionId, questionId: 'a', number: 1, reason: '条文已经修改', at }])
    const audit = await county.cloud.all<{ object: string; actor: string; action: string }>('audit')
    expect(audit.filter(({ object }) => object === correctionId)).toMatchObject([
      { actor: 'countyorg', action: 'applyKey' },
    ])
  })

  test('moves no participation and leaves what was handed in as it came', async () => {
    const before = [await county.cloud.all('facts'), await county.cloud.all('attempts')]
    await apply(await propose(toOne(1)))
    expect([await county.cloud.all('facts'), await county.cloud.all('attempts')]).toEqual(before)
  })

  test('marks a paper that is handed in later, and says nothing of a correction there', async () => {
    await apply(await propose(toOne(1)))
    await county.cloud.clock(NOON + 60_000)
    const dealt = await county.as('d0').ok(dealPaper, { quizId: 'keyed' })
    const answers = dealt.items.map(({ questionId, options }) => ({
      questionId,
      chosen: [options.indexOf(questionId === 'a' ? 'q1乙' : 'q1甲')],
    }))
    const handed = await county.as('d0').ok(submitPaper, { attemptId: dealt.attemptId, answers })
    expect(handed).toMatchObject({ score: 25 })
    expect(handed.regraded).toBeUndefined()
  })

  test('gives everybody the points, whatever they answered', async () => {
    await apply(await propose({ to: 'full' }))
    expect((await result('w1')).items[0]).toMatchObject({ questionId: 'a', verdict: 'right', earned: 25, full: true })
    expect(await result('w1')).toMatchObject({ score: 50, regraded: { before: 25, questions: [{ full: true }] } })
  })

  test('can be corrected back', async () => {
    await apply(await propose(toOne(1)))
    await county.cloud.clock(NOON + 60_000)
    await apply(await propose(toOne(2), { version: 1 }))
    // e1 was told a pass in between
    expect(await result('e1')).toMatchObject({ score: 50, passed: true, regraded: { before: 50, keptPass: true } })
    expect(await result('w0')).toMatchObject({ score: 100, regraded: { before: 100 } })
  })

  test('before the keys are out only the points are told', async () => {
    await county.cloud.put('quizzes', [{ ...keyed, release: 'afterClose' }])
    await apply(await propose(toOne(1)))
    expect(await result('e1')).toMatchObject({ score: 75, items: [], regraded: { before: 50, questions: [] } })
  })
})

describe('is refused', () => {
  test.each([
    ['an option that is not there', { change: toOne(7) }, 'KEY_DOES_NOT_FIT'],
    ['texts for a choice', { change: { to: 'accepted', accepted: ['甲'] } }, 'KEY_DOES_NOT_FIT'],
    ['the same key', { change: toOne(2) }, 'KEY_UNCHANGED'],
    ['a question that is not in the quiz', { questionId: 'z' }, 'NOT_FOUND'],
    ['a quiz that is not there', { quizId: 'nothing' }, 'NOT_FOUND'],
    ['keys that were seen before another correction', { version: 1 }, 'CHANGED_MEANWHILE'],
    ['a reason that WeChat refuses', { reason: '测试违规的原因' }, 'TEXT_REFUSED'],
    ['no reason', { reason: ' ' }, 'BAD_INPUT'],
  ])('%s', async (_what, extra, code) => {
    expect(await who().code(proposeKey, { ...order(toOne(1)), ...extra })).toBe(code)
  })

  test('the same key of an order for something else; the same order again is the same', async () => {
    const one = order(toOne(1))
    const first = await who().ok(proposeKey, one)
    expect(await who().ok(proposeKey, one)).toEqual(first)
    expect(await who().code(proposeKey, { ...one, reason: '另一个原因' })).toBe('KEY_USED')
    expect(await who().code(proposeKey, { ...one, change: toOne(0) })).toBe('KEY_USED')
    expect(await who().code(proposeKey, { ...one, change: { to: 'full' } })).toBe('KEY_USED')
  })

  test('the fifty-first correction', async () => {
    await county.cloud.put('quizzes', [{ ...keyed, keyVersion: 50 }])
    expect(await who().code(proposeKey, order(toOne(1), { version: 50 }))).toBe('TOO_MUCH')
  })

  test('to hold before it is known what it does, by somebody else, or unknown', async () => {
    const { correctionId } = await who().ok(proposeKey, order(toOne(1)))
    expect(await who().code(applyKey, { correctionId })).toBe('CHANGED_MEANWHILE')
    expect(await county.as('townorg').code(applyKey, { correctionId })).toBe('FORBIDDEN')
    expect(await who().code(applyKey, { correctionId: 'k-unknown' })).toBe('NOT_FOUND')
    expect(await who().code(getCorrection, { correctionId: 'k-unknown' })).toBe('NOT_FOUND')
  })
})

describe('a job that was given up', () => {
  const giveUp = async (id: string) => {
    const job = (await county.cloud.all<JobDoc>('jobs')).find(({ _id }) => _id === id)
    await county.cloud.put('jobs', [{ ...job, failures: 12 }])
    expect(await work(county, 'countyorg', id)).toBe('failed')
    await county.cloud.timer('jobs')
  }

  test('begins anew when the same thing is asked for again: trying the key, and letting it hold', async () => {
    const one = order(toOne(1))
    const { correctionId, jobId } = await who().ok(proposeKey, one)
    await giveUp(jobId)
    expect(await who().ok(proposeKey, one)).toEqual({ correctionId, jobId })
    expect(await work(county, 'countyorg', jobId)).toBe('done')
    const applying = await who().ok(applyKey, { correctionId })
    await giveUp(applying.jobId)
    expect(await who().ok(getCorrection, { correctionId })).toMatchObject({ state: 'checked' })
    expect(await apply(correctionId)).toBe('done')
    expect(await who().ok(getCorrection, { correctionId })).toMatchObject({ state: 'applied' })
    expect(await result('e1')).toMatchObject({ score: 75 })
  })
})

describe('two corrections at once', () => {
  test('the second to hold is told to begin anew, and changes nothing', async () => {
    const [one, two] = [await propose(toOne(1)), await propose(toOne(0), { questionId: 'b' })]
    const first = await who().ok(applyKey, { correctionId: one })
    const second = await who().ok(applyKey, { correctionId: two })
    expect([await work(county, 'countyorg', first.jobId), await work(county, 'countyorg', second.jobId)]).toEqual([
      'done',
      'failed',
    ])
    expect((await who().ok(getJob, { id: second.jobId })).problem).toContain('重新更正')
    expect(await who().ok(getCorrection, { correctionId: two })).toMatchObject({ state: 'outdated' })
    expect(await who().code(applyKey, { correctionId: two })).toBe('CHANGED_MEANWHILE')
    expect(await result('w0')).toMatchObject({ score: 75 })
  })

  test('two workers on one job let it hold once', async () => {
    const { jobId } = await who().ok(applyKey, { correctionId: await propose(toOne(1)) })
    await Promise.all([work(county, 'countyorg', jobId), county.cloud.timer('jobs'), work(county, 'countyorg', jobId)])
    const quiz = (await county.cloud.all<QuizDoc>('quizzes')).find(({ _id }) => _id === 'keyed')
    expect([quiz?.keyVersion, quiz?.corrections?.length]).toEqual([1, 1])
    expect(await who().ok(applyKey, { correctionId: quiz?.corrections?.[0]?.id ?? '' })).toEqual({ jobId })
  })
})

describe('a paper that comes in the moment in which a key is corrected', () => {
  /** A paper that nobody has answered yet. */
  const open = { ...paper('d0', []), submission: null, dealtAt: NOON - 60_000, deadlineAt: NOON + HOUR }
  const answers = [2, 2, 2, 0].map((chosen, i) => ({ questionId: 'abcd'[i] ?? '', chosen: [chosen] }))
  const handIn = () => county.as('d0').ok(submitPaper, { attemptId: 'keyed.d0.1', answers })

  test('was told its pass by the key that held when the quiz was read, though it says a later time than the correction', async () => {
    await apply(await propose(toOne(1)))
    // the call read the quiz before the correction was written, and kept the paper after it
    await county.cloud.put('attempts', [paper('d0', [2, 2, 2, 0], { receivedAt: NOON + 5 })])
    expect(await result('d0')).toMatchObject({ score: 50, passed: true, regraded: { before: 75, keptPass: true } })
  })

  test('was told by the new key, though its clock is behind the one by which it was corrected', async () => {
    await county.cloud.clock(NOON + 60_000)
    await apply(await propose(toOne(1)))
    await county.cloud.clock(NOON)
    await county.cloud.put('attempts', [open])
    expect(await handIn()).toMatchObject({ score: 50, passed: false })
    expect(await result('d0')).toMatchObject({ score: 50, passed: false })
    expect((await result('d0')).regraded).toBeUndefined()
  })
})

test('papers that arrive while it goes on are marked by the key that holds when they are looked at', async () => {
  const correctionId = await propose(toOne(1))
  const { jobId } = await who().ok(applyKey, { correctionId })
  await county.cloud.put('attempts', [paper('d0', [1, 0, 0, 0], { receivedAt: NOON - HOUR / 2 })])
  expect(await result('d0')).toMatchObject({ score: 0 })
  expect(await work(county, 'countyorg', jobId)).toBe('done')
  expect(await result('d0')).toMatchObject({ score: 25, regraded: { before: 0 } })
})
