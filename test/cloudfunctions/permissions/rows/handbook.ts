import { getHandbook, syncReviews } from '../../../../src/contracts/handbook'
import { everyone, type PermissionRow } from '../matrix'

export const rows: PermissionRow[] = [
  { contract: getHandbook, about: 'the handbook', input: () => ({ have: [] }), self: true, allowed: everyone },
  {
    contract: syncReviews,
    about: 'what one practised oneself',
    input: () => ({ batch: null, after: null }),
    self: true,
    allowed: everyone,
  },
]
