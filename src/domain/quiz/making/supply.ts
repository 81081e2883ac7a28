import { seatGuests } from './match'
import { type BankQuestion, fits, type RulePart } from './rule'

/** What the bank can give for one line of a rule. */
export interface Supply {
  /** Questions that fit it. */
  readonly fitting: number
  /** How many it lacks, beside what the other lines take. */
  readonly short: number
  /** It would have enough for itself: earlier lines ask for the same questions. */
  readonly shared: boolean
}

/** For each line of a rule, whether the bank has enough: 够，还差 2. */
export function supplyOf(bank: readonly BankQuestion[], parts: readonly RulePart[]): Supply[] {
  const fitting = parts.map((part) => bank.flatMap((question, index) => (fits(question, part) ? [index] : [])))
  const slots = parts.flatMap((part, index) => Array.from({ length: part.count }, () => index))
  const seats = seatGuests(slots.length, (guest) => fitting[slots[guest] ?? -1] ?? [])
  const got = parts.map(() => 0)
  for (const guest of seats.values()) got[slots[guest] ?? 0] = (got[slots[guest] ?? 0] ?? 0) + 1
  return parts.map(({ count }, index) => {
    const available = fitting[index]?.length ?? 0
    const short = count - (got[index] ?? 0)
    return { fitting: available, short, shared: short > 0 && available >= count }
  })
}
