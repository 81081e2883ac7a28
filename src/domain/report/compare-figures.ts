import type { OrganisationKind } from '@/contracts/identity'
import type { BelowFigures } from '@/contracts/report'
import type { Figure } from '@/contracts/stats'
import { LEAST_PEOPLE } from '../metrics/gap'
import type { Comparison } from './template/template'
import { scopeWord } from './words'

interface Compared {
  readonly kind: OrganisationKind
  readonly figure: (code: string) => Figure
  readonly below: readonly BelowFigures[]
}

/** Five percentage points, in thousandths: less is no difference that a report should speak of. */
const APART = 50
/** An organisation of which fewer were expected is not named: one absence would decide it. */
const LEAST_EXPECTED = 20
const MOST_NAMED = 3

/** A ratio in thousandths, as it is printed, so that what is said agrees with the numbers beside it. */
const thousandths = (value: number): number => Math.round(value * 1000)

/** What follows from comparing figures, as a say; null: nothing. */
export function compareFigures(comparison: Comparison, from: Compared): string | null {
  return comparison.is === 'extremes' ? sayExtremes(comparison, from) : sayBehind(comparison, from)
}

function sayExtremes({ what, of }: Extract<Comparison, { is: 'extremes' }>, { figure }: Compared): string | null {
  const known = of.flatMap(({ code, name }) => {
    const { state, value, denominator = 0 } = figure(code)
    return state === 'ok' && value !== null && denominator >= LEAST_PEOPLE ? [{ code, name, value }] : []
  })
  const [first] = known
  if (!first) return null
  // the first of equals, in the order in which the report names them
  const best = known.reduce((a, b) => (b.value > a.value ? b : a), first)
  const worst = known.reduce((a, b) => (b.value < a.value ? b : a), first)
  if (thousandths(best.value) - thousandths(worst.value) < APART) return null
  return `${what}最高的类别是${best.name}（{${best.code}}），最低的是${worst.name}（{${worst.code}}），相差{${worst.code}|${best.code}}个百分点`
}

function sayBehind(
  { what, code }: Extract<Comparison, { is: 'behind' }>,
  { kind, figure, below }: Compared,
): string | null {
  const own = figure(code)
  if (own.state !== 'ok' || own.value === null) return null
  const limit = thousandths(own.value) - APART
  const behind = below
    .flatMap(({ org, figures }) => {
      const theirs = figures.find((one) => one.code === code)
      if (theirs?.state !== 'ok' || theirs.value === null || (theirs.denominator ?? 0) < LEAST_EXPECTED) return []
      return thousandths(theirs.value) <= limit ? [{ org, value: theirs.value }] : []
    })
    .sort((a, b) => a.value - b.value || (a.org.id < b.org.id ? -1 : 1))
    .slice(0, MOST_NAMED)
  if (behind.length === 0) return null
  const named = behind.map(({ org }) => `${org.name}（{${code}@${org.id}}）`).join('、')
  return `${what}比${scopeWord[kind]}低五个百分点以上、需要帮助的单位有${named}`
}
