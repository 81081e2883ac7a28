import { expect, test } from 'vitest'
import type { Job } from '../../../src/contracts/jobs'
import {
  exportWords,
  isOver,
  isStill,
  pauseBefore,
  progressOf,
  progressWords,
  sizeWords,
  titleParts,
} from '../../../src/organiser/components/job/job.shared'

const job = (changes: Partial<Job>): Job => ({
  id: 'export.0000000000000000',
  kind: 'export',
  title: '示例县参与统计',
  orgId: 'county',
  state: 'running',
  done: 0,
  total: null,
  createdAt: 1,
  updatedAt: 1,
  problem: null,
  file: null,
  ...changes,
})

test('how far it is, in words and as a share', () => {
  expect(progressWords(job({ state: 'waiting' }))).toBe('排队等候')
  expect(progressWords(job({}))).toBe('正在统计')
  expect(progressWords(job({ done: 400 }))).toBe('已完成 400')
  expect(progressWords(job({ done: 3, total: 12 }))).toBe('已完成 3/12')
  expect(progressWords(job({ state: 'failed', problem: '请再试一次。' }))).toBe('请再试一次。')
  expect(progressOf(job({}))).toBe(0)
  expect(progressOf(job({ done: 3, total: 12 }))).toBe(0.25)
  expect(progressOf(job({ state: 'done', done: 0, total: 0 }))).toBe(1)
})

test('is over when there is nothing to wait for', () => {
  expect((['waiting', 'running', 'done', 'failed'] as const).map((state) => isOver(job({ state })))).toEqual([
    false,
    false,
    true,
    true,
  ])
})

test('without a network it is asked more and more seldom, but at least twice a minute', () => {
  const pauses = [0, 1, 2, 3, 4, 5, 20].map((faults) => pauseBefore(faults, 0))
  expect(pauses).toEqual([400, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000])
})

test('while somebody else is on it, it is asked every few seconds only', () => {
  expect([0, 1, 2, 3, 5, 50].map((still) => pauseBefore(0, still))).toEqual([400, 1_000, 2_000, 3_000, 5_000, 5_000])
  const [one, two] = [job({ state: 'running', done: 3 }), job({ state: 'running', done: 4 })]
  expect([
    isStill(null, one),
    isStill(one, one),
    isStill(one, two),
    isStill(two, job({ state: 'done', done: 4 })),
  ]).toEqual([false, true, false, false])
})

test('sizes and what a button says', () => {
  expect([10, 20_480, 1_572_864].map(sizeWords)).toEqual(['1 KB', '20 KB', '1.5 MB'])
  const about = { orgId: 'county', from: '2026-11-01', to: '2026-11-30', slice: {} }
  expect(exportWords({ what: 'missing', kind: 'quiz', ...about })).toBe('导出名单（Excel）')
  expect(exportWords({ what: 'overview', ...about })).toBe('导出 Excel')
  expect(exportWords({ what: 'categories', ...about })).toBe('导出分类对比（Excel）')
  expect(exportWords({ what: 'activities', kind: 'quiz', ...about })).toBe('导出活动清单（Excel）')
  // an inspector gets counts, so no list is promised
  expect(exportWords({ what: 'missing', kind: 'quiz', ...about }, false)).toBe('导出 Excel')
})

test('the days at the end of a title stand by themselves, whatever the organisation is called', () => {
  const period = { from: '2026-11-01', to: '2026-11-30' }
  expect(titleParts('示例县参与统计 2026-11-01 至 2026-11-30')).toEqual({ name: '示例县参与统计', period })
  expect(titleParts('A 2026 村 参与统计 2026-11-01 至 2026-11-30')).toEqual({ name: 'A 2026 村 参与统计', period })
  expect(titleParts('别的')).toEqual({ name: '别的', period: null })
})
