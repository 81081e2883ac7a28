import type { Id } from '@/contracts/common'
import { seededRng, shuffle } from '../../random'
import { seatGuests } from './match'
import { type BankQuestion, type ChosenQuestion, fits, type RulePart } from './rule'

export interface Choosing {
  /** Kept if they still fit: what the maker has seen does not change under their hands. */
  readonly keep?: readonly Id[]
  /** Taken only when nothing else is left: they were in the last quiz. */
  readonly recent?: readonly Id[]
  /** The same seed chooses the same questions. */
  readonly seed: number
}

export interface Choice {
  /** In the order of the rule; none twice. */
  readonly chosen: ChosenQuestion[]
  /** For each line of the rule, how many questions it lacks. */
  readonly short: number[]
}

/**
 * Chooses questions by a rule: as many of its lines' questions as the bank can give at all, none twice, however the lines overlap; earlier lines come
 * before later ones. Of what fits, those to keep are taken first, then those that were not in the last quiz.
 */
export function chooseQuestions(bank: readonly BankQuestion[], parts: readonly RulePart[], how: Choosing): Choice {
  const slots = parts.flatMap((part, index) => Array.from({ length: part.count }, () => index))
  const order = shuffle(
    bank.map((_question, index) => index),
    seededRng(how.seed),
  )
  const keep = new Set(how.keep ?? [])
  const recent = new Set(how.recent ?? [])
  const rank = (index: number): number => {
    const id = bank[index]?.id ?? ''
    return keep.has(id) ? 0 : recent.has(id) ? 2 : 1
  }
  const fitting = parts.map((part) => order.filter((index) => fits(bank[index] as BankQuestion, part)))
  let seats = new Map<number, number>()
  // those to keep alone, then with the fresh ones, then with all: a later round moves nobody out of the earlier ones' places
  for (const worst of [0, 1, 2]) {
    const open = fitting.map((list) =>
      [0, 1, 2].slice(0, worst + 1).flatMap((wanted) => list.filter((index) => rank(index) === wanted)),
    )
    seats = seatGuests(slots.length, (guest) => open[slots[guest] ?? -1] ?? [], seats)
  }
  const chosen = [...seats]
    .map(([place, guest]) => ({ questionId: bank[place]?.id ?? '', part: slots[guest] ?? 0, at: order.indexOf(place) }))
    .sort((a, b) => a.part - b.part || a.at - b.at)
    .map(({ questionId, part }) => ({ questionId, part }))
  const got = parts.map((_part, index) => chosen.filter(({ part }) => part === index).length)
  return { chosen, short: parts.map(({ count }, index) => count - (got[index] ?? 0)) }
}

/**
 * Puts another question in the place of a chosen one: of the same line, not chosen already, if possible not of the last quiz. null: there is none.
 * @param turn how often it was exchanged: another turn gives another question, as long as there are several
 */
export function exchangeQuestion(
  bank: readonly BankQuestion[],
  parts: readonly RulePart[],
  chosen: readonly ChosenQuestion[],
  questionId: Id,
  { recent = [], seed }: Omit<Choosing, 'keep'>,
): ChosenQuestion[] | null {
  const old = chosen.find((one) => one.questionId === questionId)
  const part = old && parts[old.part]
  if (!part) return null
  const taken = new Set(chosen.map((one) => one.questionId))
  const free = shuffle(
    bank.filter((question) => !taken.has(question.id) && fits(question, part)),
    seededRng(seed),
  )
  const next = free.find(({ id }) => !recent.includes(id)) ?? free[0]
  return next ? chosen.map((one) => (one === old ? { ...one, questionId: next.id } : one)) : null
}
