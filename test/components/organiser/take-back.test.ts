import { beforeEach, expect, it, vi } from 'vitest'
import type { Row } from '@/organiser/pages/attendance/attendance.shared'

const phone = vi.hoisted(() => ({
  cancelled: 'dropped',
  state: 'proxy',
  offline: false,
  asked: 0,
  corrected: [] as object[],
}))
vi.mock('@/services/organise', () => ({
  organise: { correct: async (input: object) => void phone.corrected.push(input) },
}))
vi.mock('@/services/outbox/outbox', () => ({ outbox: { cancel: async () => phone.cancelled } }))
vi.mock('@/services/themeday', () => ({
  themeday: {
    async attendance() {
      phone.asked += 1
      if (phone.offline) throw new Error('no network')
      return { rows: [{ personId: 'p1', state: phone.state }] }
    },
  },
}))

import { correctEntry, takeBack, takeBackProxy, undoProxy } from '@/organiser/pages/attendance/take-back'

const row = { personId: 'p1', name: '测试甲' } as Row
const correct = vi.fn(async () => ({ text: '测试甲的记录已撤回', undo: null }))
const undo = () => takeBack('attendance:day-1.p1', row, () => takeBackProxy('day-1', row, correct))

beforeEach(() => {
  correct.mockClear()
  Object.assign(phone, { cancelled: 'dropped', state: 'proxy', offline: false, asked: 0, corrected: [] })
})

it('drops on the phone what never left it, also without a network', async () => {
  phone.offline = true
  expect((await undo()).text).toBe('测试甲的这条还没送出，已经取消')
  expect([phone.asked, correct.mock.calls.length]).toEqual([0, 0])
})

it('corrects it where it has arrived meanwhile', async () => {
  for (const cancelled of ['gone', 'unsure']) {
    phone.cancelled = cancelled
    expect((await undo()).text).toBe('测试甲的记录已撤回')
  }
  expect(correct).toHaveBeenCalledTimes(2)
})

it('takes back no check-in that somebody made themselves, and none that is not there', async () => {
  phone.cancelled = 'gone'
  phone.state = 'onSite'
  expect((await undo()).text).toBe('测试甲已经自己签到，没有改动')
  phone.state = 'absent'
  expect((await undo()).text).toBe('测试甲没有代录')
  expect(correct).not.toHaveBeenCalled()
})

it('says so when nobody can tell now whether it arrived', async () => {
  phone.cancelled = 'unsure'
  phone.offline = true
  expect((await undo()).text).toMatch(/不再送出.*再看一眼名单/)
  phone.cancelled = 'gone'
  await expect(undo()).rejects.toThrow('no network')
})

it('undoes an entry by proxy only while it stands as one; a correction with a reason takes back whichever entry there is', async () => {
  expect((await undoProxy('day-1', row)).text).toBe('测试甲的记录已撤回')
  expect(phone.corrected).toMatchObject([
    { activityId: 'day-1', personId: 'p1', withdrawn: true, was: 'proxy', reason: '书记代录有误，当场撤回' },
  ])
  expect((await correctEntry('day-1', row, false, '核对过，在场')).text).toBe('测试甲的记录已恢复')
  expect(phone.corrected[1]).toEqual({
    kind: 'themeday',
    activityId: 'day-1',
    personId: 'p1',
    withdrawn: false,
    reason: '核对过，在场',
  })
})
