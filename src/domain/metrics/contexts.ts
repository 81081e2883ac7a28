import type { ParticipationKind } from '@/contracts/common'
import type { Slice } from '@/contracts/stats'
import type { Bitmap } from '../participation/bitmap/bitmap'
import type { Attendance, ParticipationIndex } from '../participation/participation-index'
import type { Ranges } from '../participation/ranges'
import type { Tally } from '../participation/tallies'
import type { Period } from '../time/day'
import type { MetricContext } from './metric'

/** Seats that are taken now, and those of mobile members. */
export interface Roster {
  readonly members: Bitmap
  readonly mobile: Bitmap
}

/** An organisation: what `buildTree` gives, or anything like it. */
export interface Scope {
  readonly ranges: Ranges
  readonly branches: readonly { readonly ranges: Ranges }[]
}

export interface ContextInput extends Period {
  readonly index: ParticipationIndex
  readonly roster: Roster
  readonly slice: Slice
}

/** Computes once, when first asked. */
function once<T>(compute: () => T): () => T {
  let value: { readonly it: T } | undefined
  return () => {
    value ??= { it: compute() }
    return value.it
  }
}

function onceEach<K, T>(compute: (key: K) => T): (key: K) => T {
  const known = new Map<K, () => T>()
  return (key) => {
    const there = known.get(key) ?? once(() => compute(key))
    known.set(key, there)
    return there()
  }
}

/**
 * Contexts of organisations that share no member (an organisation's children, or one organisation alone), in their order.
 * Whatever one of them is asked for is computed for all in one walk over the index, and kept.
 */
export function createContexts(input: ContextInput, scopes: readonly Scope[]): MetricContext[] {
  const { index, slice, roster, from, to } = input
  const present = slice === 'mobile' ? roster.mobile : roster.members
  const lists = scopes.map((scope) => scope.ranges)
  const tallies = onceEach((key: `${ParticipationKind} ${Slice}`): Tally[] => {
    const [kind, of] = key.split(' ') as [ParticipationKind, Slice]
    return index.byChildren({ kind, from, to, mobileOnly: of === 'mobile' }, lists)
  })
  const participated = onceEach((kind: ParticipationKind) => index.participated({ kind, from, to }, present, lists))
  // the roster froze seats, not who was mobile: for the mobile slice both sides are today's mobile members
  const attendance = once((): Attendance[] =>
    index.attendance({ from, to }, lists, slice === 'mobile' ? roster.mobile : undefined),
  )
  const covered = once((): number[] => {
    const branches = scopes.flatMap((scope, owner) => scope.branches.map(({ ranges }) => ({ ranges, owner })))
    const counts = scopes.map(() => 0)
    const perBranch = index.byChildren(
      { kind: 'themeday', from, to },
      branches.map(({ ranges }) => ranges),
    )
    branches.forEach(({ owner }, i) => {
      if ((perBranch[i]?.people ?? 0) > 0) counts[owner] = (counts[owner] ?? 0) + 1
    })
    return counts
  })
  return scopes.map((scope, i) => ({
    slice,
    members: () => present.countIn(scope.ranges),
    branches: () => scope.branches.length,
    tally: (kind, of) => tallies(`${kind} ${of}`)[i] as Tally,
    participated: (kind) => participated(kind)[i] as number,
    attendance: () => {
      const { actual, expected } = attendance()[i] as Attendance
      return { numerator: actual, denominator: expected }
    },
    coveredBranches: () => covered()[i] as number,
  }))
}
