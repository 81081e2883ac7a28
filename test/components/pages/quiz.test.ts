import { describe, expect, it } from 'vitest'
import type { QuizRow } from '@/contracts/learn'
import type { Paper, PaperItem } from '@/contracts/quiz'
import { answersOf, blanksOf, emptyDraft, type QuizDraft } from '@/services/quiz-draft.shared'
import { createAnswering } from '../../../src/pages/quiz/answering.shared'
import {
  attemptsWords,
  closedOf,
  gapParts,
  minutesWords,
  placeLabel,
  placesOf,
  placesWords,
  sealedFacts,
  underWayWords,
} from '../../../src/pages/quiz/quiz.shared'

const item = (questionId: string, kind: PaperItem['kind']): PaperItem => ({
  questionId,
  kind,
  stem: '题目',
  options: kind === 'fill' ? [] : ['甲', '乙', '丙', '丁'],
  points: 5,
})
const single = item('q1', 'single')
const multiple = item('q2', 'multiple')
const judge = item('q3', 'judge')
const fill = item('q4', 'fill')
const paper: Paper = {
  attemptId: 'quiz.p1.1',
  quizId: 'quiz',
  title: '答题',
  mode: 'exam',
  number: 1,
  minutes: 20,
  partial: 'proportional',
  dealtAt: 0,
  deadlineAt: 1_200_000,
  arriveBy: 1_200_000,
  along: false,
  openedAt: null,
  now: 0,
  draft: null,
  items: [single, multiple, judge, fill],
}

/** A phone on which a paper is answered: what is in its storage, and a keyboard whose pause the test ends. */
function answeringOn(draft: QuizDraft = emptyDraft) {
  const phone = { now: 1_000, stored: draft, writes: 0, full: false, pause: null as (() => void) | null }
  const answering = createAnswering({
    items: paper.items,
    draft,
    now: () => phone.now,
    write(next) {
      phone.writes += 1
      if (!phone.full) phone.stored = next
      return !phone.full
    },
    later(_ms, work) {
      phone.pause = work
      return () => {
        phone.pause = null
      }
    },
  })
  return { phone, answering }
}

it('does not say of answers that a full phone has in memory only that they are stored', () => {
  const parts = { items: paper.items, draft: emptyDraft, now: () => 1, write: () => true, later: () => () => {} }
  const answering = createAnswering({ ...parts, saved: false })
  expect(answering.read().saved).toBe(false)
  answering.goTo(1)
  expect(answering.read().saved).toBe(true)
})

describe('tapping options', () => {
  it('lets the last tap count where one is asked', () => {
    const { answering } = answeringOn()
    answering.tap(single, 0)
    answering.tap(single, 2)
    answering.tap(judge, 1)
    answering.tap(judge, 1)
    const { answers } = answering.read().draft
    expect([answers.q1?.chosen, answers.q3?.chosen]).toEqual([[2], [1]])
  })

  it('switches each where several are asked, and keeps them in order', () => {
    const { answering } = answeringOn()
    answering.tap(multiple, 3)
    answering.tap(multiple, 0)
    expect(answering.read().draft.answers.q2?.chosen).toEqual([0, 3])
    answering.tap(multiple, 3)
    expect(answering.read().draft.answers.q2?.chosen).toEqual([0])
  })

  it('is in storage before anybody hears of it: an app that is killed while it draws has it', () => {
    const { phone, answering } = answeringOn()
    let seen: unknown = null
    answering.subscribe(() => {
      seen = phone.stored.answers.q1?.chosen
    })
    answering.tap(single, 1)
    expect(seen).toEqual([1])
  })

  it('says so when the phone has no room, and goes on', () => {
    const { phone, answering } = answeringOn()
    phone.full = true
    answering.tap(single, 1)
    expect(answering.read().saved).toBe(false)
    phone.full = false
    answering.tap(single, 2)
    expect(answering.read().saved).toBe(true)
  })

  it('is later than the answer that it replaces, also where the clock was put back in between', () => {
    const { phone, answering } = answeringOn()
    answering.tap(single, 1)
    phone.now = 10
    answering.tap(single, 2)
    expect(answering.read().draft.answers.q1).toEqual({ chosen: [2], at: 1_001 })
    expect(answering.read().draft.seen).toBe(1_000)
  })
})

describe('typing into a gap', () => {
  it('is kept in the pause after a key, and at once when the field is left', () => {
    const { phone, answering } = answeringOn()
    answering.type(fill, '3')
    answering.type(fill, '32')
    expect(phone.stored.answers.q4).toBeUndefined()
    phone.pause?.()
    expect(phone.stored.answers.q4?.text).toBe('32')
    answering.type(fill, '32 学时')
    answering.flush()
    expect(phone.stored.answers.q4).toEqual({ chosen: [], text: '32 学时', at: 1_002 })
  })

  it('is kept with the next tap too, and writes nothing when nothing was typed', () => {
    const { phone, answering } = answeringOn()
    answering.type(fill, '32')
    answering.goTo(0)
    expect(phone.stored.answers.q4?.text).toBe('32')
    expect(phone.pause).toBeNull()
    const before = phone.writes
    answering.flush()
    answering.type(fill, '32')
    expect(phone.writes).toBe(before)
  })
})

describe('marking and moving', () => {
  it('switches a mark, and stays within the paper', () => {
    const { phone, answering } = answeringOn()
    answering.mark(judge)
    answering.goTo(99)
    expect(phone.stored).toMatchObject({ marked: ['q3'], at: 3 })
    answering.mark(judge)
    answering.goTo(-1)
    expect(phone.stored).toMatchObject({ marked: [], at: 0 })
  })

  it('takes in the later answers of another phone', () => {
    const { answering } = answeringOn()
    answering.tap(single, 1)
    const theirs = { answers: [{ questionId: 'q3', chosen: [0], at: 2_000 }], marked: [] }
    expect(answering.join(theirs)).toBe(true)
    expect(answering.join(theirs)).toBe(false)
    expect(answering.read().draft.answers).toMatchObject({ q1: { chosen: [1] }, q3: { chosen: [0] } })
  })
})

