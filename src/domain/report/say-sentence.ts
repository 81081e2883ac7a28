import type { OrganisationKind } from '@/contracts/identity'
import type { BelowFigures, ReportRun } from '@/contracts/report'
import type { Figure } from '@/contracts/stats'
import { compareFigures } from './compare-figures'
import { codesOf, type Filling, fillSay } from './fill'
import type { Clause, Condition, Sentence } from './template/template'

/** Who speaks: the figures and words with which sentences are filled. */
export interface Speaker {
  readonly kind: OrganisationKind
  readonly figure: (code: string) => Figure
  /** Figures of the organisations right below. */
  readonly below: readonly BelowFigures[]
  readonly somethingMissing: boolean
  readonly filling: Filling
}

/** A figure that could not be said for want of a source or because not all have reported it, or a name for several that are spoken of together. */
export type Missing =
  | { readonly code: string; readonly reported?: number; readonly due?: number }
  | { readonly called: string }

/** What came out. */
export interface Said {
  readonly runs: readonly ReportRun[]
  readonly missing: readonly Missing[]
}

const nothing: Said = { runs: [], missing: [] }

/** A sentence with its 。, or nothing when none of its clauses can be said. */
export function saySentence(sentence: Sentence, speaker: Speaker): Said {
  const { only, lead, zero, compared } = sentence
  if (only && !only.includes(speaker.kind)) return nothing
  const said = sentence.clauses.map((clause) => sayClause(clause, speaker))
  const isZero = zero !== undefined && countedValue(zero.of, speaker) === 0
  const found = compared ? compareFigures(compared, speaker) : null
  const spoken = isZero
    ? [fillSay(zero.say, speaker.filling)]
    : [...said.map(({ runs }) => runs), found === null ? [] : fillSay(found, speaker.filling)].filter(
        (runs) => runs.length > 0,
      )
  const runs = spoken.flatMap((clause, i): ReportRun[] => [...clause, { text: i === spoken.length - 1 ? '。' : '，' }])
  const begun = lead && !isZero && runs.length > 0 ? [{ text: lead }, ...runs] : runs
  return { runs: begun, missing: said.flatMap(({ missing }) => missing) }
}

function sayClause(clause: Clause, speaker: Speaker): Said {
  // a clause that would not be said anyway still names its figures that have no source
  const unready = codesOf(clause.say).map(speaker.figure).filter(isUnready)
  const { called } = clause
  if (unready.length > 0) return { runs: [], missing: called ? [{ called }] : unready.map(missingOf) }
  const say = !clause.when || holds(clause.when, speaker) ? clause.say : clause.otherwise
  if (say === undefined) return nothing
  const isDue = codesOf(say).every((code) => speaker.figure(code).state === 'ok')
  const due = isDue ? say : clause.notDue
  return due === undefined ? nothing : { runs: fillSay(due, speaker.filling), missing: [] }
}

const isUnready = ({ state }: Figure): boolean => state === 'noSource' || state === 'incomplete'

const missingOf = ({ code, state, reported, due }: Figure): Missing =>
  state === 'incomplete' && due !== undefined ? { code, reported: reported ?? 0, due } : { code }

/** null when there is no value: no data is not zero. */
function countedValue(code: string, speaker: Speaker): number | null {
  const { state, value } = speaker.figure(code)
  return state === 'ok' ? value : null
}

function holds(condition: Condition, speaker: Speaker): boolean {
  if (condition.is === 'somethingMissing') return speaker.somethingMissing
  const value = countedValue(condition.figure, speaker)
  if (value === null) return false
  return condition.is === 'positive' ? value > 0 : value < condition.than
}
