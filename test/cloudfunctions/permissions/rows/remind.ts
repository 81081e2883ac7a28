import {
  listInbox,
  readInbox,
  remindMissing,
  remindNotReported,
  remindSecretaries,
} from '../../../../src/contracts/remind'
import { everyone, type PermissionRow, type Target, within } from '../matrix'

const period = { from: '2026-11-01', to: '2026-11-30' }
const order = ({ orgId, key }: Target) => ({ key: `remind-${key}`, orgId, ...period })

export const rows: PermissionRow[] = [
  {
    contract: remindMissing,
    about: 'reminding those who have not taken part',
    input: (target) => ({ ...order(target), kind: 'quiz' }),
    allowed: within('secretary', 'organiser', 'countyOrganiser'),
  },
  {
    contract: remindSecretaries,
    about: 'reminding secretaries whose branch has held no theme day',
    input: (target) => ({ ...order(target), key: `holding-${target.key}` }),
    allowed: within('secretary', 'organiser', 'countyOrganiser'),
  },
  {
    contract: remindNotReported,
    about: 'reminding those who have not reported a figure',
    input: ({ orgId, key }) => ({ key: `figure-${key}`, orgId, code: 'discipline.checks', period: '2026-Q3' }),
    allowed: within('secretary', 'organiser', 'countyOrganiser'),
  },
  { contract: listInbox, about: 'what one was told', input: () => ({}), self: true, allowed: everyone },
  { contract: readInbox, about: 'one’s own', input: () => ({ until: 0 }), self: true, allowed: everyone },
]
