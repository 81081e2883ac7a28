import { alongside } from './alongside'
import { _, find, findById, insertOnce, put, remove, update, whole } from './database'
import type { ReportDoc, ReportFileDoc, ReportInputsDoc } from './documents'

interface ReportKey {
  readonly orgId: string
  readonly from: string
  readonly to: string
}

export const reportId = ({ orgId, from, to }: ReportKey, version: number): string => `${orgId}.${from}.${to}.${version}`

/** A version, or the latest, read with the caller. */
export const reportAlongside = ({ orgId, from, to }: ReportKey, version?: number) =>
  version === undefined
    ? alongside<ReportDoc>('reports', { $match: { orgId, from, to } }, { $sort: { version: -1 } }, { $limit: 1 })
    : alongside<ReportDoc>('reports', { $match: { _id: reportId({ orgId, from, to }, version) } }, { $limit: 1 })

/** The number of the latest version, read with the caller. */
export const latestAlongside = ({ orgId, from, to }: ReportKey) =>
  alongside<Pick<ReportDoc, 'version'>>(
    'reports',
    { $match: { orgId, from, to } },
    { $sort: { version: -1 } },
    { $limit: 1 },
    { $project: { version: 1 } },
  )

export const findReport = (id: string) => findById<ReportDoc>('reports', id)

export const addReport = (report: ReportDoc) => insertOnce('reports', report)

/** What a change may change. */
export type ReportChange = Partial<
  Pick<
    ReportDoc,
    | 'state'
    | 'asOf'
    | 'figures'
    | 'below'
    | 'indicators'
    | 'edits'
    | 'steps'
    | 'writers'
    | 'reviewer'
    | 'reviewed'
    | 'last'
    | 'frozen'
  >
>

const isPlain = (value: unknown): boolean => value === null || typeof value !== 'object'

/** Changes a version that is not issued and still is as it was read. false: somebody was faster. */
export async function changeReport({ _id, revision }: ReportDoc, change: ReportChange, now: number): Promise<boolean> {
  const data = Object.entries(change).map(([field, value]) => [field, isPlain(value) ? value : whole(value as object)])
  const where = { _id, revision, state: _.neq('issued') }
  return (await update('reports', where, { ...Object.fromEntries(data), revision: revision + 1, updatedAt: now })) === 1
}

const listed = ['from', 'to', 'version', 'state', 'updatedAt', 'steps', 'frozen.fingerprint'] as const
export type ListedReport = Pick<ReportDoc, 'from' | 'to' | 'version' | 'state' | 'updatedAt' | 'steps'> & {
  frozen?: { fingerprint: string } | null
}

/** An organisation's versions without their contents, latest first. */
export const reportsOf = (orgId: string, limit: number) =>
  find<ListedReport>('reports', { orgId }, { orderBy: [['updatedAt', 'desc']], limit, fields: listed })

const inputsId = (id: string, asOf: number): string => `${id}.${asOf}`

/** Keeps what a version's figures were computed from, before the version speaks of it. */
export const keepInputs = (id: string, asOf: number, data: string) =>
  put('reportInputs', { _id: inputsId(id, asOf), reportId: id, asOf, data } satisfies ReportInputsDoc)

export const findInputs = (id: string, asOf: number) => findById<ReportInputsDoc>('reportInputs', inputsId(id, asOf))

/** Drops what figures before these were computed from. */
export const dropInputs = (id: string, before: number) => remove('reportInputs', { reportId: id, asOf: _.lt(before) })

export const recordFile = (file: ReportFileDoc) => put('reportFiles', file)
