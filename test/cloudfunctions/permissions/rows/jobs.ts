import { startExport } from '../../../../src/contracts/exports'
import { getJob, listJobs } from '../../../../src/contracts/jobs'
import type { County } from '../../../support/county/start-county'
import { type PermissionRow, within } from '../matrix'

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

const endJobs = async ({ cloud }: County, personId: string) => {
  const jobs = await cloud.all<{ _id: string; personId: string }>('jobs')
  await cloud.put(
    'jobs',
    jobs.filter((one) => one.personId === personId).map((one) => ({ ...one, state: 'done', open: false })),
  )
}

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
    input: () => ({ kind: 'export' }),
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
    contract: startExport,
    about: 'an organisation’s figures as a file (an inspector’s has no names)',
    input: ({ orgId, key }) => ({
      key: `export-${key}-${orgId}`,
      view: { what: 'overview', orgId, from: '2026-11-01', to: '2026-11-30' },
    }),
    // one may have three in the making, and every role asks for four organisations
    restore: (county, { personId }) => endJobs(county, personId),
    allowed: within('secretary', 'organiser', 'countyOrganiser', 'inspector', 'administrator'),
  },
]
