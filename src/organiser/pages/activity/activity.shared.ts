import type { OutputOf } from '@/contracts/action'
import type { listParticipants } from '@/contracts/opening'
import { formatNumber } from '@/domain/metrics'

export type Participants = OutputOf<typeof listParticipants>
export type Participant = NonNullable<Participants['rows']>[number]

/** Joins a further page of names to what is shown; the counts are those of the newer answer. */
export function joinParticipants(shown: Participants, further: Participants): Participants {
  if (shown.rows === null || further.rows === null) return further
  const known = new Set(shown.rows.map(({ id }) => id))
  return { ...further, rows: [...shown.rows, ...further.rows.filter(({ id }) => !known.has(id))] }
}

/** Names under the branches in which they took part, in the order in which they came. */
export function byBranch(rows: readonly Participant[]): { readonly orgName: string; readonly people: Participant[] }[] {
  const groups = new Map<string, Participant[]>()
  for (const row of rows) groups.set(row.orgName, [...(groups.get(row.orgName) ?? []), row])
  return [...groups].map(([orgName, people]) => ({ orgName, people }))
}

/** How often, how many of them mobile members, how many were expected; those who came are said only where they are not simply those who took part. */
export function countParts({ activity, people, times, mobilePeople }: Participants): string[] {
  if (people === 0) return []
  const { expected = 0, actual = people } = activity?.attendance ?? {}
  return [
    activity ? '' : `${formatNumber(times)} 人次`,
    mobilePeople > 0 ? `流动党员 ${formatNumber(mobilePeople)} 人` : '',
    activity?.attendance ? `应到 ${formatNumber(expected)} 人` : '',
    actual === people ? '' : `实到 ${formatNumber(actual)} 人`,
  ].filter((one) => one !== '')
}
