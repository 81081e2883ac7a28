import { describe, expect, it } from 'vitest'
import { filterOptions, proxyDone, type Row, rowNote, shownRows } from '@/organiser/pages/attendance/attendance.shared'
import { listedNames } from '@/organiser/pages/board/board.shared'

const now = Date.parse('2026-11-22T16:00:00+08:00')
const row = (name: string, state: Row['state'], more: Partial<Row> = {}): Row => ({
  personId: name,
  name,
  mobile: false,
  state,
  at: null,
  reason: null,
  withdrawn: false,
  declined: false,
  ...more,
})
const rows = [
  row('测试甲', 'lateScan'),
  row('测试乙', 'absent'),
  row('测试丙', 'leave'),
  row('测试丁', 'onSite'),
  row('测试戊', 'remote'),
  row('测试己', 'proxy'),
]

describe('the list of names', () => {
  it('counts each choice; a scan that waits has not come yet', () => {
    expect(filterOptions(rows).map(({ text }) => text)).toEqual(['未到 2', '请假 1', '已到 3', '全部 6'])
    expect(shownRows(rows, 'came', '').map(({ name }) => name)).toEqual(['测试丁', '测试戊', '测试己'])
  })

  it('finds a name in whichever choice', () => {
    expect(shownRows(rows, 'absent', ' 丁 ').map(({ name }) => name)).toEqual(['测试丁'])
    expect(shownRows(rows, 'absent', '无此人')).toEqual([])
  })

  it('says below a name when and why', () => {
    const at = Date.parse('2026-11-22T15:02:00+08:00')
    expect(rowNote(row('测试甲', 'onSite', { at }), now)).toBe('15:02')
    expect(rowNote(row('测试甲', 'proxy', { at, reason: '年老体弱' }), now)).toBe('15:02 · 年老体弱')
    expect(rowNote(row('测试甲', 'leave', { at, reason: '生病', mobile: true }), now)).toBe(
      '流动党员 · 今天 15:02 · 生病',
    )
    expect(rowNote(row('测试甲', 'absent', { withdrawn: true, reason: '录错了人' }), now)).toBe('记录已撤回：录错了人')
    expect(rowNote(row('测试甲', 'absent'), now)).toBeUndefined()
  })

  it('lists twenty names at most, and how many there are', () => {
    expect(listedNames(['测试甲', '测试乙'])).toBe('测试甲、测试乙')
    const many = Array.from({ length: 21 }, (_, i) => `测试${i}`)
    expect(listedNames(many)).toMatch(/^测试0、.*、测试19 等 21 人$/)
  })
})

describe('what became of an entry by proxy', () => {
  const undo = () => Promise.resolve(true)

  it('can be taken back while it is one', () => {
    expect(proxyDone('测试甲', { state: 'delivered', data: { channel: 'proxy' } }, undo)).toEqual({
      text: '已代录：测试甲',
      undo,
    })
  })

  it('takes nothing back from who had come by themselves meanwhile', () => {
    expect(proxyDone('测试甲', { state: 'delivered', data: { channel: 'self' } }, undo)).toEqual({
      text: '测试甲已经自己签到，不用代录',
      undo: null,
    })
  })
})
