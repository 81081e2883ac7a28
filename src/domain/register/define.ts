import type { Cycle, FoldKind, Reporters } from '@/contracts/register'
import type { IndicatorRecord, IndicatorVersion } from './indicator'

/** So often may an indicator change. */
export const MOST_VERSIONS = 50

/** An indicator as somebody wants it to be. */
export interface Definition {
  readonly code: string
  readonly unit: string
  readonly kind: FoldKind
  readonly decimals: number
  readonly cycle: Cycle
  readonly negative: boolean
  readonly name: string
  readonly definition: string
  readonly reporters: Reporters
  /** From which day on. */
  readonly from: string
}

export type Defined =
  | { readonly kind: 'new'; readonly indicator: IndicatorRecord }
  /** It is so already: the call was sent again. */
  | { readonly kind: 'again'; readonly indicator: IndicatorRecord }
  | {
      readonly kind: 'refused'
      readonly why: 'INDICATOR_TAKEN' | 'INDICATOR_FIXED' | 'INDICATOR_DAY' | 'INDICATOR_FULL' | 'CHANGED_MEANWHILE'
    }

const sameReporters = (a: Reporters, b: Reporters): boolean =>
  JSON.stringify([[...a.kinds].sort(), [...a.categories].sort()]) ===
  JSON.stringify([[...b.kinds].sort(), [...b.categories].sort()])

const isSame = (a: IndicatorVersion, b: IndicatorVersion): boolean =>
  a.from === b.from && a.name === b.name && a.definition === b.definition && sameReporters(a.reporters, b.reporters)

const fixed = ['unit', 'kind', 'decimals', 'cycle', 'negative'] as const

/**
 * A new indicator, or a new version of one: nothing that was reported under an older one changes its meaning.
 * @param present the indicator that has this code, stored or built in; null: none has
 * @param scope ids from the top of the tree down to the organisation for whose subtree it is; the top alone is the whole county
 * @param was the revision that was seen
 */
export function define(
  present: IndicatorRecord | null,
  wanted: Definition,
  scope: readonly string[],
  was: number,
): Defined {
  const orgId = scope.length > 1 ? (scope[scope.length - 1] ?? null) : null
  const { code, unit, kind, decimals, cycle, negative, name, definition, reporters, from } = wanted
  const version: IndicatorVersion = { from, name, definition, reporters }
  if (!present) {
    if (was !== 0) return { kind: 'refused', why: 'CHANGED_MEANWHILE' }
    const lasting = {
      code,
      unit,
      kind,
      decimals,
      cycle,
      negative,
      orgId,
      path: orgId === null ? [] : scope,
      from,
      until: null,
    }
    return { kind: 'new', indicator: { ...lasting, versions: [version], revision: 1 } }
  }
  if (present.orgId !== orgId) return { kind: 'refused', why: 'INDICATOR_TAKEN' }
  const isFixed = fixed.every((field) => present[field] === wanted[field])
  const last = present.versions[present.versions.length - 1]
  if (isFixed && last && isSame(last, version)) return { kind: 'again', indicator: present }
  // somebody invents a code that is there: they have not seen it
  if (present.revision !== was) return { kind: 'refused', why: was === 0 ? 'INDICATOR_TAKEN' : 'CHANGED_MEANWHILE' }
  if (!isFixed) return { kind: 'refused', why: 'INDICATOR_FIXED' }
  if (last && from < last.from) return { kind: 'refused', why: 'INDICATOR_DAY' }
  if (present.versions.length >= MOST_VERSIONS) return { kind: 'refused', why: 'INDICATOR_FULL' }
  return {
    kind: 'new',
    indicator: { ...present, versions: [...present.versions, version], revision: present.revision + 1 },
  }
}

/** Ends an indicator with a day, or lets it go on; what was reported stays. */
export function retire(present: IndicatorRecord, until: string | null, was: number): Defined {
  if (present.until === until) return { kind: 'again', indicator: present }
  if (present.revision !== was) return { kind: 'refused', why: 'CHANGED_MEANWHILE' }
  if (until !== null && until < present.from) return { kind: 'refused', why: 'INDICATOR_DAY' }
  return { kind: 'new', indicator: { ...present, until, revision: present.revision + 1 } }
}
