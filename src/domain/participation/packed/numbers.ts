import type { BitReader } from './bit-reader'
import type { BitWriter } from './bit-writer'

/** Bits of the parameter of a list. */
const PARAMETER_BITS = 4
const MOST = 1 << PARAMETER_BITS

/** What the gaps of a list take, in bits, with a parameter. */
function cost(numbers: ArrayLike<number>, from: number, to: number, parameter: number): number {
  let bits = (to - from) * (parameter + 1)
  for (let i = from + 1; i < to; i++) {
    bits += ((numbers[i] as number) - (numbers[i - 1] as number) - 1) >>> parameter
  }
  return bits
}

/** The parameter that takes least; the costs fall to one lowest point and rise again, so the search begins near it. */
function bestParameter(numbers: ArrayLike<number>, from: number, to: number): number {
  const span = (numbers[to - 1] as number) - (numbers[from] as number)
  const mean = span / Math.max(to - from - 1, 1)
  let best = Math.min(Math.max(31 - Math.clz32(mean), 0), MOST - 1)
  let least = cost(numbers, from, to, best)
  for (const step of [-1, 1]) {
    for (let next = best + step; next >= 0 && next < MOST; next += step) {
      const bits = cost(numbers, from, to, next)
      if (bits >= least) break
      least = bits
      best = next
    }
  }
  return best
}

/**
 * Writes numbers [from, to) of a strictly ascending list of numbers below 65,536: how many there are, then the first, then the gaps
 * by a Golomb–Rice code whose parameter is chosen for the list (S. W. Golomb, Run-length encodings, 1966; R. F. Rice, 1979). Of
 * numbers that are spread evenly this takes hardly more than their information: about 1.5 bits plus the logarithm of the mean gap.
 * @param width bits of the first number
 */
export function writeNumbers(bits: BitWriter, numbers: ArrayLike<number>, from: number, to: number, width = 16): void {
  bits.writeGamma(to - from)
  if (from === to) return
  bits.write(numbers[from] as number, width)
  if (to - from === 1) return
  const parameter = bestParameter(numbers, from, to)
  bits.write(parameter, PARAMETER_BITS)
  const mask = (1 << parameter) - 1
  for (let i = from + 1; i < to; i++) {
    const gap = (numbers[i] as number) - (numbers[i - 1] as number) - 1
    bits.writeUnary(gap >>> parameter)
    bits.write(gap & mask, parameter)
  }
}

/** Reads such a list into `target` from `at` on; answers with the position after it. Throws Error for numbers from `limit` on. */
export function readNumbers(bits: BitReader, target: Numbers, limit: number, width = 16): void {
  const count = bits.readGamma()
  if (count > limit) throw new Error('damaged: a list is too long')
  if (count === 0) return
  const values = target.room(count)
  let at = target.length
  let number = bits.read(width)
  values[at++] = number
  const end = target.length + count
  if (count > 1) {
    const parameter = bits.read(PARAMETER_BITS)
    for (; at < end; at++) {
      number += (bits.readUnary() << parameter) + bits.read(parameter) + 1
      // larger numbers than fit would come back as small ones
      if (number >= limit) break
      values[at] = number
    }
  }
  if (number >= limit) throw new Error('damaged: a number is too large')
  target.length = end
}

/** A list of numbers below 65,536 that grows. */
export class Numbers {
  values = new Uint16Array(1024)
  length = 0

  /** The memory, with room for so many more. */
  room(more: number): Uint16Array {
    if (this.length + more > this.values.length) {
      const longer = new Uint16Array(Math.max(this.length + more, this.values.length * 2))
      longer.set(this.values)
      this.values = longer
    }
    return this.values
  }

  /** Adds numbers [from, to) of a list. */
  append(numbers: Uint16Array, from = 0, to = numbers.length): void {
    this.room(to - from).set(from === 0 && to === numbers.length ? numbers : numbers.subarray(from, to), this.length)
    this.length += to - from
  }

  end(): Uint16Array {
    return this.values.slice(0, this.length)
  }
}
