import { analysisRules as rules } from './rules'
import type { Known, Tally } from './tally'

/** The group of everyone. */
export const EVERYONE = 'all'

const share = (earned: number, answers: number, points: number): number => earned / (answers * points)

/** How well each article is known, the least known first; those with 20 answers or more. */
export function articleFacilities(
  known: Tally['known'],
  points: number,
): { article: number; answers: number; facility: number }[] {
  return Object.entries(known[EVERYONE] ?? {})
    .filter(([, [answers]]) => answers >= rules.placeAnswers)
    .map(([article, [answers, earned]]) => ({
      article: Number(article),
      answers,
      facility: share(earned, answers, points),
    }))
    .sort((a, b) => a.facility - b.facility || a.article - b.article)
}

export interface LessKnown {
  /** `o:<organisation>` or `c:<category>` */
  readonly group: string
  readonly article: number
  readonly facility: number
  readonly elsewhere: number
  readonly answers: number
  readonly branches: number
}

/**
 * Where an article is clearly less known than elsewhere. Said only of a group in which five branches or more answered, so that it points at no single one, with 20 answers
 * or more there and elsewhere, if the share of the points is 15 percentage points lower or more, and by more than three standard errors of the difference of two shares
 * (√(p(1−p)(1/n + 1/m)), p of both together): answers of one branch are alike, so less would often be chance.
 */
export function lessKnown(known: Tally['known'], points: number): LessKnown[] {
  const everyone = known[EVERYONE] ?? {}
  return Object.entries(known)
    .filter(([group]) => group !== EVERYONE)
    .flatMap(([group, articles]) =>
      Object.entries(articles).flatMap(([article, here]) => {
        const all = everyone[article]
        const found = all && difference(here, all, points)
        return found ? [{ group, article: Number(article), ...found }] : []
      }),
    )
    .sort((a, b) => b.elsewhere - b.facility - (a.elsewhere - a.facility) || a.article - b.article)
}

function difference(
  [answers, earned, branches]: Known,
  [allAnswers, allEarned]: Known,
  points: number,
): Omit<LessKnown, 'group' | 'article'> | null {
  const others = allAnswers - answers
  if (branches < rules.placeBranches || Math.min(answers, others) < rules.placeAnswers) return null
  const facility = share(earned, answers, points)
  const elsewhere = share(allEarned - earned, others, points)
  const p = share(allEarned, allAnswers, points)
  const error = Math.sqrt(p * (1 - p) * (1 / answers + 1 / others))
  const lower = elsewhere - facility
  if (lower < rules.placeDifference || lower <= rules.clear * error) return null
  return { facility, elsewhere, answers, branches }
}
