import type { ReportDocument } from '@/contracts/report'
import type { Figure } from '@/contracts/stats'
import { createContexts, evaluateAll, metric } from '@/domain/metrics'
import { composeReport, reportCodes } from '@/domain/report'
import { dayOf } from '@/domain/time/day'
import type { OrganisationDoc } from '../_data/documents'
import { loadParticipation } from '../_data/participation'

export interface Draft {
  readonly orgId: string
  readonly orgName: string
  readonly from: string
  readonly to: string
  /** Facts recorded up to this instant are in the figures. */
  readonly asOf: number
  readonly document: ReportDocument
  readonly figures: Figure[]
}

/** The report of an organisation and period as it stands now. */
export async function draftReport(
  org: OrganisationDoc,
  { from, to }: { from: string; to: string },
  now: number,
): Promise<Draft> {
  const { tree, index, roster } = await loadParticipation(org._id, from, to)
  const node = tree.byId.get(org._id)
  if (!node) throw new Error('the organisation is not in its own subtree')
  const [context] = createContexts({ index, roster, from, to, slice: {}, today: dayOf(now) }, [node])
  if (!context) throw new Error('no context for the organisation')
  const figures = evaluateAll(reportCodes(org.kind), context)
  const document = composeReport({
    org,
    from,
    to,
    asOf: now,
    day: dayOf(now),
    figures: new Map(figures.map((figure) => [figure.code, figure])),
    metric,
  })
  return { orgId: org._id, orgName: org.name, from, to, asOf: now, document, figures }
}
