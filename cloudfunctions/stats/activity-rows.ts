import type { ParticipationKind } from '@/contracts/common'
import type { ActivityRow } from '@/contracts/opening'
import type { ActivityTally } from '@/domain/participation'
import { type ActivityInfo, findActivities } from '../_data/openings'
import { findOrganisations } from '../_data/organisations'

/** What is said of an activity that is in the records and no more in the system. */
const GONE = '已撤下的活动'

/** Activities of the index with their titles and holders. `known`: what was read of them already. One or two requests. */
export async function activityRows(
  kind: ParticipationKind,
  tallies: readonly ActivityTally[],
  known?: ReadonlyMap<string, ActivityInfo>,
): Promise<ActivityRow[]> {
  if (tallies.length === 0) return []
  const infos =
    known ??
    (await findActivities(
      kind,
      tallies.map(({ activityId }) => activityId),
    ))
  const holders = [...new Set(tallies.flatMap(({ activityId }) => infos.get(activityId)?.orgId ?? []))]
  const names = new Map((await findOrganisations(holders)).map(({ _id, name }) => [_id, name]))
  return tallies.map(({ activityId, from, to, times, mobile, attendance }) => {
    const info = infos.get(activityId)
    const name = info && names.get(info.orgId)
    return {
      id: activityId,
      title: info?.title ?? GONE,
      from,
      to,
      holder: info && name !== undefined ? { id: info.orgId, name } : null,
      forms: [...(info?.forms ?? [])],
      people: times,
      mobile,
      attendance,
    }
  })
}
