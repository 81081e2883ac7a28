import { expect, test } from 'vitest'
import { correctFact, type Fact, makeFact } from '@/domain/participation/fact'
import { leavesOpen, OWN_RECORDER, ownAgain, settling } from '@/domain/participation/own-again'

const NOON = Date.UTC(2026, 10, 10, 4)
const place = { seat: 3, orgId: 'east', mobile: false }
const at = { kind: 'themeday' as const, activityId: 'td', person: { id: 'e1', ...place }, occurredAt: NOON }
const proxy = makeFact({ ...at, recordedAt: NOON, channel: 'proxy', recorder: 'e0', reason: '不会用手机' })
const back = { withdrawn: true, recorder: 'e0', reason: '代录有误', recordedAt: NOON + 1000 }
const undone = correctFact(proxy, back)
const own = (channel: 'self' | 'remote' = 'self'): Fact =>
  makeFact({ ...at, occurredAt: NOON + 5000, recordedAt: NOON + 6000, channel })

test('an entry by proxy that was taken back leaves the own part open, and nothing else does', () => {
  expect(leavesOpen(undone)).toBe(true)
  expect(leavesOpen(proxy)).toBe(false)
  expect(leavesOpen(correctFact(own(), back))).toBe(false)
  expect(settling(undone)).toBeNull()
  expect(settling(proxy)).toBe(proxy)
  expect(settling(null)).toBeNull()
})

test('whoever comes then counts by what they did: a further revision, of their own channel and time', () => {
  expect(ownAgain(undone, own('remote'))).toMatchObject({
    _id: 'themeday.td.e1.2',
    revision: 2,
    withdrawn: false,
    channel: 'remote',
    recorder: OWN_RECORDER,
    occurredAt: NOON + 5000,
    recordedAt: NOON + 6000,
    earlier: [{ seat: 3, day: '2026-11-10' }],
    folded: false,
  })
})

test('a late scan that the secretary accepts keeps who accepted it and why', () => {
  const accepted = { ...own(), recorder: 'e0', reason: '扫码晚到，书记确认到场' }
  expect(ownAgain(undone, accepted)).toMatchObject({
    recorder: 'e0',
    reason: '扫码晚到，书记确认到场',
    channel: 'self',
  })
})

test('what stands stays, what the person did and was taken back stays so, and no proxy follows an undone one', () => {
  expect(ownAgain(proxy, own())).toBeNull()
  expect(ownAgain(correctFact(own(), back), own())).toBeNull()
  expect(ownAgain(undone, { ...proxy, recordedAt: NOON + 9000 })).toBeNull()
  const again = ownAgain(undone, own())
  if (!again) throw new Error('it counts')
  // taken back after that, it was the person's own
  expect(ownAgain(correctFact(again, back), own())).toBeNull()
})
