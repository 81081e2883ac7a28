import { Numbers } from './numbers'

/** Many sets of numbers below 65,536 in one piece of memory: set i is `lows` [at[i], at[i + 1]), strictly ascending. */
export interface LowLists {
  readonly at: Uint32Array
  readonly lows: Uint16Array
}

export const sizeOfList = ({ at }: LowLists, i: number): number => (at[i + 1] as number) - (at[i] as number)

/** A copy-free view of set i. */
export const listAt = ({ at, lows }: LowLists, i: number): Uint16Array =>
  lows.subarray(at[i] as number, at[i + 1] as number)

/** Puts lists together, one after the other. */
export class LowListsBuilder {
  private readonly at: number[] = [0]
  readonly numbers = new Numbers()

  /** Ends a list whose numbers were added to `numbers`. */
  close(): void {
    this.at.push(this.numbers.length)
  }

  add(list: Uint16Array): void {
    this.numbers.append(list)
    this.close()
  }

  /** Copies lists [from, to) of others. */
  copy({ at, lows }: LowLists, from: number, to: number): void {
    const shift = this.numbers.length - (at[from] as number)
    this.numbers.append(lows, at[from] as number, at[to] as number)
    for (let i = from + 1; i <= to; i++) this.at.push((at[i] as number) + shift)
  }

  end(): LowLists {
    return { at: Uint32Array.from(this.at), lows: this.numbers.end() }
  }
}
