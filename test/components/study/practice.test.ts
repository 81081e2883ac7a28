import { describe, expect, it } from 'vitest'
import { countsWords } from '../../../src/study/book/book.shared'
import {
  answered,
  beginRound,
  goOn,
  isOver,
  type Round,
  roundOf,
  roundWords,
  tomorrowWords,
} from '../../../src/study/pages/practise/practice.shared'
import { shownOption } from '../../../src/study/pages/practise/question-view.shared'
import { ago, bookWith } from './book'

describe('the book', () => {
  const book = bookWith(ago('a1', 8), ago('a1', 1), ago('a2', 6), ago('b1', 2, 'again'), ago('b1', 1))

  it('tells chapter by chapter how far one is', () => {
    expect(book.chapters.map(({ counts }) => countsWords(counts))).toEqual([
      '掌握 1 · 在学 1 · 没练过 1',
      '在学 1 · 没练过 1',
    ])
    expect(countsWords(book.counts)).toBe('掌握 1 · 在学 2 · 没练过 2')
  })

  it('knows what is for today, what went wrong, and which lessons explain a question', () => {
    expect(book.portion).toEqual({ due: ['a2'], dueInAll: 1, fresh: ['a3', 'b2'] })
    expect(book.wrong).toEqual(['b1'])
    expect(book.lessonsOf('b1').map(({ id }) => id)).toEqual(['lesson'])
    expect(book.lessonsOf('a2')).toEqual([])
  })

  it('asks in a round what was chosen: due, wrong, new, or a chapter with what is least known first', () => {
    expect(roundOf(book, 'due', undefined)).toEqual(['a2'])
    expect(roundOf(book, 'wrong', undefined)).toEqual(['b1'])
    expect(roundOf(book, 'new', undefined)).toEqual(['a3', 'b2'])
    expect(roundOf(book, 'chapter', 'a')).toEqual(['a3', 'a2', 'a1'])
    expect(roundOf(book, 'chapter', 'gone')).toEqual([])
  })
})

describe('a round', () => {
  const play = (round: Round, ...results: boolean[]): Round =>
    results.reduce((one, right) => goOn(answered(one, right)), round)

  it('brings what was wrong once more at its end, and no third time', () => {
    const after = play(beginRound(['x', 'y']), false, true)
    expect(after.queue).toEqual(['x', 'y', 'x'])
    expect(isOver(after)).toBe(false)
    const end = play(after, false)
    expect(end.queue).toEqual(['x', 'y', 'x'])
    expect(isOver(end)).toBe(true)
    expect(roundWords(end)).toBe('练了 2 题，第一次就答对 1 题。答错的 1 题在错题本里，改天再看一眼就记住了。')
  })

  it('ends where there is nothing left, and stays there', () => {
    const end = play(beginRound(['x']), true)
    expect(isOver(end)).toBe(true)
    expect(play(end, false)).toEqual(end)
    expect(roundWords(end)).toBe('练了 1 题，第一次就答对 1 题。')
  })

  it('tells what comes tomorrow, and nothing when nothing does', () => {
    expect(tomorrowWords([99, 101, 101, 105], 100)).toBe('明天有 3 题要复习，几分钟就好。')
    expect(tomorrowWords([105], 100)).toBeNull()
  })
})

describe('an option while practising', () => {
  const shown = { order: [2, 0, 1], chosen: [0], verdict: null }
  const key = { key: [1] }

  it('is only chosen or not before the verdict', () => {
    expect([0, 1, 2].map((option) => shownOption(shown, key, option).state)).toEqual(['on', 'plain', 'plain'])
  })

  it('then says in words what was right, by its place as it was shown', () => {
    const after = { ...shown, verdict: { right: false } }
    expect([0, 1, 2].map((option) => shownOption(after, key, option))).toEqual([
      { state: 'bad', note: '您选的，不对' },
      { state: 'plain' },
      { state: 'good', note: '正确答案' },
    ])
  })
})
