import { describe, expect, it } from 'vitest'
import { countWords } from '../../../src/organiser/components/activity-rows/activity-rows.shared'
import { remindedWords } from '../../../src/organiser/components/remind-sheet/reminded.shared'
import {
  byBranch,
  countParts,
  joinParticipants,
  type Participants,
} from '../../../src/organiser/pages/activity/activity.shared'
import { type Explained, partRows, sourceLines } from '../../../src/organiser/pages/figure/figure.shared'
import {
  behindLines,
  entryLines,
  entryTitle,
  type Participation,
} from '../../../src/organiser/pages/participation/participation.shared'

const org = { id: 'county', name: '示例县', kind: 'county' as const, category: null }
const asOf = Date.parse('2026-11-22T10:00:00+08:00')
const explained: Explained = {
  org,
  trail: [org],
  from: '2026-11-01',
  to: '2026-11-22',
  asOf,
  figure: { code: 'quiz.people', value: 212, state: 'ok' },
  name: '参与知识答题党员人数',
  unit: '名',
  kind: 'distinct',
  definition: '',
  parts: null,
  formula: null,
  fold: null,
  periods: null,
  source: 'participation',
  opening: {
    kind: 'quiz',
    measure: 'people',
    slice: {},
    form: null,
    records: 1257,
    lastDay: '2026-11-21',
    lastEntryAt: Date.parse('2026-11-21T17:27:00+08:00'),
    unfolded: 3,
    corrections: 2,
  },
  children: [
    { org: { ...org, id: 'a', name: '甲' }, members: 300, figure: { code: 'quiz.people', value: 200, state: 'ok' } },
    {
      org: { ...org, id: 'b', name: '乙' },
      members: 10,
      figure: { code: 'quiz.people', value: null, state: 'noSource' },
    },
  ],
  own: { code: 'quiz.people', value: 50, state: 'ok' },
  left: 0,
  canRemind: true,
}

describe('where a figure comes from', () => {
  it('is said in sentences with the very numbers', () => {
    expect(sourceLines(explained)).toEqual([
      '由 1,257 条参加记录直接数出来，不经人工汇总。',
      '最近一次参加是 11 月 21 日。',
      '最近一次记入或更正是昨天 17:27。',
      '其中 3 条刚刚记入，已经算进来了。',
      '更正过 2 处，更正前后都留着，点开记录能看到。',
    ])
  })

  it('of nothing, of the register, of too few, each in its own words', () => {
    const none = {
      ...explained,
      source: 'none' as const,
      opening: null,
      figure: { ...explained.figure, code: 'training.times' },
    }
    expect(sourceLines(none)).toEqual([
      '组织部门把培训班和参训名单登记进来以后，这里就有数。',
      '没有数据不等于零，报告里也不会写成零。',
    ])
    const figure = { code: 'poverty.villages', value: null, state: 'incomplete' as const, reported: 7, due: 12 }
    expect(sourceLines({ ...explained, source: 'register', figure })[1]).toBe('应报 12 个单位，已审核 7 个。')
    const few = { code: 'imbalance.coverage.village', value: null, state: 'suppressed' as const }
    expect(sourceLines({ ...explained, figure: few, opening: null })).toHaveLength(1)
    const opening = explained.opening && { ...explained.opening, records: 0 }
    expect(sourceLines({ ...explained, opening })[0]).toContain('还没有参加记录')
  })

  it('the parts are drawn by the largest; one without a value has no bar', () => {
    expect(partRows(explained)).toEqual([
      { id: 'a', name: '甲', divided: '', text: '200', width: 100 },
      { id: 'b', name: '乙', divided: '', text: '暂无数据来源', width: null },
      { id: '', name: '示例县（不属于下级的）', divided: '', text: '50', width: 25 },
    ])
  })

  it('what is not reported in full says by how many, of one alone nothing', () => {
    const part = (id: string, reported: number, due: number) => ({
      org: { ...org, id, name: id },
      members: 8,
      figure: { code: 'poverty.villages', value: null, state: 'incomplete' as const, reported, due },
    })
    const rows = partRows({ ...explained, own: null, kind: 'sum', children: [part('a', 1, 3), part('b', 0, 1)] })
    expect(rows.map(({ divided, text }) => [divided, text])).toEqual([
      ['1/3 家', '尚未报齐'],
      ['', '尚未报齐'],
    ])
  })

  it('ratios stand from the highest to the lowest, with what was divided; zero has a bar of no length, no data none', () => {
    const part = (id: string, numerator: number, denominator: number) => ({
      org: { ...org, id, name: id },
      members: 8,
      figure:
        denominator === 0
          ? { code: 'quiz.rate', value: null, state: 'notDue' as const, numerator, denominator }
          : { code: 'quiz.rate', value: numerator / denominator, state: 'ok' as const, numerator, denominator },
    })
    const children = [part('none', 0, 0), part('zero', 0, 8), part('half', 4, 8), part('all', 8, 8), part('low', 1, 3)]
    expect(partRows({ ...explained, kind: 'ratio', own: null, children })).toEqual([
      { id: 'all', name: 'all', divided: '8/8', text: '100%', width: 100 },
      { id: 'half', name: 'half', divided: '4/8', text: '50.0%', width: 50 },
      { id: 'low', name: 'low', divided: '1/3', text: '33.3%', width: 33.3 },
      { id: 'zero', name: 'zero', divided: '0/8', text: '0%', width: 0 },
      { id: 'none', name: 'none', divided: '', text: '—', width: null },
    ])
  })
})

