import { put } from './database'
import type { ReportDoc } from './documents'

/** Keeps a draft report: one of each organisation and period, so writing it again replaces it. */
export const saveReport = (report: Omit<ReportDoc, '_id'>) =>
  put('reports', { _id: `${report.orgId}.${report.from}.${report.to}`, ...report } satisfies ReportDoc)
