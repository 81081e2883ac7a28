import { describe, expect, it } from 'vitest'
import type { Paper } from '@/contracts/quiz'
import { createPapers, endsAt, extended } from '@/services/quiz-paper.shared'
import { memoryKv } from './support/memory-kv'

const paper = (more: Partial<Paper> = {}): Paper => ({
  attemptId: 'quiz.p1.1',
  quizId: 'quiz',
  title: '答题',
  mode: 'exam',
  number: 1,
  minutes: 20,
  partial: 'none',
  dealtAt: 0,
  deadlineAt: 3_600_000,
  arriveBy: 3_600_000,
  along: true,
  openedAt: null,
  now: 0,
  draft: null,
  items: [],
  ...more,
})

describe('when a paper’s time is over', () => {
  it('is its deadline; of one taken along its minutes after it was opened, when that is sooner', () => {
    expect(endsAt({ paper: paper({ along: false }), openedAt: 5 })).toBe(3_600_000)
    expect(endsAt({ paper: paper(), openedAt: null })).toBe(3_600_000)
    expect(endsAt({ paper: paper(), openedAt: 60_000 })).toBe(1_260_000)
    expect(endsAt({ paper: paper(), openedAt: 3_000_000 })).toBe(3_600_000)
    expect(endsAt({ paper: paper({ minutes: 0 }), openedAt: 60_000 })).toBe(3_600_000)
  })
})

describe('a quiz that was extended', () => {
  it('gives the paper its later deadline, and as much more time to arrive; never an earlier one', () => {
    const kept = { paper: paper({ arriveBy: 7_200_000, minutes: 0 }), lead: 5, openedAt: 60_000 }
    const longer = extended(kept, 4_000_000)
    expect(longer).toEqual({ ...kept, paper: { ...kept.paper, deadlineAt: 4_000_000, arriveBy: 7_600_000 } })
    expect(endsAt(longer)).toBe(4_000_000)
    expect(extended(kept, 3_600_000)).toBe(kept)
    expect(extended(kept, 1)).toBe(kept)
  })
})

describe('papers on the phone', () => {
  it('are one for each quiz, until they are with the server', () => {
    const { kv } = memoryKv()
    const papers = createPapers(kv)
    papers.write({ paper: paper(), lead: 5, openedAt: null })
    papers.write({ paper: paper({ quizId: 'other', attemptId: 'other.p1.1' }), lead: 0, openedAt: 1 })
    expect(
      createPapers(kv)
        .list()
        .map((kept) => kept.paper.quizId),
    ).toEqual(['quiz', 'other'])
    papers.closeAttempt('quiz.p1.1')
    expect(papers.read('quiz')).toBeNull()
    expect(papers.list()).toHaveLength(1)
  })

  it('stay when an earlier attempt is closed late, whose answers go', () => {
    const { kv } = memoryKv()
    const papers = createPapers(kv)
    kv.write('draft:quiz.p1.1', { answers: {} })
    papers.write({ paper: paper({ attemptId: 'quiz.p1.2', number: 2 }), lead: 0, openedAt: 1 })
    papers.close('quiz', 'quiz.p1.1')
    expect(papers.read('quiz')?.paper.number).toBe(2)
    expect(kv.read('draft:quiz.p1.1')).toBeNull()
  })

  it('say when there is no room, and what cannot be made out is no paper', () => {
    const memory = memoryKv()
    const papers = createPapers(memory.kv)
    memory.state.full = true
    expect(papers.write({ paper: paper(), lead: 0, openedAt: null })).toBe(false)
    memory.state.full = false
    memory.kv.write('paper:quiz', { at: 1, data: 'of another version' })
    expect(papers.read('quiz')).toBeNull()
  })
})
