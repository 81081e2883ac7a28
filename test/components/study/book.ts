import type { HandbookItem, Review } from '@/contracts/handbook'
import type { Memory } from '@/domain/handbook'
import { startOfDay } from '@/domain/time'
import { makeBook } from '../../../src/study/book/book.shared'

export const now = startOfDay('2026-11-22') + 10 * 3_600_000

export const item = (id: string, more: Partial<HandbookItem> = {}): HandbookItem => ({
  id,
  kind: 'single',
  stem: `题干${id}`,
  options: ['甲', '乙', '丙'],
  key: [1],
  accepted: [],
  explanation: `解析${id}`,
  source: { document: '示例条例', article: '第一条' },
  tags: [],
  difficulty: 1,
  ...more,
})

/** A review some days before today. */
export const ago = (questionId: string, days: number, grade: Review['grade'] = 'good'): Review => ({
  questionId,
  at: now - days * 86_400_000,
  grade,
})

/** Wrong comes back after a day, everything else after five. */
const rule = (_memory: Memory | null, day: number, grade: Review['grade']): Memory => ({
  stability: 1,
  difficulty: 5,
  lastDay: day,
  dueDay: day + (grade === 'again' ? 1 : 5),
})

/** A book with chapters a (a1, a2, a3) and b (b1, b2). */
export const bookWith = (...reviews: Review[]) =>
  makeBook(
    {
      chapters: [
        { id: 'a', title: '示例条例', order: 0, version: 1, items: [item('a1'), item('a2'), item('a3')] },
        { id: 'b', title: '示例规定', order: 1, version: 1, items: [item('b1'), item('b2')] },
      ],
      lessons: [{ id: 'lesson', title: '测试微党课', questions: ['a1', 'b1'] }],
    },
    reviews,
    rule,
    now,
  )
