import type { ParticipationKind } from '@/contracts/common'
import type { Category } from '@/contracts/identity'
import type { Slice } from '@/contracts/stats'
import type { OrganisationTruth, Truth } from '../../../local-cloud/demo/truth'

/** What a figure must be: a number, or what is divided. */
export type Expected = number | { readonly numerator: number; readonly denominator: number }

interface Period {
  readonly from: string
  readonly to: string
}

const kinds: readonly ParticipationKind[] = ['quiz', 'lesson', 'themeday']

const coverageOf = ({ coveredBranches, branches }: OrganisationTruth) => ({
  numerator: coveredBranches,
  denominator: branches,
})
const attendanceOf = ({ attendance: { actual, expected } }: OrganisationTruth) => ({
  numerator: actual,
  denominator: expected,
})
const rateOf = (truth: OrganisationTruth, kind: ParticipationKind) => ({
  numerator: truth[kind].participated,
  denominator: truth.members,
})

/** The figures of an organisation by code, from the truth alone. */
export function expectedFigures(truth: Truth, orgId: string, period: Period, slice: Slice = {}): Map<string, Expected> {
  const own = truth.truthOf(orgId, period, slice)
  const figures = new Map<string, Expected>()
  for (const kind of kinds) {
    const { people, times, mobilePeople, mobileTimes } = own[kind]
    figures.set(`${kind}.people`, people)
    figures.set(`${kind}.times`, times)
    figures.set(`${kind}.mobile.people`, mobilePeople)
    figures.set(`${kind}.mobile.times`, mobileTimes)
    figures.set(`${kind}.rate`, rateOf(own, kind))
  }
  figures.set('lesson.count', own.lesson.activities)
  figures.set('themeday.sessions', own.themeday.activities)
  figures.set('themeday.attendance', attendanceOf(own))
  figures.set('themeday.coverage', coverageOf(own))
  return figures
}

/** The rates of each category of branches, by code. */
export function expectedByCategory(
  truth: Truth,
  orgId: string,
  period: Period,
  slice: Slice,
  categories: readonly Category[],
): Map<string, Expected> {
  const figures = new Map<string, Expected>()
  for (const category of categories) {
    const own = truth.truthOf(orgId, period, { ...slice, category })
    const isMeant = own.branches > 0 && (!slice.category || slice.category === category)
    const nothing = { numerator: 0, denominator: 0 }
    figures.set(`imbalance.coverage.${category}`, isMeant ? coverageOf(own) : nothing)
    figures.set(`imbalance.attendance.${category}`, isMeant ? attendanceOf(own) : nothing)
    figures.set(`imbalance.quiz.${category}`, isMeant ? rateOf(own, 'quiz') : nothing)
    figures.set(`imbalance.lesson.${category}`, isMeant ? rateOf(own, 'lesson') : nothing)
  }
  return figures
}
