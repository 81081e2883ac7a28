import { organisationById } from '../_data/organisations'
import { latestAlongside, reportAlongside } from '../_data/reports'

interface VersionInput {
  readonly orgId: string
  readonly from: string
  readonly to: string
  readonly version?: number
}

/** What every action on a version reads with the caller: the organisation, the version (or the latest) and which is the latest. */
export const versionAlongside = (input: VersionInput) => ({
  org: organisationById(input.orgId),
  report: reportAlongside(input, input.version),
  latest: latestAlongside(input),
})
