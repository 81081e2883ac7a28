import { buildReport, previewReport } from '../../../../src/contracts/report'
import { type PermissionRow, type Target, within } from '../matrix'

const period = ({ orgId }: Target) => ({ orgId, from: '2026-11-01', to: '2026-11-30' })

export const rows: PermissionRow[] = [
  {
    contract: previewReport,
    about: 'an organisation’s draft report',
    input: period,
    allowed: within('secretary', 'organiser', 'countyOrganiser', 'inspector', 'administrator'),
  },
  {
    contract: buildReport,
    about: 'write it as a Word file',
    input: period,
    allowed: within('secretary', 'organiser', 'countyOrganiser', 'administrator'),
  },
]
