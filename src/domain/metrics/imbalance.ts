import type { Category } from '@/contracts/identity'
import type { Figure } from '@/contracts/stats'
import { categories, categoryNames } from './categories'
import type { Cell, Metric, MetricContext, Ratio } from './metric'

/** A category of fewer branches than this is not shown by itself. */
export const LEAST_ORGANISATIONS = 5

/** What a category's rates are made from; the parts fold by addition. */
export interface CategoryCounts {
  /** Branches that stood at the end of the period (n). */
  readonly organisations: number
  readonly coverage: Ratio
  readonly attendance: Ratio
  readonly quiz: Ratio
  readonly lesson: Ratio
}

/** How many branches an organisation has of each category; `other`: of none. */
export type CategorySizes = ReadonlyMap<Category | 'other', number>

/**
 * The categories that are not shown by themselves. First those of fewer than five branches. What is hidden can be worked out together, by subtracting what
 * is shown from the total; so as long as all that is hidden (with the branches that have no category, which is never shown) is fewer than five branches,
 * the smallest shown category is hidden too, the first in the report's order among equals.
 * Source: complementary (secondary) cell suppression, e.g. Federal Committee on Statistical Methodology, Statistical Policy Working Paper 22, chapter IV.
 */
export function suppressedCategories(sizes: CategorySizes): ReadonlySet<Category> {
  const there = categories.filter((category) => (sizes.get(category) ?? 0) > 0)
  const size = (category: Category) => sizes.get(category) ?? 0
  const hidden = new Set(there.filter((category) => size(category) < LEAST_ORGANISATIONS))
  const together = () => [...hidden].reduce((sum, category) => sum + size(category), sizes.get('other') ?? 0)
  while (together() > 0 && together() < LEAST_ORGANISATIONS) {
    const shown = there.filter((category) => !hidden.has(category))
    const [smallest] = [...shown].sort((a, b) => size(a) - size(b))
    if (smallest === undefined) break
    hidden.add(smallest)
  }
  return hidden
}

/**
 * The parts of a category's figure, as they stand beside the whole (one for each organisation below): what is hidden of them is the whole less what is shown,
 * so by the same rule further ones are hidden, the smallest first. Figures that are of no category stay as they are.
 */
export function suppressedParts(parts: readonly Figure[]): Figure[] {
  const size = ({ organisations = 0 }: Figure) => organisations
  const hidden = new Set(parts.filter(({ state }) => state === 'suppressed'))
  const together = () => [...hidden].reduce((sum, part) => sum + size(part), 0)
  while (together() > 0 && together() < LEAST_ORGANISATIONS) {
    const shown = parts.filter((part) => size(part) > 0 && !hidden.has(part))
    const [smallest] = [...shown].sort((a, b) => size(a) - size(b))
    if (smallest === undefined) break
    hidden.add(smallest)
  }
  return parts.map((part) =>
    hidden.has(part) ? { code: part.code, value: null, state: 'suppressed', organisations: size(part) } : part,
  )
}

export type Rate = Exclude<keyof CategoryCounts, 'organisations'>

const rates: Readonly<Record<Rate, { name: string; definition: (category: string) => string }>> = {
  coverage: {
    name: '主题党日覆盖率',
    definition: (name) => `${name}类党支部中，本期至少有一名党员参加过主题党日的占多少；`,
  },
  attendance: {
    name: '主题党日到会率',
    definition: (name) => `${name}类党支部各场活动实到人次之和除以应到人次之和；`,
  },
  quiz: {
    name: '知识答题参学率',
    definition: (name) => `${name}类党支部期末在册的党员中，本期参与过知识答题的占多少；`,
  },
  lesson: {
    name: '微党课参学率',
    definition: (name) => `${name}类党支部期末在册的党员中，本期至少学完一门微党课的占多少；`,
  },
}

export const rateNames = Object.keys(rates) as readonly Rate[]

const suppression = '不足五个支部的类别不单列。'

function cellOf(context: MetricContext, category: Category, rate: Rate): Cell {
  const { organisations, ...counts } = context.category(category)
  // what branches did that are no more is nobody's rate now
  if (organisations === 0) return { numerator: 0, denominator: 0, organisations, suppressed: false }
  return { ...counts[rate], organisations, suppressed: context.suppressed().has(category) }
}

/** The code of a category's rate: `imbalance.coverage.village`. */
export const imbalanceCode = (rate: Rate, category: Category): string => `imbalance.${rate}.${category}`

/** 工作开展不平衡: rates for each category, with n. */
export const imbalanceMetrics: readonly Metric[] = categories.flatMap((category) =>
  rateNames.map(
    (rate): Metric => ({
      code: imbalanceCode(rate, category),
      name: `${categoryNames[category]}${rates[rate].name}`,
      unit: '%',
      kind: 'ratio',
      definition: `${rates[rate].definition(categoryNames[category])}${suppression}`,
      source: rate === 'attendance' ? 'themeDays' : 'facts',
      compute: (context) => cellOf(context, category, rate),
    }),
  ),
)
