import { intBelow, type Rng } from './rng'

/** A new list with the same elements in a random order (Fisher–Yates: every order is equally likely). */
export function shuffle<T>(list: readonly T[], rng: Rng): T[] {
  const shuffled = [...list]
  for (let last = shuffled.length - 1; last > 0; last -= 1) {
    const other = intBelow(last + 1, rng)
    const moved = shuffled[last] as T
    shuffled[last] = shuffled[other] as T
    shuffled[other] = moved
  }
  return shuffled
}

/** One element, each equally likely. Throws on an empty list: the caller knows what an empty one means. */
export function pick<T>(list: readonly T[], rng: Rng): T {
  if (list.length === 0) throw new RangeError('pick: the list is empty')
  return list[intBelow(list.length, rng)] as T
}
