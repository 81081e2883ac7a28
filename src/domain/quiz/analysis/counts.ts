/** How often something occurred, by what occurred: whole numbers only, so that counts join in any order to exactly the same. */
export type Counts = Record<string, number>

export function addTo(counts: Counts, key: string | number, times = 1): void {
  counts[key] = (counts[key] ?? 0) + times
}

export function joinCounts(a: Counts, b: Counts): Counts {
  const joined = { ...a }
  for (const [key, times] of Object.entries(b)) addTo(joined, key, times)
  return joined
}

/** A distribution: values, ascending, each with how often it occurred. */
export type Distribution = readonly (readonly [value: number, times: number])[]

export const distributionOf = (counts: Counts): Distribution =>
  Object.entries(counts)
    .map(([value, times]) => [Number(value), times] as const)
    .sort(([a], [b]) => a - b)
