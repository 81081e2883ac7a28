import type { IndicatorRecord } from '@/domain/register'
import { COUNTY_ID, TOWN_COMMITTEE_ID } from './branches'

/** An indicator that the home committee's administrator made up: what its branches did for people, by the month. */
export const goodDeeds: IndicatorRecord = {
  code: 'local.good_deeds',
  unit: '件',
  kind: 'sum',
  decimals: 0,
  cycle: 'month',
  negative: false,
  orgId: TOWN_COMMITTEE_ID,
  path: [COUNTY_ID, TOWN_COMMITTEE_ID],
  from: '2026-01-01',
  until: null,
  versions: [
    {
      from: '2026-01-01',
      name: '为民服务：支部办实事',
      definition: '本月支部为群众办成的实事，办成一件算一件；只登记、没有办成的不算。',
      reporters: { kinds: ['branch'], categories: [] },
    },
  ],
  revision: 1,
}
