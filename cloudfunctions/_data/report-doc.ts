import type { BelowFigures, ReportIndicator, ReportState, ReportStep } from '@/contracts/report'
import type { Figure } from '@/contracts/stats'
import type { ReportEdit } from '@/domain/report'

/** A version of a report; `_id` is `<organisation>.<from>.<to>.<version>`. An issued one is never written again. */
/** Which report, and which version of it. */
export interface ReportPlace {
  readonly orgId: string
  readonly from: string
  readonly to: string
  readonly version: number
}

export interface ReportDoc {
  _id: string
  orgId: string
  from: string
  to: string
  version: number
  state: ReportState
  /** Rises with every change: whoever writes says which one they saw. */
  revision: number
  /** Facts recorded up to this instant are in the figures. */
  asOf: number
  figures: Figure[]
  /** Of the organisations right below. */
  below: BelowFigures[]
  /** What the figures of the register (台账) are called. */
  indicators: ReportIndicator[]
  edits: ReportEdit[]
  steps: { step: ReportStep; by: string; at: number; words: string | null }[]
  /** Everyone whose words are or were in it, and whoever began or submitted it. */
  writers: string[]
  reviewer: string | null
  /** What the reviewer said yes to, as a hash of text and figures; null: nobody has yet. */
  reviewed: string | null
  /** Why there is this version; null: it is the first. */
  reason: string | null
  createdAt: number
  updatedAt: number
  /** The last change, so that the same one sent again is known; null: none yet. */
  last: { by: string; echo: string } | null
  /** What was issued: canonical JSON of text, figures and rules, and its SHA-256; null: not issued. */
  frozen: { json: string; fingerprint: string } | null
}

/** What the figures of a version were computed from and what goes on changing elsewhere: tree and roster. `_id` is `<version>.<instant of the data>`. */
export interface ReportInputsDoc {
  _id: string
  reportId: string
  asOf: number
  /** JSON of `{ organisations, roster }`, deflated, base64. */
  data: string
}

/** A file that was written of a version; `_id` is `<version or organisation and period>.<form>.<what it is of>`. */
export interface ReportFileDoc {
  _id: string
  reportId: string
  orgId: string
  fileId: string
  bytes: number
  builtAt: number
  builtBy: string
}
