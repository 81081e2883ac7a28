import type { Marks } from './support'

/**
 * Item analysis once more, from the papers one by one and in two passes, as a textbook writes it: nothing of it is shared with the product's. For tests to compare with.
 */
const mean = (list: readonly number[]) => list.reduce((a, b) => a + b, 0) / list.length
const products = (a: readonly number[], b: readonly number[]) => {
  const [ma, mb] = [mean(a), mean(b)]
  return a.reduce((sum, value, i) => sum + (value - ma) * ((b[i] ?? 0) - mb), 0)
}
const ascending = (list: readonly number[]) => [...list].sort((a, b) => a - b)
const pointsOf = (paper: Marks) => Object.values(paper).reduce((a, b) => a + b, 0)

export function naiveItem(papers: readonly Marks[], id: string, points: number) {
  const having = papers.filter((paper) => id in paper)
  const marks = having.map((paper) => paper[id] ?? 0)
  const rests = having.map((paper) => pointsOf(paper) - (paper[id] ?? 0))
  const together = products(marks, rests)
  const spread = products(marks, marks) * products(rests, rests)
  const most = products(ascending(marks), ascending(rests))
  return {
    answers: having.length,
    facility: mean(marks) / points,
    standardDeviation: having.length < 2 ? null : Math.sqrt(products(marks, marks) / (having.length - 1)) / points,
    discrimination: spread > 1e-9 ? together / Math.sqrt(spread) : null,
    efficiency: most > 1e-9 ? together / most : null,
  }
}

/** Coefficient of internal consistency with each paper's marks standing in the places given. */
export function alphaOfPlaces(places: readonly (readonly number[])[]): { sumOfVariances: number; total: number } {
  const k = places[0]?.length ?? 0
  const variance = (list: readonly number[]) => products(list, list) / (list.length - 1)
  const columns = Array.from({ length: k }, (_, at) => places.map((paper) => paper[at] ?? 0))
  return {
    sumOfVariances: columns.reduce((sum, column) => sum + variance(column), 0),
    total: variance(places.map((paper) => paper.reduce((a, b) => a + b, 0))),
  }
}

export function permutations<T>(list: readonly T[]): T[][] {
  if (list.length <= 1) return [[...list]]
  return list.flatMap((first, i) =>
    permutations([...list.slice(0, i), ...list.slice(i + 1)]).map((rest) => [first, ...rest]),
  )
}
