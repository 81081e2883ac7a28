import type { FactDoc } from '../../../cloudfunctions/_data/documents'
import type { ParticipationKind } from '../../../src/contracts/common'
import { makeFact } from '../../../src/domain/participation'
import { startOfDay } from '../../../src/domain/time'
import { people } from './county'

/** That somebody of the county took part in an activity at ten in the morning of a day, where they belong in the hand-worked roster. */
export function take(kind: ParticipationKind, activityId: string, personId: string, day: string): FactDoc {
  const found = people.find(({ _id }) => _id === personId)
  if (!found) throw new Error(personId)
  const at = startOfDay(day) + 36_000_000
  const { seat, orgId, mobile } = found
  const person = { id: personId, seat, orgId, mobile }
  return makeFact({ kind, activityId, person, occurredAt: at, recordedAt: at, channel: 'self' })
}
