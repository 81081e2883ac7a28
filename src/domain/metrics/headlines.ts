import type { Figure } from '@/contracts/stats'
import { categories, categoryNames } from './categories'
import { type Change, changeOf } from './compare'
import { formatNumber, formatPercent } from './format'
import { gapOf } from './gap'
import { imbalanceCode } from './imbalance'
import { metric } from './registry'

/** Something that changed enough to be said first. */
export interface Headline {
  /** The figure that opens behind it. */
  readonly code: string
  readonly way: Change['way']
  /** A sentence without its full stop: 知识答题参学率 79.1%，比上月高 3.2 个百分点. */
  readonly text: string
}

/** Rates that may make a headline, the broadest first, with how many there must be below the line. */
const rates: readonly (readonly [code: string, least: number])[] = [
  ['quiz.rate', 30],
  ['lesson.rate', 30],
  ['themeday.attendance', 30],
  ['themeday.coverage', 10],
]
/** 场次: an activity more or less is no news in a branch that holds one a month. */
const counts: readonly (readonly [code: string, least: number])[] = [['themeday.sessions', 20]]

/** A rate must move by this many points, and by as many people (branches) as this. */
const LEAST_POINTS = 2
const LEAST_MOVED = 5
/** A count must move by this part of what it was. */
const LEAST_PART = 0.2
/** The gap between two categories must move by this many points. */
const LEAST_GAP = 3
export const MOST_HEADLINES = 3

interface Rated extends Headline {
  readonly weight: number
}

const way = (change: Change): string => (change.way === 'up' ? '高' : '低')

/**
 * What changed since the period before, the largest change first, at most three. Small numbers make no headline: whatever few people do looks like a change.
 * @param before the period before in words (`beforeWords`)
 */
export function headlinesOf(now: readonly Figure[], past: readonly Figure[], before: string): Headline[] {
  const find = (list: readonly Figure[], code: string) => list.find((figure) => figure.code === code)
  const changed = ([code, least]: readonly [string, number]): Rated[] => {
    const [figure, earlier] = [find(now, code), find(past, code)]
    const change = changeOf(figure, earlier, metric(code).kind)
    if (!figure || !earlier || !change || change.way === 'same') return []
    const name = metric(code).name
    if (change.points) {
      const fewest = Math.min(figure.denominator ?? 0, earlier.denominator ?? 0)
      if (fewest < least || change.by < LEAST_POINTS || (change.by / 100) * fewest < LEAST_MOVED) return []
      const text = `${name} ${formatPercent(figure.value ?? 0)}，比${before}${way(change)} ${change.by} 个百分点`
      return [{ code, way: change.way, text, weight: change.by }]
    }
    const base = earlier.value ?? 0
    if (base < least || change.by < base * LEAST_PART) return []
    const text = `${name} ${formatNumber(figure.value ?? 0)} 场，比${before}${change.way === 'up' ? '多' : '少'} ${formatNumber(change.by)} 场`
    return [{ code, way: change.way, text, weight: (change.by / base) * 20 }]
  }
  return [...rates.flatMap(changed), ...counts.flatMap(changed), ...gapChanged(now, past, before)]
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_HEADLINES)
    .map(({ weight: _, ...headline }) => headline)
}

/** The rates by category of one kind, as rows of a chart; those that are due or hidden included. */
export function categoryRows(figures: readonly Figure[], rate: Parameters<typeof imbalanceCode>[0]) {
  return categories.flatMap((category) => {
    const figure = figures.find(({ code }) => code === imbalanceCode(rate, category))
    return figure && (figure.organisations ?? 0) > 0 ? [{ category, figure }] : []
  })
}

/** 差距: how far the strongest and the weakest category are apart, when that changed. */
function gapChanged(now: readonly Figure[], past: readonly Figure[], before: string): Rated[] {
  return (['quiz', 'lesson', 'attendance'] as const).flatMap((rate) => {
    const [gap, earlier] = [gapOf(categoryRows(now, rate)), gapOf(categoryRows(past, rate))]
    if (!gap || !earlier) return []
    // as shown: tenths
    const by = Math.round((gap.points - earlier.points) * 10) / 10
    if (Math.abs(by) < LEAST_GAP) return []
    const code = gap.lowest.figure.code
    const what = { quiz: '知识答题', lesson: '微党课', attendance: '主题党日' }[rate]
    const text = `${what}：${categoryNames[gap.highest.category]}与${categoryNames[gap.lowest.category]}相差 ${gap.points} 个百分点，比${before}${by > 0 ? '扩大' : '缩小'} ${Math.abs(by)} 个`
    return [{ code, way: by > 0 ? 'up' : 'down', text, weight: Math.abs(by) } as const]
  })
}
