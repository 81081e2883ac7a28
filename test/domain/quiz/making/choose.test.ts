import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type BankQuestion,
  chooseQuestions,
  exchangeQuestion,
  fits,
  type RulePart,
  supplyOf,
} from '@/domain/quiz/making'
import { bank } from './bank'

const any = { chapter: null, tag: null, kind: null, difficulty: null }
const part = (count: number, like: Partial<RulePart> = {}): RulePart => ({ ...any, ...like, count })
const idsOf = (chosen: readonly { questionId: string }[]) => chosen.map(({ questionId }) => questionId)

describe('choosing by a rule', () => {
  it('gives each line what it asks for, and nothing twice', () => {
    const parts = [part(2, { kind: 'multiple' }), part(1, { chapter: 'b', difficulty: 1 }), part(1, { tag: 'rights' })]
    const { chosen, short } = chooseQuestions(bank, parts, { seed: 1 })
    expect(short).toEqual([0, 0, 0])
    expect(chosen.map((one) => one.part)).toEqual([0, 0, 1, 2])
    expect(new Set(idsOf(chosen)).size).toBe(4)
  })

  it('gives what there is, and says how much is short', () => {
    // the multiple questions of chapter a are a3 and a4
    const { chosen, short } = chooseQuestions(bank, [part(4, { chapter: 'a', kind: 'multiple' })], { seed: 1 })
    expect(idsOf(chosen).sort()).toEqual(['a3', 'a4'])
    expect(short).toEqual([2])
  })

  it('lets overlapping lines both have theirs where there is a way', () => {
    // rights: a1 a2 b2; multiple: a3 a4 b2. Three and three of five questions: one is short, whoever took b2
    const parts = [part(3, { tag: 'rights' }), part(3, { kind: 'multiple' })]
    expect(chooseQuestions(bank, parts, { seed: 4 }).short).toEqual([0, 1])
    // single 2 (a1 a2 b1), of them one of discipline is b1: the first line must leave it
    for (let seed = 0; seed < 20; seed += 1) {
      const both = [part(2, { kind: 'single' }), part(1, { kind: 'single', tag: 'discipline' })]
      const { chosen, short } = chooseQuestions(bank, both, { seed })
      expect(short).toEqual([0, 0])
      expect(chosen[2]).toEqual({ questionId: 'b1', part: 1 })
    }
  })

  it('keeps what is there, and takes the last quiz’s questions only when nothing else is left', () => {
    const all = idsOf(chooseQuestions(bank, [part(3, { kind: 'single' })], { seed: 9 }).chosen)
    expect(all.sort()).toEqual(['a1', 'a2', 'b1'])
    for (let seed = 0; seed < 20; seed += 1) {
      const two = chooseQuestions(bank, [part(2, { kind: 'single' })], { seed, recent: ['a1'] })
      expect(idsOf(two.chosen).sort()).toEqual(['a2', 'b1'])
      const kept = chooseQuestions(bank, [part(2, { kind: 'single' })], { seed, recent: ['a1'], keep: ['a1'] })
      expect(idsOf(kept.chosen)).toContain('a1')
    }
  })

  it('exchanges one for another of the same line, for none of the others, and says when there is none', () => {
    const parts = [part(1, { kind: 'fill' }), part(2, { kind: 'single' })]
    const chosen = [
      { questionId: 'b3', part: 0 },
      { questionId: 'a1', part: 1 },
      { questionId: 'a2', part: 1 },
    ]
    expect(exchangeQuestion(bank, parts, chosen, 'b3', { seed: 1 })).toBeNull()
    expect(exchangeQuestion(bank, parts, chosen, 'none', { seed: 1 })).toBeNull()
    expect(exchangeQuestion(bank, parts, chosen, 'a1', { seed: 1 })).toEqual([
      { questionId: 'b3', part: 0 },
      { questionId: 'b1', part: 1 },
      { questionId: 'a2', part: 1 },
    ])
  })
})

describe('what the bank can give', () => {
  it('says for each line how many fit, how many are short, and whether it shares them', () => {
    const parts = [part(3, { tag: 'rights' }), part(3, { kind: 'multiple' }), part(2, { kind: 'fill' })]
    expect(supplyOf(bank, parts)).toEqual([
      { fitting: 3, short: 0, shared: false },
      { fitting: 3, short: 1, shared: true },
      { fitting: 1, short: 1, shared: false },
    ])
  })
})

const question: fc.Arbitrary<BankQuestion> = fc.record({
  id: fc.stringMatching(/^[a-z][0-9]{1,3}$/),
  chapter: fc.constantFrom('a', 'b', 'c'),
  kind: fc.constantFrom('single', 'multiple', 'judge', 'fill'),
  difficulty: fc.constantFrom(1, 2, 3),
  tags: fc.subarray(['x', 'y']),
})
const banks = fc.uniqueArray(question, { selector: ({ id }) => id, maxLength: 30 })
const rules = fc.array(
  fc.record({
    chapter: fc.constantFrom(null, 'a', 'b'),
    tag: fc.constantFrom(null, 'x', 'y'),
    kind: fc.constantFrom(null, 'single' as const, 'multiple' as const),
    difficulty: fc.constantFrom(null, 1 as const, 2 as const),
    count: fc.integer({ min: 1, max: 8 }),
  }),
  { maxLength: 5 },
)

describe('laws of choosing', () => {
  it('the chosen fit their lines, none is twice, the same seed gives the same, and no line has more than it asks', () => {
    fc.assert(
      fc.property(banks, rules, fc.integer(), (questions, parts, seed) => {
        const ids = questions.map(({ id }) => id)
        const how = { seed, keep: ids.slice(0, 4), recent: ids.slice(3, 9) }
        const { chosen, short } = chooseQuestions(questions, parts, how)
        expect(chooseQuestions(questions, parts, how)).toEqual({ chosen, short })
        expect(new Set(idsOf(chosen)).size).toBe(chosen.length)
        for (const one of chosen) {
          const found = questions.find(({ id }) => id === one.questionId)
          const line = parts[one.part]
          expect(found && line && fits(found, line)).toBe(true)
        }
        for (const [index, { count }] of parts.entries()) {
          const got = chosen.filter((one) => one.part === index).length
          expect(got + (short[index] ?? 0)).toBe(count)
        }
      }),
    )
  })

  it('what is short is as the page said, whatever is kept and whatever the last quiz had', () => {
    fc.assert(
      fc.property(banks, rules, fc.integer(), (questions, parts, seed) => {
        const ids = questions.map(({ id }) => id)
        const { short } = chooseQuestions(questions, parts, { seed, keep: ids.slice(2, 9), recent: ids.slice(5, 20) })
        expect(short).toEqual(supplyOf(questions, parts).map((line) => line.short))
      }),
    )
  })

  it('no choice has more questions: as many as can be given at all (Hall)', () => {
    fc.assert(
      fc.property(banks, rules, fc.integer(), (questions, parts, seed) => {
        const { chosen } = chooseQuestions(questions, parts, { seed })
        // the least, over all sets of lines, of what fits them together plus what the others ask for
        const bounds = Array.from({ length: 2 ** parts.length }, (_none, set) => {
          const inside = parts.filter((_part, index) => (set >> index) & 1)
          const outside = parts.filter((_part, index) => !((set >> index) & 1))
          const fitting = questions.filter((one) => inside.some((line) => fits(one, line))).length
          return fitting + outside.reduce((sum, { count }) => sum + count, 0)
        })
        expect(chosen.length).toBe(Math.min(...bounds))
      }),
    )
  })
})
