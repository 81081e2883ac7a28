import type { ReportState, ReportStep } from '@/contracts/report'

/** What of a version decides who may do what next. */
export interface Standing {
  readonly state: ReportState
  /** Everyone whose words are in it, and whoever began or submitted it. */
  readonly writers: readonly string[]
  readonly reviewer: string | null
  /** It is the latest version. */
  readonly latest: boolean
}

export interface Doer {
  readonly personId: string
  /** May write the organisation's report (`canReport`). */
  readonly mayWrite: boolean
  /** May review and issue it (`canReviewReport`). */
  readonly mayReview: boolean
}

/** Why a step cannot be taken: no right · another state · one's own work · whoever reviewed does not issue. */
export type Hindrance = 'noRight' | 'state' | 'ownWork' | 'ownReview'

const fromState: Readonly<Record<Exclude<ReportStep, 'open'>, readonly ReportState[]>> = {
  edit: ['draft'],
  refresh: ['draft'],
  submit: ['draft'],
  recall: ['submitted'],
  accept: ['submitted'],
  return: ['submitted', 'reviewed'],
  issue: ['reviewed'],
  renew: ['issued'],
}
const judging: readonly ReportStep[] = ['accept', 'return', 'issue']

/**
 * Three different people write, review and issue (the four-eyes rule, and a third pair for the seal): nobody reviews or issues what they wrote, and whoever
 * reviewed it does not issue it, but may take their yes back.
 * @returns null: it can be done
 */
export function hindranceOf(
  step: Exclude<ReportStep, 'open'>,
  { state, writers, reviewer, latest }: Standing,
  { personId, mayWrite, mayReview }: Doer,
): Hindrance | null {
  const isJudging = judging.includes(step)
  if (isJudging ? !mayReview : !mayWrite) return 'noRight'
  if (!fromState[step].includes(state) || (step === 'renew' && !latest)) return 'state'
  const isWriter = writers.includes(personId)
  if (isJudging && isWriter) return 'ownWork'
  if (step === 'recall' && !isWriter) return 'noRight'
  if (step === 'issue' && reviewer === personId) return 'ownReview'
  return null
}

const steps = Object.keys(fromState) as Exclude<ReportStep, 'open'>[]

/** What a person may do next. */
export const stepsFor = (standing: Standing, doer: Doer): ReportStep[] =>
  steps.filter((step) => hindranceOf(step, standing, doer) === null)

/** Whether a version waits for this person: to be reviewed, to be issued, or, when it came back, to be written on. */
export function isAwaited(standing: Standing, doer: Doer): boolean {
  if (standing.state === 'submitted') return hindranceOf('accept', standing, doer) === null
  if (standing.state === 'reviewed') return hindranceOf('issue', standing, doer) === null
  return standing.writers.includes(doer.personId) && hindranceOf('edit', standing, doer) === null
}
