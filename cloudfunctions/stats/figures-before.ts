import type { ParticipationKind } from '@/contracts/common'
import type { Slice } from '@/contracts/stats'
import { createContexts, evaluateAll, liveCodes, rangesOf, slicedRoster } from '@/domain/metrics'
import type { OrgNode } from '@/domain/participation'
import { addDays, earlierDay, type Period } from '@/domain/time'
import type { Participation } from '../_data/participation'
import { trendOf } from './trend'

interface Before extends Period {
  readonly slice: Slice
  readonly trendUnit: 'week' | 'month'
  readonly today: string
}

const everySeat = [[0, 0xffff_ffff]] as const

/** Codes by the kind that they are of: by category too. */
const kindOf = (code: string): ParticipationKind =>
  code.startsWith('quiz.') || code.startsWith('imbalance.quiz.')
    ? 'quiz'
    : code.startsWith('lesson.') || code.startsWith('imbalance.lesson.')
      ? 'lesson'
      : 'themeday'

/**
 * The figures of the period before. A kind of which nobody in the whole environment has a record in its first month (or in all of it, when it is shorter)
 * is left out: the system was not in use yet, or nothing was held, and a comparison with zero, or with the part of a year, would be a lie.
 */
export function figuresBefore({ index, roster }: Participation, node: OrgNode, before: Before) {
  const { from, to, slice, trendUnit, today } = before
  const kinds = (['quiz', 'lesson', 'themeday'] as const).filter(
    (kind) => index.anyone({ kind, from, to: earlierDay(to, addDays(from, 30)) }, [everySeat])[0],
  )
  const [context] = createContexts({ index, roster, from, to, slice, today }, [node])
  const codes = liveCodes.filter((code) => kinds.includes(kindOf(code)))
  const { among } = slicedRoster(roster, slice, to)
  const query = { from, to, mobileOnly: slice.mobile ?? false, among }
  return {
    from,
    to,
    figures: context ? evaluateAll(codes, context) : [],
    trend: trendOf(index, rangesOf(node, slice), query, trendUnit),
  }
}