describe('what is handed in', () => {
  it('is the answered questions, and the others are named before', () => {
    const { answering } = answeringOn()
    answering.tap(single, 1)
    answering.tap(multiple, 0)
    answering.tap(multiple, 0)
    answering.type(fill, '  ')
    const { draft } = answering.read()
    expect(answersOf(paper, draft)).toEqual([{ questionId: 'q1', chosen: [1] }])
    expect(blanksOf(paper, draft)).toEqual([1, 2, 3])
    expect(placesWords([1, 2])).toBe('第 2、3 题')
    expect(placesWords([0, 1, 2, 3, 4, 5, 6])).toBe('第 1、2、3、4、5、6 题等')
  })
})

describe('the answer card', () => {
  it('says of each question whether it is answered, marked, and on the screen', () => {
    const { answering } = answeringOn()
    answering.tap(single, 1)
    answering.mark(multiple)
    const labels = placesOf(paper, answering.read().draft, 1).map(placeLabel)
    expect(labels.slice(0, 3)).toEqual(['第 1 题，已答', '第 2 题，没有答，已标记，正在看', '第 3 题，没有答'])
  })
})

describe('the stem of a fill-in question', () => {
  it('has its gap drawn where the contract writes ____', () => {
    expect(gapParts('预备期为____年。')).toEqual({ before: '预备期为', after: '年。' })
    expect(gapParts('没有空')).toBeNull()
  })
})

describe('the start page', () => {
  const now = Date.parse('2026-11-22T09:30:00+08:00')
  const row: QuizRow = {
    id: 'quiz',
    title: '十一月答题',
    mode: 'exam',
    questions: 20,
    minutes: 20,
    closesAt: Date.parse('2026-12-01T00:00:00+08:00'),
    attemptsAllowed: 2,
    attemptsUsed: 0,
    openAttemptId: null,
    lastAttemptId: null,
    taken: false,
    today: null,
  }

  it('says how often and how long', () => {
    expect(attemptsWords(row)).toBe('可答 2 次')
    expect(attemptsWords({ ...row, attemptsUsed: 1 })).toBe('可答 2 次，还剩 1 次')
    expect(attemptsWords({ ...row, mode: 'practice' })).toBe('不限次数，不计入参与')
    expect([minutesWords(20), minutesWords(0)]).toEqual(['20 分钟，开始后计时', '不限时'])
  })

  it('says why there is nothing to begin', () => {
    expect(closedOf(row, now)).toBeNull()
    expect(closedOf({ ...row, attemptsUsed: 2, lastAttemptId: 'quiz.p1.2' }, now)).toMatchObject({
      title: '次数用完了',
      attemptId: 'quiz.p1.2',
    })
    expect(closedOf({ ...row, attemptsUsed: 2, openAttemptId: 'quiz.p1.2' }, now)).toBeNull()
    expect(closedOf({ ...row, mode: 'daily', today: true }, now)?.title).toBe('今天的答完了')
    expect(closedOf({ ...row, mode: 'practice', attemptsUsed: 40 }, now)).toBeNull()
    expect(closedOf(row, row.closesAt)?.title).toBe('这次答题已经截止')
  })

  it('says of a sealed paper until when it can be answered, and until when it must arrive', () => {
    const day = (text: string) => Date.parse(`${text}T00:00:00+08:00`)
    const along = { ...paper, along: true, deadlineAt: day('2026-12-01'), arriveBy: day('2026-12-02') }
    expect(sealedFacts(along, '漏选得一半分，错选不得分', now).map(({ name, value }) => `${name} ${value}`)).toEqual([
      '题数 4 题',
      '时间 20 分钟，开封后计时',
      '多选题 漏选得一半分，错选不得分',
      '作答截止 11 月 30 日 24:00',
      '最晚送达 12 月 1 日 24:00，联网后自动送',
    ])
  })
})

describe('an attempt that ran out and may still come from another phone', () => {
  const until = Date.parse('2026-11-23T09:20:00+08:00')
  const now = Date.parse('2026-11-22T10:00:00+08:00')
  it('is said before another one is begun, as long as it may', () => {
    expect(underWayWords({ mayArrive: { attemptId: 'quiz.p1.1', until } }, now)).toBe(
      '上一份到时间还没有收到。如果在别的手机上答过，让那部手机连上网就会自动送来，明天 09:20 前送到都算数。',
    )
    expect(underWayWords({ mayArrive: { attemptId: 'quiz.p1.1', until } }, until)).toBeNull()
    expect(underWayWords({}, now)).toBeNull()
  })
})

describe('a clock that was ahead', () => {
  it('does not stick once the server has said what time it is', () => {
    const { answering, phone } = answeringOn()
    phone.now = 900_000
    answering.tap(single, 1)
    expect(phone.stored.seen).toBe(900_000)
    answering.timeIs(5_000)
    expect(phone.stored).toMatchObject({ seen: 5_000, answers: { q1: { chosen: [1] } } })
  })

  it('does not undo a mark: the later change has the later instant', () => {
    const { answering, phone } = answeringOn()
    answering.mark(single)
    const first = phone.stored.markedAt
    answering.mark(single)
    expect([phone.stored.marked, phone.stored.markedAt > first]).toEqual([[], true])
  })
})
