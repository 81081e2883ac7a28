import type { ReportStep, ReportView } from '@/contracts/report'
import { canReport, canReviewReport, canSeeNames } from '@/domain/people'
import {
  countCharacters,
  type Doer,
  lintReport,
  type Places,
  type Standing,
  sentencesOf,
  stepsFor,
} from '@/domain/report'
import type { Caller } from '../_data/callers'
import type { OrganisationDoc, ReportDoc } from '../_data/documents'
import { organisationNames } from '../_data/organisations'
import { namesOf } from '../_data/people'
import type { Computed } from './compute-report'
import { type Content, composeContent, contentOf, namesIn, readFrozen } from './report-text'

export const doerOf = (caller: Caller, { path }: OrganisationDoc): Doer => ({
  personId: caller.person._id,
  mayWrite: canReport(caller, path),
  mayReview: canReviewReport(caller, path),
})

export const standingOf = (report: ReportDoc, latest: number): Standing => ({
  state: report.state,
  writers: report.writers,
  reviewer: report.reviewer,
  latest: report.version === latest,
})

/** Names of organisations for finding those that do not belong: one request for 1,000. */
export async function placesFor({ path, _id }: OrganisationDoc): Promise<Places> {
  const all = await organisationNames()
  const own = all.filter((one) => one.path.includes(_id) || path.includes(one._id))
  const ids = new Set(own.map((one) => one._id))
  return {
    own: own.map(({ name }) => name),
    others: all.filter((one) => !ids.has(one._id)).map(({ name }) => name),
  }
}

export const problemsOf = (content: Content, places?: Places) =>
  lintReport({ ...content, metric: namesIn(content), places })

/** A version as the caller may see it. */
export async function viewOf(
  caller: Caller,
  org: OrganisationDoc,
  report: ReportDoc,
  latest: number,
): Promise<ReportView> {
  const content = contentOf(org, report)
  const { version, state, revision, frozen } = report
  // who stood behind an issued one is what was frozen, not what lies beside it
  const { steps, reason } = frozen ? readFrozen(frozen.json) : report
  const doer = doerOf(caller, org)
  const looked = report.state !== 'issued' && (doer.mayWrite || doer.mayReview)
  const [places, people] = await Promise.all([
    looked ? placesFor(org) : undefined,
    canSeeNames(caller, org.path) ? namesOf(involved(steps, content)) : [],
  ])
  return {
    ...shown(org, report, content),
    version,
    latest,
    state,
    revision,
    problems: looked ? problemsOf(content, places) : [],
    steps,
    may: stepsFor(standingOf(report, latest), doer),
    reason,
    fingerprint: frozen?.fingerprint ?? null,
    people,
  }
}

/** The report as it would read now; nothing is kept. */
export function previewOf(
  caller: Caller,
  org: OrganisationDoc,
  period: { from: string; to: string },
  computed: Computed,
): ReportView {
  const content = composeContent(org, { ...period, ...computed })
  const may: ReportStep[] = canReport(caller, org.path) ? ['open'] : []
  return {
    ...shown(org, period, content),
    version: 0,
    latest: 0,
    state: 'draft',
    revision: 0,
    problems: may.length > 0 ? problemsOf(content) : [],
    steps: [],
    may,
    reason: null,
    fingerprint: null,
    people: [],
  }
}

const shown = (
  { _id: id, name, kind }: OrganisationDoc,
  { from, to }: { from: string; to: string },
  content: Content,
) => {
  const { asOf, document, figures, below, indicators, omitted } = content
  return {
    org: { id, name, kind },
    from,
    to,
    asOf,
    document,
    figures,
    below,
    indicators,
    omitted,
    characters: countCharacters(document),
  }
}

/** Ids of everyone whose name may be shown with it. */
const involved = (steps: ReportDoc['steps'], { document, omitted }: Content): string[] => [
  ...new Set([
    ...steps.map(({ by }) => by),
    ...omitted.map(({ by }) => by),
    ...document.blocks.flatMap((block) => sentencesOf(block).flatMap(({ manual }) => manual?.by ?? [])),
  ]),
]
