import type { OrganisationKind } from '@/contracts/identity'
import type { ReportRun } from '@/contracts/report'
import type { Figure } from '@/contracts/stats'
import { codesOf, type Filling, fillSay } from './fill'
import type { Clause, Condition, Sentence } from './template/template'

/** Who speaks: the figures and words with which sentences are filled. */
export interface Speaker {
  readonly kind: OrganisationKind
  readonly figure: (code: string) => Figure
  readonly somethingMissing: boolean
  readonly filling: Filling
}

/** A figure that could not be said for want of a source, or a name for several that are spoken of together. */
export type Missing = { readonly code: string } | { readonly called: string }

/** What came out. */
export interface Said {
  readonly runs: readonly ReportRun[]
  readonly missing: readonly Missing[]
}

const nothing: Said = { runs: [], missing: [] }

/** A sentence with its 。, or nothing when none of its clauses can be said. */
export function saySentence(sentence: Sentence, speaker: Speaker): Said {
  const { only, lead, zero } = sentence
  if (only && !only.includes(speaker.kind)) return nothing
  const said = sentence.clauses.map((clause) => sayClause(clause, speaker))
  const isZero = zero !== undefined && countedValue(zero.of, speaker) === 0
  const spoken = isZero
    ? [fillSay(zero.say, speaker.filling)]
    : said.map(({ runs }) => runs).filter((runs) => runs.length > 0)
  const runs = spoken.flatMap((clause, i): ReportRun[] => [...clause, { text: i === spoken.length - 1 ? '。' : '，' }])
  const begun = lead && !isZero && runs.length > 0 ? [{ text: lead }, ...runs] : runs
  return { runs: begun, missing: said.flatMap(({ missing }) => missing) }
}

function sayClause(clause: Clause, speaker: Speaker): Said {
  // a clause that would not be said anyway still names its figures that have no source
  const sourceless = codesOf(clause.say).filter((code) => speaker.figure(code).state === 'noSource')
  const { called } = clause
  if (sourceless.length > 0) return { runs: [], missing: called ? [{ called }] : sourceless.map((code) => ({ code })) }
  const say = !clause.when || holds(clause.when, speaker) ? clause.say : clause.otherwise
  if (say === undefined) return nothing
  const isDue = codesOf(say).every((code) => speaker.figure(code).state === 'ok')
  const due = isDue ? say : clause.notDue
  return due === undefined ? nothing : { runs: fillSay(due, speaker.filling), missing: [] }
}

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
