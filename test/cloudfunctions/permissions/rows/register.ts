import type { IndicatorDoc, RegisterEntryDoc } from '../../../../cloudfunctions/_data/documents'
import { defineIndicator, listIndicators, retireIndicator } from '../../../../src/contracts/register'
import {
  getEntry,
  getIndicator,
  getRegister,
  judgeEntry,
  submitEntry,
} from '../../../../src/contracts/register-entries'
import { type PermissionRow, type Target, within } from '../matrix'
import { pathTo } from '../world'

const desks = within('secretary', 'organiser', 'countyOrganiser', 'inspector', 'administrator')
const code = 'discipline.checks'
const entryPlace = ({ orgId }: Target) => ({ orgId, code, period: '2026-Q3' })

const document = { name: '示例通报', number: '', day: '2026-10-08' }
const definition = {
  ...{ unit: '项', kind: 'sum', decimals: 0, cycle: 'month', negative: false, name: '示例指标' },
  ...{ definition: '为核对权限而设的指标', from: '2026-01-01' },
  reporters: { kinds: ['committee'], categories: [] },
}
const codeOf = ({ key }: Target) => `perm.${key.replace(/-/g, '_')}`

const indicator = (target: Target): IndicatorDoc => ({
  _id: codeOf(target),
  ...{ unit: '项', kind: 'sum', decimals: 0, cycle: 'month', negative: false },
  ...{ orgId: target.orgId, path: pathTo(target.orgId), from: '2026-01-01', until: null, revision: 1 },
  versions: [
    {
      from: '2026-01-01',
      name: '示例指标',
      definition: '为核对权限而设的指标',
      reporters: { kinds: ['committee'], categories: [] },
    },
  ],
})

const waiting = (target: Target): RegisterEntryDoc => ({
  _id: `${code}.${target.orgId}.2026-Q3`,
  ...{ code, orgId: target.orgId, path: pathTo(target.orgId), period: '2026-Q3', periodEnd: '2026-09-30' },
  ...{ revision: 1, state: 'submitted', accepted: null },
  last: { value: 3, asOfDay: '2026-09-30', jump: false, at: 1 },
  submissions: [
    {
      ...{ key: 'permission', by: 'somebody', at: 1, value: 3, asOfDay: '2026-09-30', note: '' },
      ...{ document, jumpFrom: null, verdict: null },
    },
  ],
})

export const rows: PermissionRow[] = [
  {
    contract: listIndicators,
    about: 'which figures an organisation reports by hand',
    input: ({ orgId }) => ({ orgId }),
    allowed: desks,
  },
  {
    contract: getRegister,
    about: 'an organisation’s register: how many have reported',
    input: ({ orgId }) => ({ orgId, day: '2026-11-10' }),
    allowed: desks,
  },
  {
    contract: getIndicator,
    about: 'who has reported one figure',
    input: ({ orgId }) => ({ orgId, code }),
    allowed: desks,
  },
  { contract: getEntry, about: 'what an organisation reported', input: entryPlace, allowed: desks },
  {
    contract: defineIndicator,
    about: 'which figures are reported by hand in an organisation’s subtree',
    input: (target) => ({ ...definition, orgId: target.orgId, code: codeOf(target), was: 0 }),
    allowed: within('administrator'),
  },
  {
    contract: retireIndicator,
    about: 'ending one of them',
    prepare: (county, target) => county.cloud.put('indicators', [indicator(target)]),
    input: (target) => ({ orgId: target.orgId, code: codeOf(target), until: '2026-10-31', was: 1 }),
    allowed: within('administrator'),
  },
  {
    contract: submitEntry,
    about: 'reporting a figure (a month of one that is reported by the quarter, which nobody owes)',
    input: (target) => ({
      ...{ ...entryPlace(target), period: '2026-10', key: `permission-${target.key}`, was: 0 },
      ...{ value: '3', document, asOfDay: '2026-10-31' },
    }),
    allowed: within('secretary', 'organiser', 'countyOrganiser'),
    outcome: 'NOT_DUE',
  },
  {
    contract: judgeEntry,
    about: 'accepting what an organisation reported: from above it; at the top, of itself',
    prepare: (county, target) => county.cloud.put('registerEntries', [waiting(target)]),
    input: (target) => ({ ...entryPlace(target), n: 1, verdict: { accept: true } }),
    allowed: { organiser: ['child'], countyOrganiser: ['own', 'child'] },
  },
]
