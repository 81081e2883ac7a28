import { sendingTime } from '@/domain/remind'
import { dayOf } from '@/domain/time'
import type { OrganisationDoc, ReportDoc } from './documents'
import { reportId } from './reports'
import { orderSending } from './sendings'

/** Orders to tell whom a report waits for, as of a revision of it; a repeat is the same order. The function `remind` carries it out, if it still waits then. */
export async function orderReportNotice(org: OrganisationDoc, report: ReportDoc, now: number): Promise<void> {
  const { orgId, from, to, version, revision } = report
  const { at: dueAt, day } = sendingTime(now)
  const today = dayOf(now)
  await orderSending({
    _id: `reportStep.${reportId(report, version)}.${revision}`,
    cause: 'reportStep',
    ...{ personId: null, orgId, fromOrgName: org.name, kind: null, slice: {}, only: null },
    ...{ from: today, to: today, createdAt: now, day, dueAt },
    report: { orgId, from, to, version, revision },
  })
}
