import { getJob, listJobs } from '../../../../src/contracts/jobs'
import type { PermissionRow } from '../matrix'

const job = (personId: string) => ({
  _id: `export.${personId.padEnd(20, '0').replace(/[^a-z0-9-]/gi, '-')}`,
  kind: 'export',
  title: '测试导出',
  personId,
  orgId: 'east',
  input: {},
  checkpoint: null,
  step: 1,
  state: 'done',
  open: false,
  done: 1,
  total: 1,
  leaseUntil: 0,
  createdAt: 1,
  updatedAt: 1,
  failures: 0,
  problem: null,
  result: null,
})

export const rows: PermissionRow[] = [
  {
    contract: getJob,
    about: 'how long work that one asked for oneself is getting on',
    prepare: (county, { personId }) => county.cloud.put('jobs', [job(personId)]),
    input: ({ personId }) => ({ id: job(personId)._id }),
    self: true,
    allowed: {
      member: 'self',
      secretary: 'self',
      organiser: 'self',
      countyOrganiser: 'self',
      inspector: 'self',
      administrator: 'self',
    },
  },
  {
    contract: getJob,
    about: 'how somebody else’s is (one does not even learn that it is there)',
    prepare: (county) => county.cloud.put('jobs', [job('somebody')]),
    input: () => ({ id: job('somebody')._id }),
    self: true,
    allowed: {},
    refusal: 'NOT_FOUND',
  },
  {
    contract: listJobs,
    about: 'one’s own',
    input: () => ({}),
    self: true,
    allowed: {
      member: 'self',
      secretary: 'self',
      organiser: 'self',
      countyOrganiser: 'self',
      inspector: 'self',
      administrator: 'self',
    },
  },
]
