import { describe, expect, it } from 'vitest'
import type { PlannedDay } from '@/contracts/plan-days'
import { nextHalfHour, shownDay, toggled, withClock, withDay } from '@/organiser/components/form/form.shared'
import { withoutBlanks } from '@/organiser/components/form/options.shared'
import { peopleWords, rowNotes, shareOf, stateTag } from '@/organiser/components/quiz-words.shared'
import { lessonLacks, newLesson, trimmed } from '@/organiser/pages/lessons-desk/lessons-desk.shared'
import {
  anyPart,
  lackingWords,
  newContent,
  newOwn,
  partWords,
  pointsWords,
  supplyWords,
} from '@/organiser/pages/make-quiz/make.shared'
import { asKind, isBlank, padded } from '@/organiser/pages/make-quiz/own.shared'
import {
  byMonth,
  copyOf,
  dayTag,
  lacking,
  newForm,
  retitled,
  timesOf,
  trimmed as trimmedDay,
} from '@/organiser/pages/plan-days/plan-days.shared'

/** An instant by the clock of Asia/Shanghai. */
const at = (day: string, time: string) => Date.parse(`${day}T${time}:00+08:00`)
const NOW = at('2026-11-22', '10:00')
const HOUR = 3_600_000

const day: PlannedDay = {
  ...{
    id: 'td',
    title: '十一月主题党日：走访',
    place: '活动室',
    forms: ['groupStudy'],
    agenda: ['学习'],
    remote: true,
  },
  ...{ startsAt: at('2026-11-13', '15:00'), endsAt: at('2026-11-13', '17:00'), status: 'closed', opened: true },
  ...{ cancelled: null, changedAt: null, canChange: false, canRestore: false, leaves: 0 },
}

describe('times in a form', () => {
  it('change the day or the clock, and nothing else; what a wheel gives otherwise changes nothing', () => {
    const three = at('2026-11-13', '15:00')
    expect(withDay(three, '2027-02-28')).toBe(at('2027-02-28', '15:00'))
    expect(withClock(three, '08:30')).toBe(at('2026-11-13', '08:30'))
    expect([withDay(three, '2027'), withClock(three, '')]).toEqual([three, three])
    // an end at midnight is 24:00 of the day that ends
    const end = at('2026-12-01', '00:00')
    expect([shownDay(end, true), shownDay(end), shownDay(three, true)]).toEqual([
      '2026-11-30',
      '2026-12-01',
      '2026-11-13',
    ])
    expect(withDay(end, '2026-12-03', true)).toBe(at('2026-12-04', '00:00'))
    expect(withClock(three, '00:00', true)).toBe(at('2026-11-14', '00:00'))
    expect(withClock(end, '22:00', true)).toBe(at('2026-11-30', '22:00'))
    expect(nextHalfHour(at('2026-11-13', '15:01'))).toBe(at('2026-11-13', '15:30'))
    expect([toggled([1, 2], 2), toggled([1], 2)]).toEqual([[1], [1, 2]])
  })
})

describe('the plan of theme days', () => {
  it('a copy is the next month’s that is still to come, with its month in the title', () => {
    expect(copyOf(day, NOW)).toMatchObject({ title: '十二月主题党日：走访', startsAt: at('2026-12-13', '15:00') })
    expect(copyOf(day, at('2026-12-20', '10:00'))).toMatchObject({ startsAt: at('2027-01-13', '15:00') })
    expect(newForm([day, { ...day, cancelled: { at: NOW, reason: '雨' } }], NOW).place).toBe('活动室')
    expect(newForm([], NOW)).toMatchObject({ title: '', startsAt: at('2026-11-23', '10:00'), forms: ['groupStudy'] })
    expect([retitled('11月党日', NOW + 240 * HOUR), retitled('党员活动日', NOW)]).toEqual(['12月党日', '党员活动日'])
  })
  it('is repeated by date or by week day to the end of the year', () => {
    const form = { ...day, startsAt: at('2026-10-09', '15:00'), endsAt: at('2026-10-09', '17:00') }
    expect(timesOf(form, 'once')).toHaveLength(1)
    expect(timesOf(form, 'date').map(({ startsAt }) => startsAt)).toEqual([
      at('2026-10-09', '15:00'),
      at('2026-11-09', '15:00'),
      at('2026-12-09', '15:00'),
    ])
    // the second Friday
    expect(timesOf(form, 'weekday').map(({ startsAt }) => startsAt)).toEqual([
      at('2026-10-09', '15:00'),
      at('2026-11-13', '15:00'),
      at('2026-12-11', '15:00'),
    ])
  })
  it('says what is missing, what became of each, and shows the months to come without one', () => {
    expect(lacking(day)).toBeNull()
    expect([lacking({ ...day, title: '' }), lacking({ ...day, endsAt: day.startsAt })]).toEqual([
      '写上名称',
      '结束要晚于开始',
    ])
    expect(trimmedDay({ ...day, title: ' 党日 ', agenda: ['学习 ', '', ' '] })).toMatchObject({
      title: '党日',
      agenda: ['学习'],
    })
    expect(lacking({ ...day, agenda: Array<string>(11).fill('学') })).toMatch('最多十项')
    expect(lacking({ ...day, agenda: ['学'.repeat(61)] })).toMatch('60 字')
    expect(dayTag(day, NOW)?.text).toBe('已开展')
    expect(dayTag({ ...day, opened: false }, NOW)?.text).toBe('没有开展')
    expect(dayTag({ ...day, cancelled: { at: NOW, reason: '雨' } }, NOW)?.text).toBe('已取消')
    expect(dayTag({ ...day, opened: false, status: 'planned', endsAt: NOW + HOUR }, NOW)).toBeNull()
    const months = (year: number) => byMonth([day], year, NOW).map((one) => [one.month, one.days.length])
    expect(months(2026)).toEqual([
      [11, 1],
      [12, 0],
    ])
    expect(months(2027)).toHaveLength(12)
  })
})

