import { describe, expect, it } from 'vitest'
import { filterOptions, type Row, rowNote, shownRows, withRows } from '@/organiser/pages/attendance/attendance.shared'
import { doneText, proxyDone } from '@/organiser/pages/attendance/last.shared'
import { listedNames } from '@/organiser/pages/board/board.shared'
import { CallError } from '@/services/transport/call-error'

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
  self: false,
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

describe('the list of a large branch', () => {
  it('shows whom two answers both have once, as the later one says', () => {
    const later = [row('测试乙', 'proxy'), row('测试庚', 'absent')]
    expect(withRows(rows.slice(0, 2), later).map(({ name, state }) => [name, state])).toEqual([
      ['测试甲', 'lateScan'],
      ['测试乙', 'proxy'],
      ['测试庚', 'absent'],
    ])
  })
})

describe('what became of an entry by proxy', () => {
  const undo = { drop: () => Promise.resolve(true), correct: () => Promise.resolve(true) }
  const waiting = (held: boolean) => ({ state: 'waiting' as const, error: CallError.offline(), held })

  it('can be taken back while it is one', () => {
    expect(proxyDone('测试甲', { state: 'delivered', data: { channel: 'proxy' } }, undo)).toEqual({
      text: '已代录：测试甲',
      undo: undo.correct,
    })
  })

  it('takes nothing back from who had come by themselves meanwhile', () => {
    expect(proxyDone('测试甲', { state: 'delivered', data: { channel: 'self' } }, undo)).toEqual({
      text: '测试甲已经自己签到，不用代录',
      undo: null,
    })
  })

  it('is dropped on the phone while it waits there, and is not called done', () => {
    const last = proxyDone('测试甲', waiting(false), undo)
    expect(last).toEqual({ text: '代录测试甲：已记在手机里，联网后自动送出', undo: undo.drop, waits: true })
    expect(doneText('代录', '测试甲', waiting(true))).toMatch(/别关掉小程序/)
  })
})