describe('activities and people', () => {
  it('say how many came', () => {
    expect(countWords({ people: 12, attendance: { actual: 11, expected: 20 } })).toBe('11/20 人到会')
    expect(countWords({ people: 0, attendance: null })).toBe('没有人参加')
  })

  it('pages join without repeating anybody; names stand under their branches', () => {
    const row = (id: string, orgName: string) => ({ id, name: id, orgName, mobile: false, seat: 1 })
    const page: Participants = {
      ...{ org, asOf, activity: null, people: 3, times: 5, mobilePeople: 1, branches: [], next: 7 },
      rows: [row('a', '甲'), row('b', '乙')],
    }
    const joined = joinParticipants(page, { ...page, rows: [row('b', '乙'), row('c', '甲')], next: null })
    expect(joined.rows?.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
    expect(byBranch(joined.rows ?? []).map(({ orgName, people }) => [orgName, people.length])).toEqual([
      ['甲', 2],
      ['乙', 1],
    ])
    expect(joinParticipants(page, { ...page, rows: null })).toMatchObject({ rows: null })
    expect(countParts(page)).toEqual(['5 人次', '流动党员 1 人'])
  })

  it('those who came are said where they are not simply those who took part', () => {
    const held = (people: number, actual: number): Participants => ({
      ...{ org, asOf, people, times: people, mobilePeople: 0, branches: [], rows: null, next: null },
      activity: {
        ...{ id: 'day', title: '示例主题党日', from: '2026-11-02', to: '2026-11-02', holder: org },
        ...{ forms: [], people, mobile: 0, attendance: { expected: 24, actual } },
      },
    })
    expect(countParts(held(16, 16))).toEqual(['应到 24 人'])
    expect(countParts(held(17, 16))).toEqual(['应到 24 人', '实到 16 人'])
    expect(countParts(held(0, 0))).toEqual([])
  })
})

describe('the record', () => {
  const entry = {
    ...{ revision: 0, occurredAt: asOf - 86_400_000, recordedAt: asOf, channel: 'self' as const, withdrawn: false },
    ...{ orgName: '东村支部', mobile: true, recorder: null, reason: null },
  }
  const taken = { ...entry, revision: 1, withdrawn: true, recorder: '测试甲', reason: '录入有误' }

  it('tells every entry: what it did, when, by whom and why', () => {
    expect(entryTitle(entry, undefined)).toBe('本人参加')
    expect(entryTitle(taken, entry)).toBe('更正：不算参加')
    expect(entryTitle({ ...entry, revision: 2 }, taken)).toBe('更正：恢复，算参加')
    expect(entryTitle({ ...entry, revision: 1, orgName: '西村支部' }, entry)).toBe('随组织关系更正了所在组织')
    expect(entryLines(entry, asOf)).toEqual(['发生在昨天 10:00', '记入于今天 10:00', '算在东村支部，当时是流动党员'])
    expect(entryLines(taken, asOf)).toEqual(['记入于今天 10:00', '经手人：测试甲', '原因：录入有误'])
  })

  it('and what is behind it, without marks', () => {
    const one: Participation = {
      ...{ activityId: 'q', title: '', holder: null, day: '2026-11-21', counts: true, entries: [], leaveAt: null },
      papers: [
        { number: 1, dealtAt: asOf, handedInAt: asOf - 3_600_000, receivedAt: asOf },
        { number: 2, dealtAt: asOf, handedInAt: null, receivedAt: null },
      ],
      lateScan: { scannedAt: asOf, receivedAt: asOf, state: 'accepted' },
    }
    expect(behindLines(one, asOf)).toEqual([
      '第 1 份答卷：今天 09:00 交，今天 10:00 传到',
      '第 2 份答卷：还没有交',
      '扫码晚到：今天 10:00 扫，今天 10:00 传到，支部已确认到场',
    ])
  })
})

describe('what became of reminding', () => {
  const told = { reminded: 12, already: 3, going: false, waitsUntil: null }
  it('is said in one sentence', () => {
    expect(remindedWords(told)).toBe('已提醒 12 人，3 人今天已经提醒过。')
    expect(remindedWords({ ...told, already: 0, going: true })).toBe('已提醒 12 人，其余的几分钟内陆续送到。')
    expect(remindedWords({ ...told, already: 0, waitsUntil: 1 })).toBe('已安排提醒 12 人，早上 8 点送到，夜里不打扰。')
    expect(remindedWords({ ...told, reminded: 0, already: 0, vacant: 2 })).toBe('2 个支部名册上没有书记。')
    expect(remindedWords({ ...told, reminded: 0, already: 0 })).toBe('没有需要提醒的人，都已经参加了。')
    const nobody = { ...told, reminded: 0, already: 0 }
    expect(remindedWords(nobody, 'register')).toBe('没有需要提醒的单位，都已经报了。')
    expect(remindedWords({ ...nobody, vacant: 1 }, 'register')).toBe('1 个单位名册上没有负责填报的人。')
  })
})
