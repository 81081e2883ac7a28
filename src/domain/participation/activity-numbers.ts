import type { Id } from '@/contracts/common'

/**
 * Numbers 0, 1, 2 … for the ids of activities, the same for the same id. Blocks that are used together share one, so that a query
 * tells activities apart by numbers: sixty thousand strings need not be compared again.
 */
export class ActivityNumbers {
  private readonly numbers = new Map<Id, number>()

  /** How many ids there have been. */
  get size(): number {
    return this.numbers.size
  }

  /** The number of an id, a new one when it is new. */
  of(id: Id): number {
    const known = this.numbers.get(id)
    if (known !== undefined) return known
    this.numbers.set(id, this.numbers.size)
    return this.numbers.size - 1
  }
}
