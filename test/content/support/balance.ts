import { type Asked, plain } from './wording'

/** How often each place (A, B, …) is a key, among questions of one kind with `places` options. */
export function keyPlaces(asked: readonly Asked[], kind: Asked['kind'], places: number): number[] {
  const keys = asked.filter((one) => one.kind === kind && one.options.length === places).flatMap((one) => one.key)
  return Array.from({ length: places }, (_, place) => keys.filter((key) => key === place).length)
}

/** Whether every place has its share, give or take `slack` of an even share. */
export function isBalanced(counts: readonly number[], slack: number): boolean {
  const even = counts.reduce((sum, count) => sum + count, 0) / counts.length
  return even > 0 && counts.every((count) => Math.abs(count - even) <= even * slack)
}

const lengthOf = (option: string | undefined): number => plain(option ?? '').length

/**
 * The share of single questions in which the right option alone is the longest (or the shortest). Someone who always
 * marks that option would score this share; chance gives one in four.
 */
export function lengthGiveaway(asked: readonly Asked[], extreme: 'longest' | 'shortest'): number {
  const singles = asked.filter((one) => one.kind === 'single')
  const told = singles.filter(({ options, key }) => {
    const right = lengthOf(options[key[0] ?? -1])
    const others = options.filter((_, index) => index !== key[0]).map(lengthOf)
    return others.every((other) => (extreme === 'longest' ? right > other : right < other))
  })
  return singles.length === 0 ? 0 : told.length / singles.length
}

/** Mean length of right options over that of wrong ones, in multiple questions: 1 when length tells nothing. */
export function lengthRatio(asked: readonly Asked[]): number {
  const mean = (lengths: number[]): number => lengths.reduce((sum, one) => sum + one, 0) / lengths.length
  const options = asked
    .filter((one) => one.kind === 'multiple')
    .flatMap((one) =>
      one.options.map((option, index) => ({ right: one.key.includes(index), length: lengthOf(option) })),
    )
  return (
    mean(options.filter((one) => one.right).map((one) => one.length)) /
    mean(options.filter((one) => !one.right).map((one) => one.length))
  )
}