describe('a quiz at the desk', () => {
  const chapters = [{ id: 'a', title: '示例章程', questions: [] }]
  it('says its rule and whether the handbook has enough', () => {
    expect(partWords(anyPart, chapters)).toBe('整本手册')
    expect(partWords({ ...anyPart, chapter: 'a', kind: 'multiple', difficulty: 3 }, chapters)).toBe(
      '《示例章程》 · 多选 · 较难',
    )
    expect(supplyWords({ fitting: 8, short: 0, shared: false })).toEqual({ text: '手册里有 8 道', enough: true })
    expect(supplyWords({ fitting: 3, short: 2, shared: false }).text).toBe('只有 3 道，还差 2 道')
    expect(supplyWords({ fitting: 9, short: 2, shared: true }).text).toBe('和上面的规则重了，还差 2 道')
    expect(pointsWords({ deal: null, passPercent: 60 }, 30)).toBe('每题 3 分，满分 90 分，54 分及格')
  })
  it('is not published before its own questions are whole, and says which is not', () => {
    const bank = { orgName: '示例县', chapters: [], recent: [] }
    const own = {
      ...newOwn('own-1'),
      ...{ stem: '哪一个？', options: ['甲', '', '丙', ''], key: [2], explanation: '是丙。' },
      source: { document: '示例章程', article: '第一条' },
    }
    const content = { ...newContent(NOW), parts: [] }
    const named = { ...content, settings: { ...content.settings, title: '十二月答题' } }
    expect(lackingWords(content, bank, NOW)).toBe('还没有写标题')
    expect(lackingWords(named, bank, NOW)).toBe('还没有选题')
    expect(lackingWords({ ...named, own: [newOwn('own-1')] }, bank, NOW)).toBe('自己写的第 1 道，题目还没写')
    // what is kept has no empty options, and is offered with room for four again
    const kept = withoutBlanks(own)
    expect([kept.options, kept.key, padded(kept).options]).toEqual([['甲', '丙'], [1], ['甲', '丙', '', '']])
    expect(lackingWords({ ...named, own: [kept] }, bank, NOW)).toBeNull()
    expect([isBlank(newOwn('own-1')), isBlank(kept), isBlank(asKind(newOwn('own-1'), 'judge'))]).toEqual([
      true,
      false,
      true,
    ])
    expect(asKind(asKind(kept, 'judge'), 'single').options).toEqual(['', '', '', ''])
  })
  it('says its state, until when, and who took part', () => {
    const row = {
      ...{ id: 'q', title: '答题', mode: 'exam' as const, orgId: 'e', orgName: '东村支部', state: 'open' as const },
      ...{ opensAt: NOW, closesAt: at('2026-12-01', '00:00'), closedAt: null, questions: 20, pool: 40 },
      ...{ people: 18, members: 24 },
    }
    expect([stateTag(row).text, stateTag({ state: 'closed', closedAt: NOW }).text]).toEqual(['进行中', '已提前截止'])
    expect(rowNotes(row, '东村支部', NOW)).toEqual(['11 月 30 日 24:00 截止'])
    expect(rowNotes({ ...row, state: 'notOpen' }, '示例县', NOW)).toEqual(['东村支部', '今天 10:00 开始'])
    expect([peopleWords(row), shareOf(row)]).toEqual(['18 / 24 人参加', 0.75])
    expect([peopleWords({ people: null, members: 24 }), shareOf({ people: 3, members: 0 })]).toEqual([
      '练习，不计人数',
      null,
    ])
  })
})

describe('a lesson that is written', () => {
  it('says what it lacks, and leaves empty options out with their marks moved', () => {
    const source = { document: '示例章程', article: '第一条' }
    const form = {
      ...newLesson(),
      title: '一堂课',
      sections: [{ heading: '一', paragraphs: ['正文'], source }],
      check: {
        kind: 'single' as const,
        stem: '哪一个是对的？',
        options: ['甲', ' ', '丙'],
        key: [2],
        explanation: '是丙。',
        source,
      },
    }
    expect(lessonLacks(newLesson())).toBe('写上课名')
    expect(lessonLacks({ ...form, sections: [{ heading: '', paragraphs: ['正文'], source }] })).toMatch('第 1 节')
    expect(lessonLacks(form)).toMatch('检查题')
    const pasted = (paragraphs: string[]) => ({ ...form, sections: [{ heading: '一', paragraphs, source }] })
    expect(lessonLacks(pasted(Array<string>(9).fill('段')))).toMatch('最多 8 段')
    expect(lessonLacks(pasted(['段'.repeat(401)]))).toMatch('400 字')
    expect(trimmed(pasted(['一', ' ', '二 '])).sections[0]?.paragraphs).toEqual(['一', '二'])
    expect(trimmed(form).check).toMatchObject({ options: ['甲', '丙'], key: [1] })
    expect(lessonLacks(trimmed(form))).toBeNull()
  })
})
